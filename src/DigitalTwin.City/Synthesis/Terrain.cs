namespace DigitalTwin.Cities.Synthesis;

/// <summary>Height of the ground: gentle waves around 26 m above sea level, as on the plain of the middle Yangtze, with hollows where low zones lie.</summary>
internal sealed class Terrain
{
    private readonly double[] phases;

    public Terrain(CityPlan plan)
    {
        var draws = new Draws(plan.Random, "terrain", 0);
        phases = [.. Enumerable.Range(0, 6).Select(i => draws.Between(i, 0, 2 * Math.PI))];
    }

    /// <summary>Metres above sea level at a point of the plan, before hollows.</summary>
    public double At(double x, double y) =>
        26
        + 3.0 * Math.Sin(x * 2 * Math.PI / 3700 + phases[0]) * Math.Cos(y * 2 * Math.PI / 4300 + phases[1])
        + 1.8 * Math.Sin((x + 0.6 * y) * 2 * Math.PI / 1900 + phases[2])
        + 0.8 * Math.Sin((0.4 * x - y) * 2 * Math.PI / 900 + phases[3])
        + 1.2 * Math.Sin(x * 2 * Math.PI / 23_000 + phases[4])
        + 1.2 * Math.Sin(y * 2 * Math.PI / 31_000 + phases[5]);

    /// <summary>How much lower a hollow makes the ground at a distance from its middle, m: 9 m there, a third of it at its radius.</summary>
    public static double Hollow(double distance, double radius) => 9 * Math.Exp(-distance * distance / (radius * radius));
}

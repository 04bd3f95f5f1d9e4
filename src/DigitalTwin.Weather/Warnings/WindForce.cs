namespace DigitalTwin.Weather.Warnings;

/// <summary>Wind force by the lower limits of GB/T 28591-2012 (the Beaufort scale, carried on to 17), m/s.</summary>
public static class WindForce
{
    private static readonly double[] Lower =
        [0, 0.3, 1.6, 3.4, 5.5, 8.0, 10.8, 13.9, 17.2, 20.8, 24.5, 28.5, 32.7, 37.0, 41.5, 46.2, 51.0, 56.1];

    /// <summary>The highest force there is.</summary>
    public const int Most = 17;

    /// <summary>The lowest speed of a force, m/s.</summary>
    public static double Speed(int force) => Lower[force];

    /// <summary>The force of a speed, 0 to 17.</summary>
    public static int Of(double speed)
    {
        var force = 0;
        while (force < Most && speed >= Lower[force + 1]) force++;
        return force;
    }
}

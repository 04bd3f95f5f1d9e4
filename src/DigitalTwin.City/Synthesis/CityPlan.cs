using DigitalTwin.Numerics.Randomness;

namespace DigitalTwin.Cities.Synthesis;

/// <summary>One quarter of a synthetic city: a square box on the plane with its share of the junctions and a supply of its own.</summary>
/// <param name="Index">0-based.</param>
/// <param name="Column">Column of quarters, from the west.</param>
/// <param name="Row">Row of quarters, from the south.</param>
/// <param name="Junctions">How many junctions.</param>
/// <param name="West">Western edge, m.</param>
/// <param name="South">Southern edge, m.</param>
/// <param name="Side">Length of an edge, m.</param>
/// <param name="MirrorX">Whether its layout is mirrored east to west.</param>
/// <param name="MirrorY">Whether its layout is mirrored north to south.</param>
internal sealed record QuarterPlan(int Index, int Column, int Row, int Junctions, double West, double South, double Side, bool MirrorX, bool MirrorY);

/// <summary>
/// How a city is divided: quarters of about 1,200 junctions in a square, varied in size and mirrored at random. Two by two they are a supply
/// area, whose closed boundary valves can be opened; nothing joins supply areas, as where a river or a railway divides a city.
/// </summary>
internal sealed class CityPlan
{
    private const int JunctionsPerQuarter = 1200;

    public CityPlan(SynthesisOptions options)
    {
        Random = new KeyedRandom(options.Seed);
        var count = Math.Max(1, (int)Math.Round(options.Junctions / (double)JunctionsPerQuarter));
        Columns = (int)Math.Ceiling(Math.Sqrt(count));
        Rows = (count + Columns - 1) / Columns;
        Side = Math.Sqrt(options.Junctions / (double)count) * options.Spacing;
        (Width, Height) = (Columns * Side, Rows * Side);
        Quarters = MakeQuarters(options.Junctions, count);
        var tilt = new Draws(Random, "plan.warp", 0);
        phases = [.. Enumerable.Range(0, 4).Select(i => tilt.Between(i, 0, 2 * Math.PI))];
    }

    private readonly double[] phases;

    public KeyedRandom Random { get; }

    public int Columns { get; }

    public int Rows { get; }

    /// <summary>Edge of a quarter, m.</summary>
    public double Side { get; }

    /// <summary>West to east, m.</summary>
    public double Width { get; }

    /// <summary>South to north, m.</summary>
    public double Height { get; }

    public IReadOnlyList<QuarterPlan> Quarters { get; }

    /// <summary>The quarter at a column and row, or null.</summary>
    public QuarterPlan? At(int column, int row) => column < Columns && row * Columns + column is var i && i < Quarters.Count ? Quarters[i] : null;

    /// <summary>True when two neighbouring quarters belong to one supply area.</summary>
    public static bool ShareArea(QuarterPlan a, QuarterPlan b) => a.Column / 2 == b.Column / 2 && a.Row / 2 == b.Row / 2;

    /// <summary>Bends the square plan a little, smoothly (by at most 70 m over 2.4 km), so that streets are not rulers; everything on the plan goes through it.</summary>
    public (double X, double Y) Bend(double x, double y)
    {
        const double Wave = 2 * Math.PI / 2400, LongWave = 2 * Math.PI / 5300;
        return (
            x + 45 * Math.Sin(y * Wave + phases[0]) + 25 * Math.Sin((x + y) * LongWave + phases[1]),
            y + 45 * Math.Sin(x * Wave + phases[2]) + 25 * Math.Sin((x - y) * LongWave + phases[3]));
    }

    private List<QuarterPlan> MakeQuarters(int junctions, int count)
    {
        var sizes = new Draws(Random, "plan.size", 0);
        var mirrors = new Draws(Random, "plan.mirror", 0);
        var weights = Enumerable.Range(0, count).Select(i => sizes.Between(i, 0.88, 1.12)).ToArray();
        var total = weights.Sum();
        var quarters = new List<QuarterPlan>(count);
        double upTo = 0;
        var given = 0;
        for (var i = 0; i < count; i++)
        {
            upTo += weights[i] / total;
            var until = i == count - 1 ? junctions : (int)Math.Round(junctions * upTo);
            quarters.Add(new(
                i, i % Columns, i / Columns, until - given, i % Columns * Side, i / Columns * Side, Side,
                mirrors.Uniform(2 * i) < 0.5, mirrors.Uniform(2 * i + 1) < 0.5));
            given = until;
        }
        return quarters;
    }
}

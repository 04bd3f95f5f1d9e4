using DigitalTwin.Numerics.Sun;

namespace DigitalTwin.Buildings.Sun;

/// <summary>How high what stands around a point reaches, by sector of 10°: far enough away that all of a surface sees the same. Immutable.</summary>
public sealed class Horizon
{
    /// <summary>Sectors around, the first centred on 5° clockwise from north.</summary>
    public const int Sectors = 36;

    private readonly float[] altitudes;

    /// <summary>A horizon by sector.</summary>
    /// <param name="altitudes">36 angles above the level, radians, 0 to π/2.</param>
    /// <exception cref="ArgumentException">There are not 36, or one lies outside.</exception>
    public Horizon(ReadOnlySpan<float> altitudes)
    {
        if (altitudes.Length != Sectors) throw new ArgumentException($"A horizon has {Sectors} sectors; found {altitudes.Length}.", nameof(altitudes));
        foreach (var a in altitudes)
        {
            if (!(a >= 0 && a <= Math.PI / 2 + 1e-6)) throw new ArgumentException($"A horizon lies between 0 and pi/2; found {a}.", nameof(altitudes));
        }
        this.altitudes = altitudes.ToArray();
        IsOpen = altitudes.IndexOfAnyExcept(0f) < 0;
    }

    /// <summary>Nothing in the way.</summary>
    public static Horizon Open { get; } = new(new float[Sectors]);

    /// <summary>Whether nothing is in the way.</summary>
    public bool IsOpen { get; }

    /// <summary>Angle of a sector above the level, radians.</summary>
    public double this[int sector] => altitudes[sector];

    /// <summary>Middle of a sector, radians clockwise from north.</summary>
    public static double Centre(int sector) => (sector + 0.5) * 2 * Math.PI / Sectors;

    /// <summary>The sector that a direction lies in.</summary>
    public static int SectorOf(double east, double north)
    {
        var turns = Math.Atan2(east, north) / (2 * Math.PI);
        return Math.Clamp((int)((turns < 0 ? turns + 1 : turns) * Sectors), 0, Sectors - 1);
    }

    /// <summary>Whether the sun stands above the horizon where it stands.</summary>
    public bool Shows(in SolarPosition sun) => sun.IsUp && (IsOpen || Math.Asin(Math.Min(1, sun.Up)) > altitudes[SectorOf(sun.East, sun.North)]);

    /// <summary>
    /// What a plane sees of an even sky above the horizon, 0 to 1: (1/π) ∫∫ cos θ cos h dh dφ, in closed form over h: with cos θ = a sin h + b cos h it is a sin² h / 2 + b (h / 2 + sin 2h / 4)
    /// between the horizon (or where the plane begins to see) and the zenith (or where it ends).
    /// </summary>
    public double SkyView(in Plane plane)
    {
        double sum = 0, a = plane.Up;
        for (var k = 0; k < Sectors; k++)
        {
            var (sin, cos) = Math.SinCos(Centre(k));
            var b = (plane.East * sin) + (plane.North * cos);
            double from = altitudes[k], until = Math.PI / 2;
            if (b < 0) from = a > 0 ? Math.Max(from, Math.Atan2(-b, a)) : until;
            else if (a < 0) until = Math.Atan2(b, -a);
            if (from < until) sum += Term(until) - Term(from);

            double Term(double h) => (a * Math.Sin(h) * Math.Sin(h) / 2) + (b * ((h / 2) + (Math.Sin(2 * h) / 4)));
        }
        return sum * 2 / Sectors;
    }
}

using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Cities.Synthesis;

/// <summary>What a synthetic map is made from: the same options give the same bytes.</summary>
public sealed record SynthesisOptions
{
    /// <summary>Fewest junctions of a map.</summary>
    public const int FewestJunctions = 12;

    /// <summary>Most junctions of a map.</summary>
    public const int MostJunctions = 2_000_000;

    /// <summary>Seed of every draw.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Number of junctions of the water network.</summary>
    public required int Junctions { get; init; }

    /// <summary>Longitude of the middle, degrees east.</summary>
    public double Longitude { get; init; } = 114.40;

    /// <summary>Latitude of the middle, degrees north.</summary>
    public double Latitude { get; init; } = 30.50;

    /// <summary>Short name of the map.</summary>
    public required string Name { get; init; }

    /// <summary>Title in English.</summary>
    public string TitleEn { get; init; } = "Synthetic district";

    /// <summary>Title in Chinese.</summary>
    public string TitleZh { get; init; } = "合成城区";

    /// <summary>
    /// Mean distance between neighbouring junctions, m: 140 m (one to a street corner) for a district, less for a whole city, whose model has
    /// every hydrant: 140 (1000 / n)^0.17, between 45 and 140 m. A million junctions then cover 2,000 km².
    /// </summary>
    public double Spacing => Math.Clamp(140 * Math.Pow(1000.0 / Junctions, 0.17), 45, 140);

    /// <summary>Throws <see cref="InputException"/> with every option that cannot be.</summary>
    public void Check()
    {
        var problems = new ProblemList();
        if (Junctions is < FewestJunctions or > MostJunctions)
            problems.Error("", 0, 0, $"The size of a synthetic map is {FewestJunctions:N0} to {MostJunctions:N0} junctions; found {Junctions:N0}.");
        if (!(Math.Abs(Longitude) <= 180) || !(Math.Abs(Latitude) <= 70))
            problems.Error("", 0, 0, $"The middle of a synthetic map is a longitude and a latitude up to 70 degrees; found {Longitude}, {Latitude}.");
        if (Name.Length is 0 or > 64 || Name[0] == '-' || !Name.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-'))
            problems.Error("", 0, 0, $"The name '{Name}' is not small letters, digits and hyphens, as in 'optics-valley'.");
        problems.ThrowIfErrors();
    }
}

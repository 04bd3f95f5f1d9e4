using DigitalTwin.Buildings.Systems;
using DigitalTwin.Numerics.Clocks;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Buildings;

/// <summary>What all buildings of a model share.</summary>
public sealed record BuildingsOptions
{
    /// <summary>Longest step, s.</summary>
    public const double LongestStep = 3600;

    /// <summary>Latitude at which the sun's place is taken, degrees north. One for all, so that a city may be cut into parts and each building keeps its bits.</summary>
    public required double Latitude { get; init; }

    /// <summary>Longitude at which the sun's place is taken, degrees east.</summary>
    public required double Longitude { get; init; }

    /// <summary>Height above the sea, m: it thins the fresh air.</summary>
    public double Altitude { get; init; }

    /// <summary>Local time of second 0; its offset from UTC places the sun.</summary>
    public LocalClock Clock { get; init; } = new(new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.FromHours(8)));

    /// <summary>Temperature of every building's mass at the start, °C.</summary>
    public double StartTemperature { get; init; } = 20;

    /// <summary>Temperature at which hot water is drawn, °C: the quotas of GB 50015-2019, table 6.2.1 are at 60 °C.</summary>
    public double HotWaterTemperature { get; init; } = 60;

    /// <summary>Movable shades are down where the sun on a window is above this, W/m² (ISO 13790:2008, 11.4.3: 300).</summary>
    public double ShadesAbove { get; init; } = 300;

    /// <summary>An hour counts as occupied, and so as too hot or too cold, from this share of the occupants on: a night watch does not make it so (an assumption).</summary>
    public double OccupiedFrom { get; init; } = 0.2;

    /// <summary>How roofs turn sun into electricity.</summary>
    public PhotovoltaicOptions Photovoltaics { get; init; } = new();

    /// <summary>What energy costs.</summary>
    public Tariff Tariff { get; init; } = new();

    /// <summary>Carbon by carrier.</summary>
    public EmissionFactors Emissions { get; init; } = new();

    /// <summary>The sentences about what is wrong with these options, all at once.</summary>
    public void Check(ProblemList problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        if (!(Latitude is >= -90 and <= 90)) problems.Error("", 0, 0, $"The latitude is {Latitude}; -90 to 90 degrees are accepted.");
        if (!(Longitude is >= -180 and <= 180)) problems.Error("", 0, 0, $"The longitude is {Longitude}; -180 to 180 degrees are accepted.");
        if (!(Altitude is >= -500 and <= 9000)) problems.Error("", 0, 0, $"The altitude is {Altitude} m; -500 to 9,000 m are accepted.");
        if (!(StartTemperature is >= -50 and <= 60)) problems.Error("", 0, 0, $"Buildings start at {StartTemperature} °C; -50 to 60 °C are accepted.");
        if (!(HotWaterTemperature is >= 30 and <= 95)) problems.Error("", 0, 0, $"Hot water has {HotWaterTemperature} °C; 30 to 95 °C are accepted.");
        if (!(ShadesAbove >= 0)) problems.Error("", 0, 0, $"Shades come down above {ShadesAbove} W/m²; a value of at least 0 is accepted.");
        if (!(OccupiedFrom is >= 0 and <= 1)) problems.Error("", 0, 0, $"A building counts as occupied from a share of {OccupiedFrom}; 0 to 1 is accepted.");
        Photovoltaics.Check(problems);
        Tariff.Check(problems);
        Emissions.Check(problems);
    }
}

using DigitalTwin.Buildings.Envelope;

namespace DigitalTwin.Buildings.Archetypes;

/// <summary>What a building of a use, time and climate is taken to be where nobody says it. It is an assumption, not a building.</summary>
public sealed record Archetype
{
    /// <summary>Name: <c>residential-2001-hscw</c>, by the first year for which it stands; <c>before-2001</c> for the oldest.</summary>
    public required string Id { get; init; }

    /// <summary>Use.</summary>
    public required BuildingUse Use { get; init; }

    /// <summary>Climate.</summary>
    public required ClimateZone Zone { get; init; }

    /// <summary>First year for which it stands; int.MinValue for the oldest.</summary>
    public required int From { get; init; }

    /// <summary>Transmittance of walls, W/(m² K).</summary>
    public required double WallU { get; init; }

    /// <summary>Transmittance of roofs, W/(m² K).</summary>
    public required double RoofU { get; init; }

    /// <summary>Transmittance of the lowest floor, W/(m² K).</summary>
    public required double FloorU { get; init; }

    /// <summary>Transmittance of windows with frame, W/(m² K).</summary>
    public required double WindowU { get; init; }

    /// <summary>Solar factor g of windows.</summary>
    public required double SolarFactor { get; init; }

    /// <summary>Volumes of air that leak in per hour.</summary>
    public required double Infiltration { get; init; }

    /// <summary>Class of heat capacity.</summary>
    public required ThermalMass Mass { get; init; }

    /// <summary>Windows' share of walls that face north, east, south and west.</summary>
    public required (double North, double East, double South, double West) WindowShare { get; init; }

    /// <summary>Height of a storey, m.</summary>
    public required double StoreyHeight { get; init; }

    /// <summary>Storeys where neither storeys, height nor floor area are known.</summary>
    public required int Storeys { get; init; }

    /// <summary>Gross floor area to a person, m².</summary>
    public required double AreaPerPerson { get; init; }

    /// <summary>Gross floor area to a household, m²; 0 where nobody lives.</summary>
    public required double AreaPerHousehold { get; init; }

    /// <summary>Air's share of the gross volume.</summary>
    public required double AirShare { get; init; }

    /// <summary>Share of the roof that could carry photovoltaics.</summary>
    public required double RoofForPhotovoltaics { get; init; }

    /// <summary>Whose values these are, by column of the data file.</summary>
    public required IReadOnlyDictionary<string, string> Sources { get; init; }

    /// <summary>How it stands in <see cref="Records.Known{T}.Source"/>: <c>archetype residential-2001-hscw</c>.</summary>
    public string Source => $"archetype {Id}";

    /// <summary>Windows' share of a wall by the way that it faces, degrees clockwise from north; the mean of all four for NaN.</summary>
    public double WindowShareOf(double azimuth) => double.IsNaN(azimuth)
        ? (WindowShare.North + WindowShare.East + WindowShare.South + WindowShare.West) / 4
        : (int)Math.Floor(((azimuth % 360) + 360 + 45) % 360 / 90) switch { 0 => WindowShare.North, 1 => WindowShare.East, 2 => WindowShare.South, _ => WindowShare.West };
}

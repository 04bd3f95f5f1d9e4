using DigitalTwin.Buildings.Envelope;
using DigitalTwin.Buildings.Records;

namespace DigitalTwin.Buildings;

/// <summary>A building of which everything is known that the models ask for: measured, modelled or, where nobody said it, its archetype's. Immutable.</summary>
public sealed record Building
{
    /// <summary>Id within its city: <c>B-17</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Use.</summary>
    public required BuildingUse Use { get; init; }

    /// <summary>Year of completion.</summary>
    public required int Year { get; init; }

    /// <summary>Storeys above the ground.</summary>
    public required int Storeys { get; init; }

    /// <summary>Height above the ground, m.</summary>
    public required double Height { get; init; }

    /// <summary>Households; 0 where nobody lives.</summary>
    public int Households { get; init; }

    /// <summary>People in it when all are there.</summary>
    public required double Occupants { get; init; }

    /// <summary>Its air and envelope, as one zone.</summary>
    public required ThermalZone Zone { get; init; }

    /// <summary>Roof area that could carry photovoltaics, m².</summary>
    public double RoofForPhotovoltaics { get; init; }

    /// <summary>Peak power of the photovoltaics that are installed, W.</summary>
    public double InstalledPhotovoltaics { get; init; }

    /// <summary>Longitude of its middle, degrees east.</summary>
    public required double Longitude { get; init; }

    /// <summary>Latitude of its middle, degrees north.</summary>
    public required double Latitude { get; init; }

    /// <summary>What the sources said, with whose value each is.</summary>
    public required BuildingRecord Record { get; init; }
}

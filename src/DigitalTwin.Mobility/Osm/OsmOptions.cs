using DigitalTwin.Mobility.Roads;

namespace DigitalTwin.Mobility.Osm;

/// <summary>What is taken where OpenStreetMap does not say it. Every capacity that comes from here is marked as an estimate.</summary>
public sealed record OsmOptions
{
    /// <summary>The side on which one drives.</summary>
    public DrivingSide Side { get; init; }

    /// <summary>Whether service roads (drives, alleys, aisles of car parks) are roads.</summary>
    public bool WithServiceRoads { get; init; } = true;

    /// <summary>Area of a surface lot to a space, aisles included, m² (GB/T 51149-2016 is quoted with 25 to 30; assumption).</summary>
    public double SurfaceArea { get; init; } = 27.5;

    /// <summary>Gross area of a storey of a garage to a space, m² (GB/T 51149-2016 is quoted with 30 to 40; assumption).</summary>
    public double GarageArea { get; init; } = 35;

    /// <summary>Area to a space where only the bays are drawn (<c>parking=street_side</c>), m²: 2.5 m by 5.5 m (assumption).</summary>
    public double BayArea { get; init; } = 13.75;

    /// <summary>Storeys of a multi-storey car park that does not say them (assumption).</summary>
    public int Storeys { get; init; } = 3;

    /// <summary>Storeys of an underground garage that does not say them (assumption).</summary>
    public int Basements { get; init; } = 1;

    /// <summary>Spaces of a lot that is a point and says nothing (assumption).</summary>
    public int PointSpaces { get; init; } = 20;

    /// <summary>Spaces of a garage that is a point and says nothing (assumption).</summary>
    public int PointGarageSpaces { get; init; } = 100;

    /// <summary>Kerb to a car along it, m (A/B Street's spot).</summary>
    public double ParallelBay { get; init; } = 8;

    /// <summary>Kerb to a car at 45°, m: SUMO's width of 3.2 m over sin 45°.</summary>
    public double DiagonalBay { get; init; } = 4.5;

    /// <summary>Kerb to a car across it, m (SUMO's width).</summary>
    public double PerpendicularBay { get; init; } = 3.2;

    /// <summary>Kerb kept free at either end of a street where bays are counted by length, m (assumption).</summary>
    public double ClearOfJunction { get; init; } = 5;

    /// <summary>Power of a charger, W: a slow charger of 7 kW (assumption).</summary>
    public double ChargerPower { get; init; } = 7000;

    /// <summary>Farthest that an entrance may be from the lot that it belongs to, m (assumption).</summary>
    public double EntranceReach { get; init; } = 50;
}

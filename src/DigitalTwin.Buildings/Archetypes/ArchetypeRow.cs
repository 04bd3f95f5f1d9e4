namespace DigitalTwin.Buildings.Archetypes;

/// <summary>A row of a data file: for which buildings it speaks, and what it says; NaN where it says nothing.</summary>
internal sealed record ArchetypeRow(int Line, BuildingUse[] Uses, int From, int To, ClimateZone[] Zones, double[] Values, string Source)
{
    /// <summary>Columns with values, in the order of the file; the class of heat capacity is the number of its name.</summary>
    public static readonly string[] Columns =
    [
        "wall", "roof", "floor", "window", "g", "infiltration", "mass", "wwr_north", "wwr_east", "wwr_south", "wwr_west", "storey_height", "storeys",
        "area_per_person", "area_per_household", "air_share", "roof_for_pv",
    ];

    /// <summary>What a value may be, by column.</summary>
    public static readonly (double Least, double Most)[] Limits =
    [
        (0.05, 10), (0.05, 10), (0.02, 10), (0.3, 10), (0.01, 1), (0, 20), (0, 4), (0, 0.95), (0, 0.95), (0, 0.95), (0, 0.95), (2, 30), (1, 200),
        (0.5, 10_000), (0, 10_000), (0.1, 1), (0, 1),
    ];

    public bool Holds(BuildingUse use, int year, ClimateZone zone) => year >= From && year <= To && Uses.Contains(use) && Zones.Contains(zone);
}

namespace DigitalTwin.Buildings.Records;

/// <summary>What one source says of buildings.</summary>
/// <param name="Name">Its name in sentences: <c>register.csv</c>.</param>
/// <param name="Rank">Its place in the precedence: where two sources have a value, that of the lower rank is kept.</param>
/// <param name="Records">Its records; ids are unique.</param>
public sealed record RecordSource(string Name, int Rank, IReadOnlyList<BuildingRecord> Records);

/// <summary>When two records are of one building, and when two values are one.</summary>
public sealed record MergeOptions
{
    /// <summary>Whether equal ids are one building; not for sources that each count from 1.</summary>
    public bool ById { get; init; } = true;

    /// <summary>Share of the smaller of two footprints that the other must cover for them to be one building.</summary>
    public double Overlap { get; init; } = 0.5;

    /// <summary>Difference of heights that is no conflict, m.</summary>
    public double Height { get; init; } = 1;

    /// <summary>Relative difference of heights, areas, volumes and numbers of people that is no conflict.</summary>
    public double Share { get; init; } = 0.1;

    /// <summary>Difference of years that is no conflict.</summary>
    public int Years { get; init; } = 1;
}

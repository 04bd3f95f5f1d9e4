namespace DigitalTwin.Buildings.Records;

/// <summary>Which records became one building, and where they disagree.</summary>
/// <param name="Matches">Buildings that several sources know, in the order of the result.</param>
/// <param name="Conflicts">Values that differ beyond the tolerance.</param>
public sealed record MergeReport(IReadOnlyList<RecordMatch> Matches, IReadOnlyList<RecordConflict> Conflicts)
{
    /// <summary>Of sources that never meet.</summary>
    public static MergeReport None { get; } = new([], []);
}

/// <summary>A record that became part of a building.</summary>
/// <param name="Building">Id of the building.</param>
/// <param name="Source">Source of the record that joined it.</param>
/// <param name="Id">Id of that record in its source.</param>
/// <param name="By">By what it was found.</param>
public sealed record RecordMatch(string Building, string Source, string Id, MatchedBy By);

/// <summary>By what two records were found to be of one building.</summary>
public enum MatchedBy
{
    /// <summary>The same id.</summary>
    Id,

    /// <summary>The same code of one system.</summary>
    Code,

    /// <summary>Footprints that cover each other, or a middle within a footprint.</summary>
    Place,
}

/// <summary>Two sources that say different things of one building.</summary>
/// <param name="Building">Id of the building.</param>
/// <param name="Value">What they disagree of: <c>height</c>.</param>
/// <param name="Kept">What is kept.</param>
/// <param name="KeptSource">Whose it is.</param>
/// <param name="Dropped">What is not.</param>
/// <param name="DroppedSource">Whose it is.</param>
public sealed record RecordConflict(string Building, string Value, string Kept, string KeptSource, string Dropped, string DroppedSource);

using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Units;

namespace DigitalTwin.Mobility.Demand.Tables;

/// <summary>
/// Reads trips from CSV: a line of names, then one trip a row, streaming. Known are <c>id</c>, <c>origin</c>, <c>destination</c> (a place's id, a node's, or longitude and latitude in degrees of WGS 84, which may have columns of their own: <c>origin_lon</c>, <c>origin_x</c>),
/// <c>departure</c>, <c>purpose</c>, <c>dwell</c>, <c>group</c>, <c>returns</c>, <c>days</c>. Only departure and the two places must be there.
/// </summary>
public static class TripCsv
{
    internal const int Id = 0, Origin = 1, OriginLon = 2, OriginLat = 3, To = 4, ToLon = 5, ToLat = 6, Depart = 7, Purpose = 8, Dwell = 9, Group = 10, Returns = 11, Days = 12;

    /// <summary>Longest stay, s: a month.</summary>
    public const double LongestDwell = 31 * 86400.0;

    internal static TableColumn[] Columns { get; } =
    [
        new("id", Also: ["trip", "trip_id"]),
        new("origin", Also: "from"), new("origin_lon", Also: ["from_lon", "origin_longitude", "origin_x", "from_x"]), new("origin_lat", Also: ["from_lat", "origin_latitude", "origin_y", "from_y"]),
        new("destination", Also: "to"), new("destination_lon", Also: ["to_lon", "destination_longitude", "destination_x", "to_x"]), new("destination_lat", Also: ["to_lat", "destination_latitude", "destination_y", "to_y"]),
        new("departure", true, Unit.Parse("s"), "depart", "departs"),
        new("purpose"), new("dwell", false, Unit.Parse("s"), "stay"), new("group"), new("returns", Also: "return"), new("days"),
    ];

    /// <summary>Names of the columns, for whoever maps them.</summary>
    public static IReadOnlyList<string> ColumnNames { get; } = [.. Columns.Select(c => c.Name)];

    /// <summary>Whether a first line looks like that of a table of trips.</summary>
    public static bool Recognises(string header)
    {
        ArgumentNullException.ThrowIfNull(header);
        string[] names = [.. header.TrimStart('\uFEFF').Split(',').Select(n => n.Trim().Trim('"').ToLowerInvariant())];
        return Has(Origin) && Has(To)
            && names.Any(n => n.StartsWith("depart", StringComparison.Ordinal));

        bool Has(int column) => names.Any(n => new[] { Columns[column], Columns[column + 1] }.Any(c => c.Name == n || c.Also.Contains(n)));
    }

    /// <summary>Reads a file; every mistake is reported, and what is right is returned.</summary>
    /// <param name="path">File.</param>
    /// <param name="called">What a column is called in the file, where that is something else; may be empty.</param>
    /// <param name="places">Places, to which nodes and points that the file names are added.</param>
    /// <param name="zones">Zones by id; a trip that names one begins or ends somewhere in it.</param>
    /// <param name="purposes">Purposes.</param>
    /// <param name="groups">Groups of drivers.</param>
    /// <param name="jitter">Departures are moved by up to this, s.</param>
    /// <param name="problems">Where mistakes go.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static TripList? Read(
        string path, IReadOnlyDictionary<string, string> called, PlaceBook places, IReadOnlyList<DemandZone> zones, NameBook purposes, NameBook groups, double jitter, ProblemList problems, CancellationToken cancellation = default)
    {
        using var table = NamedTable.Open(path, Columns, called, problems);
        return table is null ? null : new TripRows(table, places, zones, purposes, groups, problems).ToEnd(jitter, cancellation);
    }

    /// <summary>Looks at a file of its own, without a map: whatever names a place is taken for one. Every mistake is reported.</summary>
    public static void Check(string path, ProblemList problems)
    {
        using var table = NamedTable.Open(path, Columns, new Dictionary<string, string>(), problems);
        if (table is not null) new TripRows(table, null, [], new("purpose", true), new("group of drivers", true), problems).ToEnd(0, CancellationToken.None);
    }
}

using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Mobility.Demand.Tables;

/// <summary>Reads matrices by time of day from CSV in long form: <c>origin,destination,from,until,trips</c> and if wanted <c>purpose,group,days</c>; one cell a row, streaming.</summary>
public static class OdCsv
{
    private const int Origin = 0, To = 1, From = 2, Until = 3, Trips = 4, Purpose = 5, Group = 6, Days = 7;

    private static readonly TableColumn[] Columns =
    [
        new("origin", true), new("destination", true), new("from", true), new("until", true, Also: "to"), new("trips", true, Also: ["cars", "vehicles"]),
        new("purpose"), new("group"), new("days"),
    ];

    /// <summary>Names of the columns, for whoever maps them.</summary>
    public static IReadOnlyList<string> ColumnNames { get; } = [.. Columns.Select(c => c.Name)];

    /// <summary>Reads a file; every mistake is reported, and what is right is returned.</summary>
    /// <param name="path">File.</param>
    /// <param name="called">What a column is called in the file, where that is something else; may be empty.</param>
    /// <param name="zones">Zones by id; a place or a node that is none of them is a zone of its own.</param>
    /// <param name="places">Places, to which nodes that the file names are added.</param>
    /// <param name="purposes">Purposes.</param>
    /// <param name="groups">Groups of drivers.</param>
    /// <param name="problems">Where mistakes go.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static OdMatrix? Read(
        string path, IReadOnlyDictionary<string, string> called, IReadOnlyList<DemandZone> zones, PlaceBook places, NameBook purposes, NameBook groups, ProblemList problems,
        CancellationToken cancellation = default)
    {
        using var table = NamedTable.Open(path, Columns, called, problems);
        if (table is null) return null;
        var all = new ZoneFinder(zones, places);
        var cells = new List<OdCell>();
        var bands = new Dictionary<(int, int, int, int), List<(OdCell Cell, int Line)>>();
        double inside = 0;
        while (table.Next(cancellation))
        {
            var before = problems.ErrorCount;
            all.IsTold = false;
            var (origin, destination) = (all.At(table, Origin), all.At(table, To));
            var isBand = table.TryBand(From, Until, out var band);
            var trips = table.NumberThere(Trips, 0, 1e7);
            var (purpose, group, days) = (table.Name(Purpose, purposes), table.Name(Group, groups), table.Days(Days));
            if (problems.ErrorCount > before || all.IsTold || !isBand) continue;
            // A group without a purpose keeps the purpose's place, so that no two cells have one label.
            var behind = table.Text(Group).Length == 0 ? "" : $"/{table.Text(Group)}";
            if (table.Text(Purpose).Length > 0 || behind.Length > 0) behind = $"/{table.Text(Purpose)}{behind}";
            var label = table.Text(From) + behind + (days == Departure.EveryDay ? "" : "/" + WeekDays.Text(days).Replace(' ', '+'));
            var cell = new OdCell(origin, destination, band.From, band.Until, trips, purpose, group, days, label);
            if (!bands.TryGetValue((origin, destination, purpose, group), out var same)) bands[(origin, destination, purpose, group)] = same = [];
            if (same.Find(s => (s.Cell.Days & days) != 0 && s.Cell.From < band.Until && s.Cell.Until > band.From) is { Line: > 0 } other)
                table.Error(From, $"From '{all.Zones[origin].Id}' to '{all.Zones[destination].Id}' the time from {table.Text(From)} until {table.Text(Until)} overlaps with line {other.Line}.");
            else if (origin == destination && all.Zones[origin].Places.Count == 1) inside += trips;
            else if (trips > 0) cells.Add(cell);
            same.Add((cell, table.Line));
        }
        if (inside > 0) problems.Note(path, 0, 0, $"{inside:0.#} trips a day stay inside a zone that has a single place; they are left out.");
        return new() { Name = Path.GetFileName(path), Zones = all.Zones, Cells = cells };
    }
}

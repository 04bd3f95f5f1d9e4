using DigitalTwin.Numerics.Diagnostics;
using static DigitalTwin.Mobility.Demand.Tables.TripCsv;

namespace DigitalTwin.Mobility.Demand.Tables;

/// <summary>Turns the rows of a table of trips into a <see cref="TripList"/>; without places, whatever names one is taken for one.</summary>
internal sealed class TripRows
{
    private readonly NamedTable table;
    private readonly PlaceBook? places;
    private readonly IReadOnlyList<DemandZone> zones;
    private readonly NameBook purposes, groups;
    private readonly ProblemList problems;
    private readonly Dictionary<string, int> zoneRows = new(StringComparer.Ordinal);
    private readonly List<string> ids = [];
    private readonly List<int> origins = [], destinations = [], purposeOf = [], groupOf = [];
    private readonly List<Departure> departures = [];
    private readonly List<double> dwells = [];
    private readonly List<sbyte> returns = [];
    private readonly Dictionary<string, int> lineOf = new(StringComparer.Ordinal);
    private int nowhere, firstNowhere;
    private bool isTold;

    public TripRows(NamedTable table, PlaceBook? places, IReadOnlyList<DemandZone> zones, NameBook purposes, NameBook groups, ProblemList problems)
    {
        (this.table, this.places, this.zones, this.purposes, this.groups, this.problems) = (table, places, zones, purposes, groups, problems);
        for (var i = 0; i < zones.Count; i++) zoneRows.TryAdd(zones[i].Id, i);
    }

    public TripList? ToEnd(double jitter, CancellationToken cancellation)
    {
        if (!HasPlace(Origin) | !HasPlace(To)) return null;
        while (table.Next(cancellation)) Row();
        if (nowhere > 0) problems.Warning(table.File, firstNowhere, 1, $"{nowhere} {(nowhere == 1 ? "trip ends" : "trips end")} where {(nowhere == 1 ? "it begins" : "they begin")}; {(nowhere == 1 ? "it is" : "they are")} left out.");
        if (ids.Count == 0 && nowhere == 0 && !problems.HasErrors) problems.Warning(table.File, 0, 0, "The file holds no trip.");
        return new()
        {
            Name = Path.GetFileName(table.File), Ids = [.. ids], Origin = [.. origins], Destination = [.. destinations], Departures = [.. departures],
            Purpose = [.. purposeOf], Group = [.. groupOf], Dwell = [.. dwells], Returns = [.. returns], Jitter = jitter, Zones = zones,
        };
    }

    private bool HasPlace(int column)
    {
        if (table.HasColumn(column) || (table.HasColumn(column + 1) && table.HasColumn(column + 2))) return true;
        problems.Error(table.File, 1, 1, $"There is neither a column '{Columns[column].Name}' nor the two '{Columns[column + 1].Name}' and '{Columns[column + 2].Name}' (or '{Columns[column].Name}_x' and '{Columns[column].Name}_y'), in degrees of WGS 84.");
        return false;
    }

    private void Row()
    {
        var before = problems.ErrorCount;
        isTold = false;
        var id = table.HasColumn(Id) ? table.Text(Id) : $"trip-{table.Line}";
        if (id.Length == 0) table.Missing(Id);
        else if (!lineOf.TryAdd(id, table.Line)) table.Error(Id, $"The trip '{NamedTable.Short(id)}' stands here a second time; the first is in line {lineOf[id]}.");
        var (origin, destination) = (PlaceAt(Origin, "begins"), PlaceAt(To, "ends"));
        var departure = DepartureOf();
        var (purpose, group) = (table.Name(Purpose, purposes), table.Name(Group, groups));
        var dwell = DwellOf();
        var back = table.Truth(Returns);
        if (problems.ErrorCount > before || isTold) return;
        if (Only(origin) is { } only && only == Only(destination))
        {
            if (nowhere++ == 0) firstNowhere = table.Line;
            return;
        }
        ids.Add(id);
        origins.Add(origin);
        destinations.Add(destination);
        departures.Add(departure);
        purposeOf.Add(purpose);
        groupOf.Add(group);
        dwells.Add(dwell);
        returns.Add((sbyte)back);
    }

    /// <summary>The one place that an end can be; null when its zone has several.</summary>
    private int? Only(int end) => end >= 0 ? end : zones[~end].Places.Distinct().Take(2).ToArray() is [var only] ? only : null;

    private int PlaceAt(int column, string verb)
    {
        var text = table.Text(column);
        if (text.Length > 0 && zoneRows.TryGetValue(text, out var zone)) return ~zone;
        if (text.Length == 0 && table.Text(column + 1).Length + table.Text(column + 2).Length > 0)
        {
            var (x, y) = (table.NumberThere(column + 1, -180, 180), table.NumberThere(column + 2, -90, 90));
            if (double.IsNaN(x) || double.IsNaN(y)) return 0;
            (text, column) = ($"{table.Text(column + 1)} {table.Text(column + 2)}", column + 1);
        }
        if (text.Length == 0)
        {
            table.Error(column, $"The trip does not say where it {verb}: '{Columns[column].Name}' is empty.");
            return 0;
        }
        // Without a map two ends are one place when they are called the same.
        if (places is null) return (int)(Numerics.Randomness.KeyedRandom.Stream("place", text) >> 33);
        var row = places.Find(text, table.Suggests, out var sentence);
        if (sentence is { Length: > 0 }) table.Error(column, sentence);
        else if (sentence is not null) isTold = true;
        else if (places.AreRoadsTorn) return row;
        else if (verb == "begins" ? !places.Sends(places.NodeOf(row)) : !places.Receives(places.NodeOf(row)))
            table.Error(column, verb == "begins" ? $"No way leads from '{NamedTable.Short(text)}' to the rest of the roads." : $"No way leads from the rest of the roads to '{NamedTable.Short(text)}'.");
        return row;
    }

    private Departure DepartureOf()
    {
        var text = table.Text(Depart);
        var days = table.Days(Days);
        if (text.Length == 0) table.Missing(Depart);
        else if (text.Contains(':') && Departure.TryParse(text, out var departure)) return departure.Days == 0 ? departure : departure with { Days = days };
        else if (text.Contains(':') || !table.HasUnit(Depart))
            table.Error(Depart, $"'{NamedTable.Short(text)}' is no departure; accepted are {Departure.Accepted}, and seconds since midnight in a column 'departure_s'.");
        else return Departure.Daily(table.Number(Depart, 0, Departure.LatestSecond), days);
        return default;
    }

    private double DwellOf()
    {
        var text = table.Text(Dwell);
        if (text.Length == 0) return TripSheet.Unstated;
        if (text is "none" or "-") return double.NaN;
        if (text.Contains(':') && Departure.TryTimeOfDay(text, out var length)) return length;
        return table.Number(Dwell, 0, LongestDwell);
    }
}

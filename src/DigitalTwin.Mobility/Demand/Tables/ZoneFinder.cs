using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Mobility.Demand.Tables;

/// <summary>Zones by id, where a place or a node that is none of them becomes a zone of its own.</summary>
internal sealed class ZoneFinder
{
    private readonly PlaceBook places;
    private readonly Dictionary<string, int> rows = new(StringComparer.Ordinal);

    public ZoneFinder(IReadOnlyList<DemandZone> zones, PlaceBook places)
    {
        (Zones, this.places) = ([.. zones], places);
        for (var i = 0; i < zones.Count; i++) rows.TryAdd(zones[i].Id, i);
    }

    public List<DemandZone> Zones { get; }

    /// <summary>Whether a zone was named that was refused where it is made: the cell has no sentence, and no trips.</summary>
    public bool IsTold { get; set; }

    /// <summary>Row of the zone that a cell names, -1 when it names none (reported).</summary>
    public int At(NamedTable table, int column)
    {
        var text = table.Text(column);
        if (text.Length == 0) table.Missing(column);
        else if (rows.TryGetValue(text, out var row)) return row;
        else if (places.Find(text, false, out _) is var place and >= 0)
        {
            rows.Add(text, Zones.Count);
            Zones.Add(new(text, place));
            return Zones.Count - 1;
        }
        else if (places.Told.Has(text)) IsTold = true;
        else table.Error(column, $"'{NamedTable.Short(text)}' is no zone, no place and no node of the roads.{(table.Suggests ? NearestName.Hint(text, rows.Keys.Concat(places.Ids).Concat(places.Facilities?.Names ?? [])) : "")}");
        return -1;
    }
}

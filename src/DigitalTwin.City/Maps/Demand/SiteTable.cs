using DigitalTwin.Mobility.Demand;

namespace DigitalTwin.Cities.Maps.Demand;

/// <summary>Sites being collected: buildings, zones and gates, with their use and numbers.</summary>
internal sealed class SiteTable
{
    private readonly List<DemandZone> zones = [];
    private readonly List<string> uses = [];
    private readonly List<double> throughIn = [], throughOut = [];
    private readonly SortedDictionary<string, SortedDictionary<int, double>> values = new(StringComparer.Ordinal);

    public int Count => zones.Count;

    public IReadOnlyList<DemandZone> Zones => zones;

    public void Add(DemandZone zone, string use, IEnumerable<(string Name, double Value)> numbers, double through = 0, double throughBack = 0)
    {
        foreach (var (name, value) in numbers)
        {
            if (!values.TryGetValue(name, out var column)) values[name] = column = [];
            column[zones.Count] = value;
        }
        zones.Add(zone);
        uses.Add(use);
        throughIn.Add(through);
        throughOut.Add(throughBack);
    }

    public LandUseSites ToSites() => new()
    {
        Zones = zones,
        LandUse = uses,
        Attributes = [.. values.Keys],
        Values = [.. values.Values.Select(column =>
        {
            var all = new double[zones.Count];
            Array.Fill(all, double.NaN);
            foreach (var (row, value) in column) all[row] = value;
            return all;
        })],
        ThroughIn = throughIn,
        ThroughOut = throughOut,
    };
}

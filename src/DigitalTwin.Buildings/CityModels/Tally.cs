namespace DigitalTwin.Buildings.CityModels;

/// <summary>Counts names and keeps them in the order in which they came.</summary>
internal sealed class Tally
{
    private readonly Dictionary<string, int> place = new(StringComparer.Ordinal);
    private readonly List<KeyValuePair<string, int>> counts = [];

    public IReadOnlyList<KeyValuePair<string, int>> Counts => counts;

    public void Add(string name)
    {
        if (place.TryGetValue(name, out var at)) counts[at] = new(name, counts[at].Value + 1);
        else
        {
            place.Add(name, counts.Count);
            counts.Add(new(name, 1));
        }
    }
}

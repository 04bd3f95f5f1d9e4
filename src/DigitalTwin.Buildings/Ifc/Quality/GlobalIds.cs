using DigitalTwin.Buildings.Ifc.Reading;

namespace DigitalTwin.Buildings.Ifc.Quality;

/// <summary>Looks over all records that have an identity, things and relations alike; nothing else: names of 22 letters in property sets are no GlobalIds.</summary>
internal static class GlobalIds
{
    public const int Length = 22;

    /// <summary>GlobalIds of more than one record, with those records, in the file's order.</summary>
    public static IReadOnlyList<(string GlobalId, IReadOnlyList<string> Records)> Duplicates(IfcSource source)
    {
        var first = new Dictionary<string, long>(StringComparer.Ordinal);
        var repeated = new Dictionary<string, List<long>>(StringComparer.Ordinal);
        foreach (var id in Rooted(source))
        {
            if (source.Step.Text(id, 0) is not { Length: > 0 } globalId || first.TryAdd(globalId, id)) continue;
            if (!repeated.TryGetValue(globalId, out var list)) repeated[globalId] = list = [first[globalId]];
            list.Add(id);
        }
        return [.. repeated.OrderBy(r => source.Step.Offset(r.Value[0])).Select(r => (r.Key, (IReadOnlyList<string>)[.. r.Value.Select(id => $"#{id} {source.Step.Keyword(id)}")]))];
    }

    /// <summary>Numbers under the name ThermalTransmittance, each record once.</summary>
    public static int ThermalTransmittances(IfcSource source) =>
        source.Step.InstancesOf("IFCPROPERTYSINGLEVALUE").Count(id => source.Step.Text(id, 0) == "ThermalTransmittance" && source.Step.Value(id, 2).Number is not null);

    private static IEnumerable<long> Rooted(IfcSource source)
    {
        foreach (var (keyword, _) in source.Step.Keywords)
            if (source.Layout.Find(keyword) is { } entity ? entity.Is("IfcRoot") : keyword.StartsWith("IFCREL", StringComparison.OrdinalIgnoreCase))
                foreach (var id in source.Step.InstancesOf(keyword))
                    yield return id;
    }
}

namespace DigitalTwin.Mobility.Roads;

/// <summary>Names for nodes that nobody named: <c>N-1</c>, <c>N-2</c>, … in the order of the streets, passing over names that are taken.</summary>
internal static class NodeNames
{
    public static string[] Of(IReadOnlyList<StreetNode> given, int count)
    {
        var taken = given.Select(n => n.Id).ToHashSet(StringComparer.Ordinal);
        var ids = new string[count];
        var number = 0;
        for (var n = 0; n < count; n++)
        {
            if (n < given.Count)
            {
                ids[n] = given[n].Id;
                continue;
            }
            do ids[n] = $"N-{++number}";
            while (taken.Contains(ids[n]));
        }
        return ids;
    }
}

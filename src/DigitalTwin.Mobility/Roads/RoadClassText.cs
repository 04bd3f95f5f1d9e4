using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Mobility.Roads;

/// <summary>Names of road classes in files: those of <see cref="RoadClass"/> in small letters.</summary>
public static class RoadClassText
{
    private static readonly (string Name, RoadClass Class)[] Other =
        [("main", RoadClass.Secondary), ("side", RoadClass.Residential), ("unclassified", RoadClass.Residential), ("living_street", RoadClass.Service)];

    /// <summary>Names in the order of the classes.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Enum.GetValues<RoadClass>().Select(c => c.ToString().ToLowerInvariant())];

    /// <summary>The name of a class.</summary>
    public static string Of(RoadClass road) => Names[(int)road];

    /// <summary>Reads a name; <c>main</c> is a secondary road and <c>side</c> a residential street, <c>unclassified</c> and <c>living_street</c> are OpenStreetMap's.</summary>
    public static bool TryParse(string name, out RoadClass road)
    {
        for (var i = 0; i < Names.Count; i++)
            if (Names[i] == name)
            {
                road = (RoadClass)i;
                return true;
            }
        (_, road) = Other.FirstOrDefault(o => o.Name == name);
        return Other.Any(o => o.Name == name);
    }

    /// <summary>What is accepted, and the nearest name to what was found.</summary>
    public static string Accepted(string found) => $"accepted are {string.Join(", ", Names)}.{NearestName.Hint(found, [.. Names, .. Other.Select(o => o.Name)])}";
}

namespace DigitalTwin.Mobility.Osm;

/// <summary>Names of an element: <c>name:en</c>, <c>name:zh</c>, and <c>name</c> for the one that it is written in.</summary>
internal static class OsmNames
{
    public static (string Name, string NameZh) Of(OsmElement element)
    {
        var name = element["name"] ?? element["ref"] ?? "";
        var isChinese = name.Any(c => c is >= '\u4E00' and <= '\u9FFF');
        return (element["name:en"] ?? (isChinese ? "" : name), element["name:zh"] ?? element["name:zh-Hans"] ?? (isChinese ? name : ""));
    }
}

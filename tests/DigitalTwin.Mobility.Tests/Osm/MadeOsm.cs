using System.Text;
using DigitalTwin.Mobility.Osm;
using DigitalTwin.Mobility.Roads;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Mobility.Tests.Osm;

/// <summary>A made-up quarter as mappers would draw it, and pieces of it to break. Nodes 1 to 9 are a lattice of three by three, 1 in the south-west, a thousandth of a degree apart.</summary>
internal static class MadeOsm
{
    public static string Lattice { get; } = string.Concat(Enumerable.Range(0, 9).Select(i => Node(i + 1, 114.400 + i % 3 * 0.001, 30.500 + i / 3 * 0.001)));

    public static string Node(long id, double longitude, double latitude, params (string Key, string Value)[] tags) =>
        FormattableString.Invariant($"<node id=\"{id}\" version=\"1\" lat=\"{latitude:0.0000000}\" lon=\"{longitude:0.0000000}\">") + Tags(tags) + "</node>\n";

    public static string Way(long id, long[] nodes, params (string Key, string Value)[] tags) =>
        $"<way id=\"{id}\" version=\"2\">" + string.Concat(nodes.Select(n => $"<nd ref=\"{n}\"/>")) + Tags(tags) + "</way>\n";

    public static string Relation(long id, (string Type, long Reference, string Role)[] members, params (string Key, string Value)[] tags) =>
        $"<relation id=\"{id}\">" + string.Concat(members.Select(m => $"<member type=\"{m.Type}\" ref=\"{m.Reference}\" role=\"{m.Role}\"/>")) + Tags(tags) + "</relation>\n";

    public static string Document(params string[] elements) =>
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<osm version=\"0.6\" generator=\"by hand\">\n<bounds minlat=\"30.49\" minlon=\"114.39\" maxlat=\"30.51\" maxlon=\"114.41\"/>\n" + string.Concat(elements) + "</osm>\n";

    public static (OsmExtract? Extract, ProblemList Problems) Read(string document, OsmOptions? options = null)
    {
        var problems = new ProblemList();
        var bytes = Encoding.UTF8.GetBytes(document);
        return (OsmReader.Read(() => new MemoryStream(bytes), "town.osm", options ?? new(), problems), problems);
    }

    /// <summary>An extract without any remark.</summary>
    public static OsmExtract Clean(params string[] elements)
    {
        var (extract, problems) = Read(Document(elements));
        Assert.Empty(problems);
        return extract!;
    }

    public static RoadNetwork Network(OsmExtract extract)
    {
        var problems = new ProblemList();
        var network = RoadBuilder.Build(extract.Streets, RoadDefaults.Standard, "town.osm", problems, out _);
        Assert.Empty(problems);
        return network;
    }

    /// <summary>The only sentence about a document, with its severity, line and column.</summary>
    public static string Remark(string document)
    {
        var problem = Assert.Single(Read(document).Problems);
        return $"{problem.Severity} {problem.Line}:{problem.Column} {problem.Sentence}";
    }

    private static string Tags((string Key, string Value)[] tags) => string.Concat(tags.Select(t => $"<tag k=\"{t.Key}\" v=\"{t.Value}\"/>"));
}

using DigitalTwin.Mobility.Roads;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Text;

namespace DigitalTwin.Mobility.Osm;

/// <summary>A piece of a way between two junctions.</summary>
internal sealed record WayPiece(OsmRoad Road, Street Street, long From, long To);

/// <summary>Cuts roads at junctions, at signals and where the file ends, and makes streets and nodes of the pieces.</summary>
internal sealed class WaySplitter(OsmContent content, string file, OsmTally tally, ProblemList problems)
{
    /// <summary>Length of a street whose nodes lie on one place, m.</summary>
    public const double ShortestPiece = 0.1;

    private readonly Dictionary<long, int> uses = [], nodeRows = [];
    private int cutWays, missingNodes, cutLine, cutColumn;
    private string cutName = "";

    public List<WayPiece> Pieces { get; } = [];

    public List<StreetNode> Nodes { get; } = [];

    /// <summary>Rows of the pieces of a way, in its order.</summary>
    public Dictionary<long, List<int>> OfWay { get; } = [];

    public void Split()
    {
        foreach (var road in content.Roads)
            foreach (var node in Distinct(road.Way.References)) uses[node] = uses.GetValueOrDefault(node) + 1;
        foreach (var road in content.Roads) Split(road);
        if (cutWays > 0)
            problems.Warning(file, cutLine, cutColumn, $"{Plural.Of(cutWays, "road")} {Plural.For(cutWays, "refers", "refer")} to {Plural.Of(missingNodes, "node")} that the file does not have, the {cutName} among them; {Plural.For(cutWays, "it ends where its", "they end where their")} nodes do.");
    }

    private void Split(OsmRoad road)
    {
        var runs = Runs(road);
        var cuts = new List<(List<long> Run, int From, int To)>();
        foreach (var run in runs)
        {
            var from = 0;
            for (var i = 1; i < run.Count; i++)
            {
                if (i < run.Count - 1 && uses[run[i]] < 2 && !content.Signals.ContainsKey(run[i])) continue;
                cuts.Add((run, from, i));
                from = i;
            }
        }
        if (cuts.Count == 0) tally.Ignore("ways whose nodes the file does not have, or not where they lie");
        var rows = OfWay[road.Way.Id] = [];
        for (var k = 0; k < cuts.Count; k++)
        {
            rows.Add(Pieces.Count);
            var id = cuts.Count == 1 ? $"W{road.Way.Id}" : $"W{road.Way.Id}-{k + 1}";
            Pieces.Add(Piece(road, id, cuts[k].Run, cuts[k].From, cuts[k].To));
        }
    }

    /// <summary>The way's nodes that have a place, in unbroken runs of at least two.</summary>
    private List<List<long>> Runs(OsmRoad road)
    {
        var runs = new List<List<long>>();
        List<long>? run = null;
        var missing = 0;
        foreach (var node in Distinct(road.Way.References))
        {
            if (!content.Knows(node))
            {
                if (!content.IsRefused(node)) missing++;
                run = null;
                continue;
            }
            if (run is null) runs.Add(run = []);
            run.Add(node);
        }
        if (missing > 0)
        {
            missingNodes += missing;
            if (cutWays++ == 0) (cutName, cutLine, cutColumn) = (road.Way.Name, road.Way.Line, road.Way.Column);
        }
        runs.RemoveAll(r => r.Count < 2);
        return runs;
    }

    private WayPiece Piece(OsmRoad road, string id, List<long> run, int from, int to)
    {
        var course = new double[2 * (to - from + 1)];
        for (var i = from; i <= to; i++) (course[2 * (i - from)], course[2 * (i - from) + 1]) = content.PlaceOf(run[i]);
        Node(run[from]);
        Node(run[to]);
        var street = new Street
        {
            Id = id,
            Class = road.Class,
            Direction = road.Direction,
            Course = course,
            Length = Length(course, run[from], run[to]),
            From = NameOf(run[from]),
            To = NameOf(run[to]),
            Forward = Signal(road.Forward, road.Direction != StreetDirection.Backward, run[to], "backward"),
            Backward = Signal(road.Backward, road.Direction != StreetDirection.Forward, run[from], "forward"),
            IsRamp = road.IsRamp,
            Layer = road.Layer,
            Name = road.Name,
            NameZh = road.NameZh,
            Others = road.Others,
            Line = road.Way.Line,
            Column = road.Way.Column,
        };
        return new(road, street, run[from], run[to]);
    }

    /// <summary>Nothing, for that of the course; but nodes on one place would leave a street without a length, over which alone the way may go on.</summary>
    private double Length(double[] course, long from, long to)
    {
        if (from == to || EarthPlane.Length(course) > 0) return double.NaN;
        tally.Keep("streets without a length, taken to be 0.1 m long");
        return ShortestPiece;
    }

    /// <summary>A signal that holds against the other direction only does not stop this one.</summary>
    private StreetLanes Signal(StreetLanes said, bool isDriven, long node, string other) =>
        isDriven && content.Signals.TryGetValue(node, out var direction) && direction == other && uses[node] < 2 ? said with { GreenShare = 1 } : said;

    private void Node(long id)
    {
        if (!nodeRows.TryAdd(id, Nodes.Count)) return;
        var (longitude, latitude) = content.PlaceOf(id);
        Nodes.Add(new(NameOf(id), longitude, latitude) { HasSignal = content.Signals.ContainsKey(id) });
    }

    private static string NameOf(long node) => $"n{node}";

    private static IEnumerable<long> Distinct(List<long> references)
    {
        for (var i = 0; i < references.Count; i++)
            if (i == 0 || references[i] != references[i - 1]) yield return references[i];
    }
}

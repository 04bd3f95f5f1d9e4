using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Geodesy;

namespace DigitalTwin.Mobility.Roads;

/// <summary>
/// Makes a road network of streets: joins their ends to nodes, makes a link of each direction, fills in what nobody said and keeps count of it. A street with a mistake is reported and left out; the rest still becomes a network.
/// </summary>
public sealed class RoadBuilder
{
    private readonly StreetPlan plan;
    private readonly RoadDefaults defaults;
    private readonly string file;
    private readonly ProblemList problems;
    private readonly StreetCheck check;
    private readonly NodeSnapping snapping;
    private readonly LinkColumns links;
    private readonly Dictionary<string, int> named = new(StringComparer.Ordinal);
    private readonly List<(Street Street, int From, int To)> placed = [];
    private readonly List<string> leftOut = [];
    private readonly HashSet<string> refused;

    private RoadBuilder(StreetPlan plan, RoadDefaults defaults, string file, ProblemList problems)
    {
        (this.plan, this.defaults, this.file, this.problems) = (plan, defaults, file, problems);
        check = new(file, problems);
        snapping = new(EarthPlane.About(plan), defaults.SnapTolerance);
        links = new(plan, defaults);
        refused = new(plan.Refused, StringComparer.Ordinal);
    }

    /// <summary>Makes the network; mistakes are reported with the place of the street in <paramref name="file"/>.</summary>
    /// <param name="plan">Streets, nodes and banned turns.</param>
    /// <param name="defaults">What is taken where nothing is said.</param>
    /// <param name="file">The file as sentences name it; empty when there is none.</param>
    /// <param name="problems">Hears of mistakes.</param>
    /// <param name="report">What was decided.</param>
    /// <param name="cancellation">Stops it.</param>
    public static RoadNetwork Build(
        StreetPlan plan, RoadDefaults defaults, string file, ProblemList problems, out RoadReport report, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(defaults);
        ArgumentNullException.ThrowIfNull(problems);
        return new RoadBuilder(plan, defaults, file, problems).Build(out report, cancellation);
    }

    private RoadNetwork Build(out RoadReport report, CancellationToken cancellation)
    {
        AddNodes();
        foreach (var street in plan.Streets)
        {
            cancellation.ThrowIfCancellationRequested();
            var before = problems.ErrorCount;
            Add(street);
            if (problems.ErrorCount > before) refused.Add(street.Id);
        }
        var nodes = new RoadNodes
        {
            Ids = NodeNames.Of(plan.Nodes, snapping.Longitude.Count),
            Longitude = [.. snapping.Longitude],
            Latitude = [.. snapping.Latitude],
            IsThrough = [.. Enumerable.Range(0, snapping.Longitude.Count).Select(n => n >= plan.Nodes.Count || plan.Nodes[n].IsThrough)],
        };
        var joined = links.ToLinks();
        var turns = new TurnResolver(plan, refused.Concat(leftOut).ToHashSet(StringComparer.Ordinal), links, joined, file, problems);
        turns.Resolve();
        report = new()
        {
            Defaults = defaults,
            Streets = plan.Streets.Count,
            SnappedEnds = snapping.Moved,
            FarthestSnap = snapping.Farthest,
            LeftOut = leftOut,
            Refused = refused,
            IsCutShort = plan.IsCutShort,
            Uses = links.Uses,
            Crossings = RoadCrossings.Find(placed, nodes, defaults.SnapTolerance, cancellation),
            NearlyTouching = NodeNearness.Find(placed, nodes, defaults.SnapTolerance),
        };
        return new RoadNetwork(nodes, joined, turns.Pairs, turns.Sequences);
    }

    private void AddNodes()
    {
        foreach (var node in plan.Nodes)
        {
            if (!named.TryAdd(node.Id, snapping.Longitude.Count))
                problems.Error(file, node.Line, node.Column, $"The node '{node.Id}' stands here a second time; the first is in line {plan.Nodes[named[node.Id]].Line}.");
            check.Share(node.GreenShare, $"The node '{node.Id}'", node.Line, node.Column);
            snapping.Add(node.Longitude, node.Latitude);
        }
    }

    private void Add(Street street)
    {
        if (!check.Of(street)) return;
        if (street.Course.Length < 4 && (street.From is null || street.To is null))
        {
            check.Error(street, "is neither drawn nor has nodes for both of its ends ('from' and 'to')");
            return;
        }
        if (!Named(street, street.From, out var from) | !Named(street, street.To, out var to)) return;
        var course = street.Course.Length < 4 ? null : street.Course;
        // An end that names its node keeps its drawing; any other is drawn from its node, which may be a little aside.
        if (from < 0) from = Join(ref course, 0);
        else Beside(street, course, 0, from);
        if (to < 0) to = Join(ref course, course!.Length - 2);
        else Beside(street, course, (course?.Length ?? 2) - 2, to);
        var length = Length(street, course, from, to);
        if (double.IsNaN(length)) return;
        placed.Add((street with { Course = course ?? [] }, from, to));
        links.Add(street, from, to, length, IsStraight(course, from, to) ? null : course);
    }

    private bool Named(Street street, string? id, out int node)
    {
        node = -1;
        if (id is null || named.TryGetValue(id, out node)) return true;
        node = -1;
        check.Error(street, $"names the node '{id}', which the file does not have", NearestName.Hint(id, named.Keys));
        return false;
    }

    private int Join(ref double[]? course, int at)
    {
        var (longitude, latitude) = (course![at], course[at + 1]);
        var node = snapping.Find(longitude, latitude);
        if (node < 0) return snapping.Add(longitude, latitude);
        course = [.. course];
        (course[at], course[at + 1]) = (snapping.Longitude[node], snapping.Latitude[node]);
        return node;
    }

    private void Beside(Street street, double[]? course, int at, int node)
    {
        if (course is null || double.IsNaN(snapping.Longitude[node])) return;
        var distance = SphereDistance.Between(course[at], course[at + 1], snapping.Longitude[node], snapping.Latitude[node]);
        if (distance > Math.Max(defaults.SnapTolerance, 1))
            problems.Warning(file, street.Line, street.Column, $"The street '{street.Id}' is drawn to {(at == 0 ? "begin" : "end")} {distance:F1} m from its node '{plan.Nodes[node].Id}'.");
    }

    private double Length(Street street, double[]? course, int from, int to)
    {
        if (!double.IsNaN(street.Length)) return street.Length;
        var length = course is not null ? EarthPlane.Length(course)
            : SphereDistance.Between(snapping.Longitude[from], snapping.Latitude[from], snapping.Longitude[to], snapping.Latitude[to]);
        if (double.IsNaN(length)) check.Error(street, "has no 'length', and it is not drawn");
        else if (length <= defaults.SnapTolerance && from == to)
        {
            leftOut.Add(street.Id);
            problems.Warning(file, street.Line, street.Column, $"The street '{street.Id}' is {EarthPlane.Length(street.Course):0.##} m long and both of its ends are one node; it is left out.");
        }
        else if (length > 0) return length;
        else check.Error(street, "has no length: its ends lie on one place");
        return double.NaN;
    }

    private bool IsStraight(double[]? course, int from, int to) =>
        course is null || (course.Length == 4
            && course[0] == snapping.Longitude[from] && course[1] == snapping.Latitude[from] && course[2] == snapping.Longitude[to] && course[3] == snapping.Latitude[to]);
}

using DigitalTwin.Buildings.Ifc.Placements;
using DigitalTwin.Buildings.Ifc.Reading;
using DigitalTwin.Buildings.Step;

namespace DigitalTwin.Buildings.Ifc.Extents;

/// <summary>Reads profiles as outer rings: rectangles, circles and drawn curves as they are, rolled sections as the rectangle around them; holes are not subtracted.</summary>
internal sealed class ProfileReader(IfcSource source, PlacementReader placements, CurveReader curves, double metres)
{
    private const int Deepest = 6;

    /// <summary>The outer rings of a profile, m; empty for a kind that is not read.</summary>
    public List<IfcPoint[]> Read(long id, int depth = 0)
    {
        if (depth > Deepest || !source.Step.TryGet(id, out var profile)) return [];
        return profile.Keyword switch
        {
            "IFCRECTANGLEPROFILEDEF" or "IFCROUNDEDRECTANGLEPROFILEDEF" or "IFCRECTANGLEHOLLOWPROFILEDEF" => [Rectangle(profile, profile[3], profile[4])],
            "IFCISHAPEPROFILEDEF" or "IFCASYMMETRICISHAPEPROFILEDEF" => [Rectangle(profile, profile[3], profile[4])],
            "IFCLSHAPEPROFILEDEF" or "IFCTSHAPEPROFILEDEF" or "IFCUSHAPEPROFILEDEF" or "IFCZSHAPEPROFILEDEF" or "IFCCSHAPEPROFILEDEF" => [Rectangle(profile, profile[4].Number is null ? profile[3] : profile[4], profile[3])],
            "IFCCIRCLEPROFILEDEF" or "IFCCIRCLEHOLLOWPROFILEDEF" => [Ellipse(profile, profile[3], profile[3])],
            "IFCELLIPSEPROFILEDEF" => [Ellipse(profile, profile[3], profile[4])],
            "IFCTRAPEZIUMPROFILEDEF" => [Rectangle(profile, profile[3], profile[5])],
            "IFCARBITRARYCLOSEDPROFILEDEF" or "IFCARBITRARYPROFILEDEFWITHVOIDS" or "IFCARBITRARYOPENPROFILEDEF" when profile[2].Reference is { } curve => [Open(curves.Read(curve))],
            "IFCCOMPOSITEPROFILEDEF" => [.. profile[2].References.SelectMany(p => Read(p, depth + 1))],
            "IFCDERIVEDPROFILEDEF" or "IFCMIRROREDPROFILEDEF" when profile[2].Reference is { } parent => Read(parent, depth + 1),
            _ => [],
        };
    }

    private IfcPoint[] Rectangle(StepRecord profile, StepValue width, StepValue depth)
    {
        var (x, y) = (metres * (width.Number ?? 0) / 2, metres * (depth.Number ?? 0) / 2);
        var axes = Axes(profile);
        return [axes.Apply(new IfcPoint(-x, -y, 0)), axes.Apply(new IfcPoint(x, -y, 0)), axes.Apply(new IfcPoint(x, y, 0)), axes.Apply(new IfcPoint(-x, y, 0))];
    }

    private IfcPoint[] Ellipse(StepRecord profile, StepValue a, StepValue b)
    {
        const int chords = 24;
        var (x, y, axes) = (metres * (a.Number ?? 0), metres * (b.Number ?? 0), Axes(profile));
        return [.. Enumerable.Range(0, chords).Select(i => axes.Apply(new IfcPoint(x * Math.Cos(2 * Math.PI * i / chords), y * Math.Sin(2 * Math.PI * i / chords), 0)))];
    }

    private IfcFrame Axes(StepRecord profile) => profile[2].Reference is { } at ? placements.Axes(at) : IfcFrame.Identity;

    /// <summary>A ring without its last point where that repeats the first.</summary>
    private static IfcPoint[] Open(List<IfcPoint> ring) => [.. ring.Count > 1 && (ring[0] - ring[^1]).Length < 1e-9 ? ring[..^1] : ring];
}

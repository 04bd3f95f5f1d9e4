using DigitalTwin.Buildings.Ifc.Reading;
using DigitalTwin.Buildings.Step;

namespace DigitalTwin.Buildings.Ifc.Placements;

/// <summary>Reads chains of placements; each record once, and a chain that bites its own tail is cut with a sentence.</summary>
internal sealed class PlacementReader(IfcSource source, double metres)
{
    private readonly Dictionary<long, IfcFrame> frames = [];

    /// <summary>Placements that name themselves as their frame.</summary>
    public int Cycles { get; private set; }

    /// <summary>The frame of a product in the model, m.</summary>
    public IfcFrame Of(IfcRecord product)
    {
        if (product.Reference("ObjectPlacement") is not { } id) return IfcFrame.Identity;
        if (!source.Step.Contains(id)) source.Broken(product, "ObjectPlacement", id, "IfcObjectPlacement");
        return Global(id);
    }

    /// <summary>The frame of an axis placement in what it is placed in.</summary>
    public IfcFrame Axes(long id)
    {
        if (source.Find(id) is not { } axes || !axes.Is("IfcPlacement")) return IfcFrame.Identity;
        var origin = axes.Reference("Location") is { } location ? Point(location) : default;
        return IfcFrame.Of(origin, Direction(axes.Reference("Axis")), Direction(axes.Reference("RefDirection")));
    }

    /// <summary>A Cartesian point, m; zero where a coordinate is missing.</summary>
    public IfcPoint Point(long id) => source.Step.TryGet(id, out var record) && record.Keyword == "IFCCARTESIANPOINT" ? metres * Triple(record[0]) : default;

    /// <summary>The ratios of a direction; null where there are none.</summary>
    public IfcPoint? Direction(long? id) =>
        id is { } given && source.Step.TryGet(given, out var record) && record.Keyword == "IFCDIRECTION" && Triple(record[0]) is { Length: > 1e-12, IsFinite: true } ratios ? ratios : null;

    private IfcFrame Global(long id)
    {
        var chain = new List<(long Id, IfcFrame Relative)>();
        var seen = new HashSet<long>();
        var frame = IfcFrame.Identity;
        for (long? at = id; at is { } here; )
        {
            if (frames.TryGetValue(here, out var known))
            {
                frame = known;
                break;
            }
            if (!seen.Add(here))
            {
                Cycles++;
                source.Warn($"#{here} is a placement in a frame that is placed in #{here} itself; the chain is cut there.");
                break;
            }
            // A grid placement and other kinds that are not read stand where the frame around them does.
            if (source.Find(here) is not { } placement || !(placement.Is("IfcLocalPlacement") || placement.Is("IfcLinearPlacement"))) break;
            var relative = placement.Reference("CartesianPosition") ?? placement.Reference("RelativePlacement");
            chain.Add((here, relative is { } axes ? Axes(axes) : IfcFrame.Identity));
            at = placement.Reference("PlacementRelTo");
        }
        for (var i = chain.Count - 1; i >= 0; i--) frames[chain[i].Id] = frame = frame.Apply(chain[i].Relative);
        return frame;
    }

    private static IfcPoint Triple(StepValue list)
    {
        var items = list.Items;
        return new(At(0), At(1), At(2));

        double At(int i) => i < items.Count && items[i].Number is { } number && double.IsFinite(number) ? number : 0;
    }
}

using DigitalTwin.Buildings.Ifc.Extents;
using DigitalTwin.Buildings.Ifc.Placements;

namespace DigitalTwin.Buildings.Ifc;

/// <summary>Something with a place: a part of the spatial tree or an element.</summary>
public abstract class IfcProduct : IfcObject
{
    private readonly Lazy<IfcExtent?> extent;

    private protected IfcProduct() => extent = new(() => ExtentReader?.Invoke(this), LazyThreadSafetyMode.ExecutionAndPublication);

    /// <summary>Its own axes in the model, m.</summary>
    public IfcFrame Frame { get; init; } = IfcFrame.Identity;

    /// <summary>What it is a part of or stands in; null at the top and for orphans.</summary>
    public IfcProduct? Parent { get; internal set; }

    /// <summary>What it is made of by aggregation and nesting, in the file's order.</summary>
    public IReadOnlyList<IfcProduct> Parts { get; internal set; } = [];

    /// <summary>
    /// Box, footprint and simple measures of its own shape, found out when first asked for; null where it has none that can be read without a geometry kernel.
    /// </summary>
    public IfcExtent? Extent => extent.Value;

    /// <summary>Whether the file gives it a shape.</summary>
    public bool HasShape { get; init; }

    internal long? Representation { get; init; }

    internal Func<IfcProduct, IfcExtent?>? ExtentReader { get; init; }

    /// <summary>It and everything it is made of, itself first.</summary>
    public IEnumerable<IfcProduct> WithParts()
    {
        var stack = new Stack<IfcProduct>([this]);
        while (stack.TryPop(out var here))
        {
            yield return here;
            for (var i = here.Parts.Count - 1; i >= 0; i--) stack.Push(here.Parts[i]);
        }
    }
}

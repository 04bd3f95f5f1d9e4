using DigitalTwin.Numerics.Text;
using DigitalTwin.Scenarios.Vocabulary;
using DigitalTwin.Simulation.Results.Manifests;

namespace DigitalTwin.Simulation.Results.Maps;

/// <summary>
/// What one panel of maps shows: the layers of a domain, the fields among which a reader chooses its colours, and, where there are such, the field that
/// gives lines their width (<c>flow</c>) and the one that gives points their size (<c>spaces</c>).
/// </summary>
/// <param name="Domain">First word of the layers' names: <c>road</c>.</param>
/// <param name="Layers">Its layers.</param>
/// <param name="Fields">Fields to colour by; layers that share a name share the field.</param>
/// <param name="Width">Field of the widths of lines, or null.</param>
/// <param name="Size">Field of the sizes of points, or null.</param>
internal sealed record PanelPlan(string Domain, IReadOnlyList<LayerLabel> Layers, IReadOnlyList<FieldLabel> Fields, string? Width, string? Size)
{
    private const int MostFields = 7;
    private const string Weather = "city", Pressure = "pressure", Flow = "flow", Spaces = "spaces";

    /// <summary>Domains whose lines have a direction and lie beside each other where two run against each other.</summary>
    private static readonly string[] Directed = ["road", "parking"];

    /// <summary>Whether lines are moved to the right of their course, as traffic drives in China.</summary>
    public bool IsDirected => Directed.Contains(Domain);

    /// <summary>Assets of all layers.</summary>
    public int Assets => Layers.Sum(l => l.Assets);

    /// <summary>What the panel is called: its layers' titles.</summary>
    public LocalizedText Title => new(string.Join(", ", Layers.Select((l, i) => i == 0 ? l.Title.En : l.Title.En.ToLowerInvariant())), string.Join("、", Layers.Select(l => l.Title.In("zh"))));

    /// <summary>
    /// A panel for each domain that has a field of which we know which way it is worse; the weather of the districts only when there is nothing else.
    /// </summary>
    public static IReadOnlyList<PanelPlan> Of(IReadOnlyList<LayerLabel> layers)
    {
        PanelPlan[] all = [.. layers.GroupBy(DomainOf).Select(g => Of(g.Key, [.. g])).Where(p => p.Fields.Count > 0)];
        return Array.Exists(all, p => p.Domain != Weather) ? [.. all.Where(p => p.Domain != Weather)] : all;
    }

    /// <summary>The domain in a layer's name: <c>water</c> in <c>water_junction</c>.</summary>
    public static string DomainOf(LayerLabel layer) => layer.Name.IndexOf('_', StringComparison.Ordinal) is >= 0 and var end ? layer.Name[..end] : layer.Name;

    private static PanelPlan Of(string domain, LayerLabel[] layers)
    {
        FieldLabel[] all = [.. layers.SelectMany(l => l.Fields).DistinctBy(f => f.Name)];
        FieldLabel[] known = [.. all.Where(f => f.WorstInstant is not null)];
        var neutral = known.Where(f => f.Worse == KpiDirection.Neutral).Select(f => f.Name).ToArray();
        // Who asks about water asks for pressure first; others for the first field of which we know which way it is worse. Then come all, in their layers' order.
        var first = known.FirstOrDefault(f => f.Name == Pressure) ?? known.FirstOrDefault(f => f.Worse != KpiDirection.Neutral);
        return new(domain, layers, first is null ? [] : [.. known.OrderBy(f => f == first ? 0 : 1).Take(MostFields)],
            Directed.Contains(domain) && neutral.Contains(Flow) ? Flow : null, neutral.Contains(Spaces) ? Spaces : null);
    }
}

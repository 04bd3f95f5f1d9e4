using DigitalTwin.Buildings.Envelope;
using DigitalTwin.Buildings.Records;

namespace DigitalTwin.Buildings.Archetypes;

/// <summary>How large a building is: what its record says, and the rest from that.</summary>
/// <param name="Storeys">Storeys above the ground.</param>
/// <param name="Height">Height, m.</param>
/// <param name="Ground">Area of the footprint, m².</param>
/// <param name="FloorArea">Gross floor area, m².</param>
/// <param name="Volume">Gross volume, m³.</param>
internal sealed record BuildingSize(Known<int> Storeys, Known<double> Height, double Ground, Known<double> FloorArea, Known<double> Volume)
{
    /// <summary>The size, or null when the record has neither a footprint nor an area nor a volume.</summary>
    public static BuildingSize? Of(BuildingRecord record, Archetype archetype)
    {
        var ground = EnvelopeCompletion.AreaOf(record.Footprint?.Value, record.Crs);
        if (ground == 0) ground = record.Surfaces.Where(s => s.Kind == SurfaceKind.Floor).Sum(s => s.Area);
        var (height, floor) = (record.Height?.Value, record.FloorArea?.Value);
        if (height is null && record.Volume is { } volume && ground > 0) height = volume.Value / ground;
        var storeys = record.Storeys ?? (height is { } h ? Derived(Math.Max(1, (int)Math.Round(h / archetype.StoreyHeight)), $"height / {archetype.StoreyHeight:0.0#} m")
            : floor is { } area && ground > 0 ? Derived(Math.Max(1, (int)Math.Round(area / ground)), "floor area / footprint")
            : new(archetype.Storeys, archetype.Source));
        if (ground == 0) ground = floor is { } all ? all / storeys.Value : record.Volume is { } gross ? gross.Value / (height ?? storeys.Value * archetype.StoreyHeight) : 0;
        if (!(ground > 0)) return null;
        var tall = record.Height ?? (height is { } found ? Derived(found, "volume / footprint") : Derived(storeys.Value * archetype.StoreyHeight, $"storeys x {archetype.StoreyHeight:0.0#} m"));
        return new(storeys, tall, ground, record.FloorArea ?? Derived(ground * storeys.Value, "footprint x storeys"), record.Volume ?? Derived(ground * tall.Value, "footprint x height"));
    }

    /// <summary>A value that follows from others.</summary>
    public static Known<T> Derived<T>(T value, FormattableString how) => new(value, "derived " + how.ToString(System.Globalization.CultureInfo.InvariantCulture));

    private static Known<T> Derived<T>(T value, string how) => new(value, "derived " + how);
}

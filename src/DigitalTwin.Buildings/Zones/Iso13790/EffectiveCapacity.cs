using DigitalTwin.Buildings.Envelope;

namespace DigitalTwin.Buildings.Zones.Iso13790;

/// <summary>How much heat a zone's mass stores over a day, and over how large an area it takes it in.</summary>
public static class EffectiveCapacity
{
    /// <summary>Depth that a day's swing reaches, m (ISO 13786:2007, annex A).</summary>
    private const double DailyDepth = 0.1;

    /// <summary>Conductivity below which a layer insulates what lies behind it, W/(m K): our reading of "insulating layer" (mineral wool 0.04, light concrete 0.1 and more).</summary>
    private const double Insulating = 0.08;

    /// <summary>C_m, J/K, and A_m, m²: C_m² / Σ A κ² over the surfaces (ISO 13790:2008, 12.2.2) where the layers of all opaque surfaces are known, else table 12.</summary>
    public static (double Capacity, double MassArea) Of(ThermalZone zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        double sum = 0, squares = 0;
        foreach (var s in zone.Opaque)
        {
            if (s.Construction is null) return OfClass(zone.Mass, zone.FloorArea);
            var kappa = OfLayers(s.Construction);
            sum += s.Area * kappa;
            squares += s.Area * kappa * kappa;
        }
        return squares > 0 ? (sum, sum * sum / squares) : OfClass(zone.Mass, zone.FloorArea);
    }

    /// <summary>ISO 13790:2008, table 12, per m² of floor.</summary>
    public static (double Capacity, double MassArea) OfClass(ThermalMass mass, double floorArea)
    {
        var (kilojoule, area) = mass switch
        {
            ThermalMass.VeryLight => (80, 2.5),
            ThermalMass.Light => (110, 2.5),
            ThermalMass.Medium => (165, 2.5),
            ThermalMass.Heavy => (260, 3.0),
            ThermalMass.VeryHeavy => (370, 3.5),
            _ => throw new ArgumentOutOfRangeException(nameof(mass)),
        };
        return (1000 * kilojoule * floorArea, area * floorArea);
    }

    /// <summary>κ, J/(m² K): ρ c d of the layers from inside, to 10 cm, the middle of the element or the first insulating layer, whichever comes first (ISO 13786:2007, annex A).</summary>
    public static double OfLayers(Construction construction)
    {
        ArgumentNullException.ThrowIfNull(construction);
        double kappa = 0, left = DailyDepth;

        // Half of a single slab counts for this side; an element with insulation ends there anyway.
        if (!construction.Layers.Any(l => l.Conductivity < Insulating)) left = Math.Min(left, construction.Layers.Sum(l => l.Thickness) / 2);
        for (var i = construction.Layers.Count - 1; i >= 0 && left > 0; i--)
        {
            var layer = construction.Layers[i];
            if (layer.Conductivity < Insulating) break;
            kappa += layer.Density * layer.SpecificHeat * Math.Min(left, layer.Thickness);
            left -= layer.Thickness;
        }
        return kappa;
    }
}

namespace DigitalTwin.Buildings.Envelope;

/// <summary>Layers of an opaque element, from outside to inside, without the films of air.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Layers">From outside to inside.</param>
public sealed record Construction(string Name, IReadOnlyList<MaterialLayer> Layers)
{
    /// <summary>Sum of the layers' resistances, m² K/W.</summary>
    public double Resistance => Layers.Sum(l => l.Resistance);

    /// <summary>Sum of the layers' areal heat capacities, J/(m² K).</summary>
    public double ArealHeatCapacity => Layers.Sum(l => l.ArealHeatCapacity);
}

namespace DigitalTwin.Buildings.Envelope;

/// <summary>A homogeneous layer of a construction.</summary>
/// <param name="Material">Its name.</param>
/// <param name="Thickness">d, m.</param>
/// <param name="Conductivity">λ, W/(m K).</param>
/// <param name="Density">ρ, kg/m³.</param>
/// <param name="SpecificHeat">c, J/(kg K).</param>
public sealed record MaterialLayer(string Material, double Thickness, double Conductivity, double Density, double SpecificHeat)
{
    /// <summary>d / λ, m² K/W.</summary>
    public double Resistance => Thickness / Conductivity;

    /// <summary>ρ c d, J/(m² K).</summary>
    public double ArealHeatCapacity => Density * SpecificHeat * Thickness;
}

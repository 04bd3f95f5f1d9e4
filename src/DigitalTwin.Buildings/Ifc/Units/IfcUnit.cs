namespace DigitalTwin.Buildings.Ifc.Units;

/// <summary>A unit of the file as a line through SI: SI = <paramref name="Factor"/> · value + <paramref name="Offset"/> (temperatures come out in °C, masses in kg, angles in rad).</summary>
/// <param name="Kind">What it measures, as the schema says it: <c>LENGTHUNIT</c>.</param>
/// <param name="Name">As the file names it: <c>mm</c>, <c>FOOT</c>.</param>
/// <param name="Factor">SI per unit.</param>
/// <param name="Offset">SI at zero of the unit.</param>
public readonly record struct IfcUnit(string Kind, string Name, double Factor, double Offset = 0)
{
    /// <summary>A value of this unit in SI.</summary>
    public double ToSi(double value) => Factor * value + Offset;
}

namespace DigitalTwin.Buildings.Ifc.Materials;

/// <summary>A material and what the file says of its heat; nulls where it says nothing.</summary>
/// <param name="Id">Number of its record.</param>
/// <param name="Name">Its name.</param>
/// <param name="Conductivity">λ, W/(m K).</param>
/// <param name="Density">ρ, kg/m³.</param>
/// <param name="SpecificHeat">c, J/(kg K).</param>
public sealed record IfcMaterial(long Id, string Name, double? Conductivity, double? Density, double? SpecificHeat);

/// <summary>A part of what an element is made of.</summary>
/// <param name="Material">Null for a layer without one: an air gap.</param>
/// <param name="Thickness">m; NaN where the file knows none, as in a list.</param>
/// <param name="IsVentilated">True for a gap that outdoor air goes through; null where the file does not say.</param>
public sealed record IfcMaterialPart(IfcMaterial? Material, double Thickness, bool? IsVentilated);

/// <summary>How a file says what an element is made of.</summary>
public enum IfcMaterialForm
{
    /// <summary>One material.</summary>
    One,

    /// <summary>Layers with thicknesses.</summary>
    Layers,

    /// <summary>A list without measures.</summary>
    List,

    /// <summary>Named constituents.</summary>
    Constituents,

    /// <summary>Profiles, as of beams.</summary>
    Profiles,
}

/// <summary>What an element is made of.</summary>
/// <param name="Form">How the file says it.</param>
/// <param name="Name">Name of the layer set; null where it has none.</param>
/// <param name="Parts">In the file's order: of layers, along <paramref name="Axis"/>.</param>
/// <param name="Axis">2 where layers follow each other along the element's y (walls), 3 along its z (slabs), 1 along its x; 0 where the file does not say.</param>
/// <param name="IsForward">Whether the first layer lies lowest on that axis.</param>
public sealed record IfcMaterialUse(IfcMaterialForm Form, string? Name, IReadOnlyList<IfcMaterialPart> Parts, int Axis, bool IsForward)
{
    /// <summary>Whether the file gives layers with thicknesses.</summary>
    public bool HasLayers => Form == IfcMaterialForm.Layers && Parts.Count > 0;

    /// <summary>Sum of the thicknesses of layers, m.</summary>
    public double Thickness => HasLayers ? Parts.Sum(p => p.Thickness) : double.NaN;
}

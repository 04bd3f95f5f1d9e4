using System.Globalization;
using DigitalTwin.Buildings.Envelope;
using DigitalTwin.Buildings.Ifc.Schema;

namespace DigitalTwin.Buildings.Ifc.Materials;

/// <summary>Heat of materials by words in their names, where a file gives none: the embedded table <c>ifc-materials.csv</c>.</summary>
internal static class MaterialTable
{
    private static readonly Lazy<Row[]> Rows = new(() => [.. EmbeddedText.Lines("ifc-materials.csv").Select(Row.Parse)]);

    /// <summary>A layer with everything that heat asks for; null where neither the file nor the table knows its material.</summary>
    public static MaterialLayer? Layer(IfcMaterialPart part)
    {
        var name = part.Material?.Name ?? "air gap";
        var row = Rows.Value.FirstOrDefault(r => r.Matches(name));
        var conductivity = part.Material?.Conductivity ?? row?.ConductivityOf(part.Thickness);
        return conductivity is { } known ? new(name, part.Thickness, known, part.Material?.Density ?? row?.Density ?? 1000, part.Material?.SpecificHeat ?? row?.SpecificHeat ?? 1000) : null;
    }

    /// <summary>The layers of an element as a construction; null unless all are known and one has a thickness.</summary>
    /// <param name="use">What it is made of.</param>
    /// <param name="firstIsOutside">Whether the file's first layer is the outermost.</param>
    public static Construction? Construction(IfcMaterialUse use, bool firstIsOutside)
    {
        if (!use.HasLayers) return null;
        var layers = new List<MaterialLayer>();
        foreach (var part in use.Parts)
        {
            if (!(part.Thickness > 0)) continue;
            if (Layer(part) is not { } layer) return null;
            layers.Add(layer);
        }
        if (!firstIsOutside) layers.Reverse();
        return layers.Count == 0 ? null : new(use.Name ?? string.Join(" + ", layers.Select(l => l.Material)), layers);
    }

    private sealed record Row(string[] Words, double Conductivity, double Resistance, double Density, double SpecificHeat)
    {
        public static Row Parse(string line)
        {
            var fields = line.Split(';');
            var gap = fields[1][0] == 'R';
            var first = double.Parse(fields[1].AsSpan(gap ? 1 : 0), CultureInfo.InvariantCulture);
            return new(fields[0].Split('|'), gap ? 0 : first, gap ? first : 0, double.Parse(fields[2], CultureInfo.InvariantCulture), double.Parse(fields[3], CultureInfo.InvariantCulture));
        }

        public bool Matches(string name) => Array.Exists(Words, w => name.Contains(w, StringComparison.OrdinalIgnoreCase));

        public double ConductivityOf(double thickness) => Resistance > 0 ? thickness / Resistance : Conductivity;
    }
}

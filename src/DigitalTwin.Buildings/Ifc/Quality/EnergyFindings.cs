namespace DigitalTwin.Buildings.Ifc.Quality;

/// <summary>What is missing for an energy model.</summary>
internal static class EnergyFindings
{
    public static void Find(IfcModel model, Findings findings)
    {
        var walls = model.Of(IfcElementKind.Wall).ToArray();
        var windows = model.Of(IfcElementKind.Window).ToArray();
        var roofs = model.Of(IfcElementKind.Roof).Concat(model.Of(IfcElementKind.Slab).Where(s => s.PredefinedType == "ROOF")).ToArray();
        var envelope = walls.Where(w => w.IsExternal == true).Concat(windows).Concat(roofs).ToArray();
        if (!model.Buildings.Any()) return;
        findings.If(walls.Length == 0, IfcPurpose.Energy, "no-walls", "There are no walls.", "没有墙。");
        findings.If(windows.Length == 0 && !model.Of(IfcElementKind.CurtainWall).Any(), IfcPurpose.Energy, "no-windows", "There are no windows.", "没有窗。");
        findings.Add(IfcPurpose.Energy, "walls-without-is-external", walls.Where(w => w.IsExternal is null), walls.Length, "Walls do not say whether they are outer ones.", "部分墙没有内外墙信息（IsExternal）。");
        findings.Add(IfcPurpose.Energy, "without-u-value", envelope.Where(e => e.ThermalTransmittance is null), envelope.Length, "Outer walls, windows and roofs have no ThermalTransmittance.", "外墙、窗或屋顶没有传热系数（ThermalTransmittance）。");
        findings.Add(IfcPurpose.Energy, "without-layers", walls.Where(w => w.Material?.HasLayers != true), walls.Length, "Walls have no material layers.", "部分墙没有材料层。");
        var materials = walls.Where(w => w.Material?.HasLayers == true).SelectMany(w => w.Material!.Parts).Select(p => p.Material).OfType<Materials.IfcMaterial>().DistinctBy(m => m.Id).ToArray();
        findings.Add(IfcPurpose.Energy, "materials-without-conductivity", [.. materials.Where(m => m.Conductivity is null).Select(m => $"#{m.Id} {m.Name}")], materials.Length,
            "Materials of walls state no thermal conductivity: a table by name stands in.", "墙体材料没有导热系数，按名称取默认值。");
        findings.Add(IfcPurpose.Energy, "windows-without-area", windows.Where(w => w.OpeningArea is null), windows.Length, "Windows state neither an area nor height and width.", "部分窗没有面积或宽高。");
        findings.Add(IfcPurpose.Energy, "windows-without-wall", windows.Where(w => w.Host is null), windows.Length, "Windows fill no opening of a wall.", "部分窗没有归属的墙洞口。");
        var boundaries = model.Spaces.SelectMany(s => s.Boundaries).ToArray();
        findings.If(boundaries.Length == 0, IfcPurpose.Energy, "no-space-boundaries", "There are no space boundaries.", "没有空间边界。");
        findings.If(boundaries.Length > 0 && !Array.Exists(boundaries, b => b.Level == 2), IfcPurpose.Energy, "first-level-boundaries", "Space boundaries are of the first level only.", "空间边界仅为第一级。", boundaries.Length);
        findings.If(boundaries.Length > 0 && !Array.Exists(boundaries, b => b.IsExternal == true), IfcPurpose.Energy, "no-external-boundaries", "No space boundary is external.", "没有外部空间边界。");
    }
}

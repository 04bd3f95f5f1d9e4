namespace DigitalTwin.Buildings.Ifc.Quality;

/// <summary>What is missing of storeys, spaces and their areas.</summary>
internal static class SpaceFindings
{
    /// <summary>Higher than any building, m (Burj Khalifa is 828 m): beyond, the unit is probably wrong.</summary>
    private const double Tallest = 1000;

    public static void Find(IfcModel model, Findings findings)
    {
        var (buildings, storeys, spaces) = (model.Buildings.ToArray(), model.Storeys.ToArray(), model.Spaces.ToArray());
        findings.If(buildings.Length == 0, IfcPurpose.Spaces, "no-building", "There is no IfcBuilding.", "没有 IfcBuilding。");
        findings.If(storeys.Length == 0 && buildings.Length > 0, IfcPurpose.Spaces, "no-storeys", "There are no storeys.", "没有楼层。");
        findings.Add(IfcPurpose.Spaces, "non-floor-storeys", buildings.SelectMany(b => b.Storeys).Where(s => !s.IsFloor), storeys.Length,
            "Storeys are no floors: they hold no room, and no slab with walls on it.", "部分楼层不是实际楼面：没有房间，也没有承载墙体的楼板。");
        findings.Add(IfcPurpose.Spaces, "storeys-without-elevation", storeys.Where(s => s.Elevation is null), storeys.Length, "Storeys have no elevation.", "部分楼层没有标高。");
        findings.Add(IfcPurpose.Spaces, "implausible-elevations", storeys.Where(s => Math.Abs(s.Elevation ?? 0) > Tallest), storeys.Length,
            "Storeys lie more than a kilometre up or down: the unit of length is probably wrong.", "楼层标高超过一千米，长度单位很可能有误。");
        findings.If(spaces.Length == 0 && buildings.Length > 0, IfcPurpose.Spaces, "no-spaces", "There are no spaces: areas come from outlines.", "没有空间（房间），面积由轮廓估算。");
        findings.Add(IfcPurpose.Spaces, "spaces-without-area", spaces.Where(s => s.NetFloorArea is null && s.GrossFloorArea is null), spaces.Length, "Spaces state no floor area.", "部分空间没有面积。");
        findings.Add(IfcPurpose.Spaces, "spaces-without-volume", spaces.Where(s => s.Volume is null), spaces.Length, "Spaces state no volume.", "部分空间没有体积。");
        var vendor = spaces.Where(s => s.QuantitySets.Count > 0 && !s.QuantitySets.Any(q => q.IsStandard)).ToArray();
        findings.Add(IfcPurpose.Spaces, "vendor-quantities-only", [.. vendor.SelectMany(s => s.QuantitySets).Select(q => q.Name.Length == 0 ? "(no name)" : q.Name).Distinct().Order(StringComparer.Ordinal)], 0,
            "Spaces state quantities in sets of their program only, not in the standard's.", "空间的数量仅存于软件自有的数量集，而非标准数量集。");
        findings.If(!model.Elements.SelectMany(e => e.QuantitySets).Concat(spaces.SelectMany(s => s.QuantitySets)).Any(q => q.IsStandard) && buildings.Length > 0, IfcPurpose.Spaces, "no-base-quantities",
            "There are no base quantities: areas of walls and slabs come from extents.", "没有标准基础数量，墙和板的面积由外形估算。");
        findings.Add(IfcPurpose.Spaces, "spaces-without-use", spaces.Where(s => s.LongName is null && s.ObjectType is null && s.Zones.Count == 0 && !s.Property(null, "OccupancyType").IsSomething), spaces.Length,
            "Spaces say nothing of their use.", "部分空间没有用途信息。");
    }
}

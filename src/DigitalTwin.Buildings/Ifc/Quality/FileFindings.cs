namespace DigitalTwin.Buildings.Ifc.Quality;

/// <summary>What is wrong with the file as such.</summary>
internal static class FileFindings
{
    public static void Find(IfcModel model, IReadOnlyList<(string GlobalId, IReadOnlyList<string> Records)> duplicates, int rejected, Findings findings)
    {
        var faults = model.Faults;
        findings.Add(IfcPurpose.File, "duplicate-global-ids", [.. duplicates.Select(d => $"{d.GlobalId}: {string.Join(", ", d.Records.Take(3))}{(d.Records.Count > 3 ? ", …" : "")}")], 0,
            "GlobalIds are held by more than one record.", "多个记录使用了同一个 GlobalId。");
        findings.Add(IfcPurpose.File, "malformed-global-ids", [.. model.Spatial.Concat<IfcObject>(model.Elements).Where(o => o.GlobalId.Length != GlobalIds.Length).Select(o => $"{o}: '{o.GlobalId}'")], 0,
            "GlobalIds are not 22 characters long.", "GlobalId 不是 22 个字符。");
        findings.If(rejected > 0, IfcPurpose.File, "rejected-records", "Records were rejected because they break the grammar; the rest is kept.", "部分记录不符合语法，已舍弃，其余保留。", rejected);
        findings.If(model.Source.BrokenReferences > 0, IfcPurpose.File, "broken-references", "References lead nowhere or to another kind of thing.", "部分引用指向不存在的记录或错误的类型。", model.Source.BrokenReferences);
        findings.If(model.Source.WrongCounts > 0, IfcPurpose.File, "wrong-attribute-counts", "Records have more or fewer values than their entity has attributes.", "部分记录的属性个数与模式不符。", model.Source.WrongCounts);
        findings.If(faults.PlacementCycles + faults.TreeCycles > 0, IfcPurpose.File, "cycles", "Things are placed in themselves or are parts of themselves; the circles are cut.", "存在循环放置或循环包含，已断开。", faults.PlacementCycles + faults.TreeCycles);
        findings.If(faults.TwiceClaimed > 0, IfcPurpose.File, "claimed-twice", "Things are put into two places; the first holds.", "部分构件同时属于两处，以先出现者为准。", faults.TwiceClaimed);
        findings.Add(IfcPurpose.File, "unknown-entities", faults.UnknownClasses, 0, "Entities are not known and were read as plain elements.", "未知实体按一般构件读取。");
        findings.If(model.Project is null, IfcPurpose.File, "no-project", "There is no IfcProject.", "没有 IfcProject。");
        findings.If(!model.Units.Has("LENGTHUNIT"), IfcPurpose.File, "no-length-unit", "No unit of length is assigned; metres are taken.", "未指定长度单位，按米处理。");
        var lost = model.Elements.Where(e => e is { Parent: null, Host: null, HasShape: true, Kind: not IfcElementKind.Opening }).ToArray();
        findings.Add(IfcPurpose.File, "uncontained-elements", lost, model.Elements.Count, "Elements with a shape stand in no storey and no other element.", "有几何形状的构件未归属任何楼层或构件。");
    }
}

using System.Globalization;
using DigitalTwin.Buildings.Ifc;
using DigitalTwin.Buildings.Ifc.Quality;
using DigitalTwin.Cli.Terminals;
using DigitalTwin.Numerics.Text;

namespace DigitalTwin.Cli.Commands.Bim;

/// <summary>A summary for a person: what it is, the tree, the sums, what it lacks.</summary>
internal sealed class BimText(Terminal terminal, IfcModel model)
{
    private const int MostElements = 12;

    public void Write(BimSummary s, int depth)
    {
        Line($"{s.File}: {s.Schema}, {Number(s.Bytes / 1e6)} MB, {s.Records:N0} {Say(Plural.For(s.Records, "record", "records"), "条记录")}, {Say("read in", "读取用时")} {s.ReadingMs:0} ms ({s.Bytes / 1e6 / Math.Max(s.ReadingMs / 1000, 1e-6):0} MB/s)");
        Line($"{Say("by", "来源")} {(s.Program.Length > 0 ? s.Program : "?")}, {s.Written}; {Say("unit of length", "长度单位")} {s.LengthUnit}");
        if (depth > 0)
        {
            Line();
            Line($"{Say("Project", "项目")} {s.Project}");
            foreach (var root in model.Roots) Tree(root, 1, depth);
        }
        Line();
        Line(Say("Counts", "数量") + ": " + string.Join(", ", s.Counts.Where(c => c.Value > 0).Select(c => $"{c.Value:N0} {Say(c.Key.Replace('-', ' '), Chinese(c.Key))}")));
        if (s.QuantitySets.Count > 0) Line(Say("Quantity sets", "数量集") + ": " + string.Join(", ", s.QuantitySets.Select(q => $"{(q.Key.Length == 0 ? Say("(no name)", "（无名）") : q.Key)} {q.Value:N0}")));
        Sums(s);
        foreach (var building in s.Buildings) Building(building);
        Line();
        Place(s);
        Findings(s.Findings);
    }

    private void Tree(IfcSpatial place, int level, int depth)
    {
        var indent = new string(' ', 2 * level);
        var more = place switch
        {
            IfcStorey storey => $" {(storey.Elevation is { } e ? Signed(e) + " m" : Say("no elevation", "无标高"))}{(storey.Height is { } h ? $", {Number(h)} m {Say("high", "层高")}" : "")}{(storey.IsFloor ? "" : Say(", no floor", "，非楼面"))}, {storey.Spaces.Count():N0} {Say(Plural.For(storey.Spaces.Count(), "space", "spaces"), "空间")}, {storey.AllElements().Count():N0} {Say(Plural.For(storey.AllElements().Count(), "element", "elements"), "构件")}",
            IfcSpace space => $" {space.LongName}{(space.NetFloorArea is { } a ? $" {Number(a)} m²" : "")}{(space.Volume is { } v ? $" {Number(v)} m³" : "")}",
            _ => "",
        };
        Line($"{indent}{place.Class} {place.Title}{more}");
        if (level >= depth) return;
        var children = place is IfcBuilding building ? place.Parts.Where(p => p is not IfcStorey).Concat(building.Storeys.Where(s => s.Parent == place)) : place.Parts;
        foreach (var part in children.OfType<IfcSpatial>()) Tree(part, level + 1, depth);
        foreach (var group in place.Elements.GroupBy(e => e.Class)) Elements(group.Key, [.. group], level + 1, depth);
    }

    /// <summary>Elements of one entity: a line for all, and one for each where the tree goes that deep.</summary>
    private void Elements(string entity, IfcElement[] elements, int level, int depth)
    {
        var indent = new string(' ', 2 * level);
        Line($"{indent}{elements.Length:N0} × {entity}");
        if (level >= depth) return;
        foreach (var element in elements.Take(MostElements))
            Line($"{indent}  #{element.Id} {element.Name}{((element.StatedArea ?? element.OpeningArea) is { } area ? $" {Number(area)} m²" : "")}{(element.ThermalTransmittance is { } u ? $" U {Number(u)}" : "")}{(element.Material?.Name is { } m ? $" [{m}]" : "")}");
        if (elements.Length > MostElements) Line($"{indent}  … {Say("and", "另有")} {elements.Length - MostElements:N0}");
    }

    private void Sums(BimSummary s)
    {
        (string En, string Zh, double? Value, string Unit)[] sums =
        [
            ("net floor area of spaces", "空间净面积", s.Sums.SpaceNetFloorArea, "m²"), ("gross floor area of spaces", "空间毛面积", s.Sums.SpaceGrossFloorArea, "m²"), ("volume of spaces", "空间体积", s.Sums.SpaceVolume, "m³"),
            ("net side area of walls", "墙体净侧面积", s.Sums.WallNetSideArea, "m²"), ("area of windows", "窗面积", s.Sums.WindowArea, "m²"), ("area of doors", "门面积", s.Sums.DoorArea, "m²"),
        ];
        var stated = sums.Where(x => x.Value is not null).Select(x => $"{Say(x.En, x.Zh)} {Number(x.Value!.Value)} {x.Unit}").ToArray();
        Line($"{Say("Stated sums", "文件中数量合计")}: {(stated.Length > 0 ? string.Join(", ", stated) : Say("none", "无"))}");
    }

    private void Building(BimBuilding b) => Line(
        $"{Say("Building", "建筑")} {b.Name ?? b.Id}: {string.Join(", ", new[] { b.Use, Part(b.Storeys, Say("storeys", "层")), Part(b.Basements is > 0 ? b.Basements : null, Say("basements", "地下层")), Part(b.Height, "m", Say("height ", "高 ")), Part(b.FloorArea, "m²", Say("floor area ", "建筑面积 ")), Part(b.Volume, "m³", Say("volume ", "体积 ")), Part(b.Footprint, "m²", Say("footprint ", "占地 ")), $"{b.Surfaces} {Say("outer surfaces", "外表面")} {Number(b.EnvelopeArea)} m²" }.Where(t => !string.IsNullOrEmpty(t)))}");

    private void Place(BimSummary s)
    {
        var place = s.Latitude is { } lat && s.Longitude is { } lon ? string.Create(CultureInfo.InvariantCulture, $"{lat:0.#####}, {lon:0.#####}") : Say("not stated", "未给出");
        Line($"{Say("Latitude, longitude", "纬度、经度")}: {place}; {Say("y axis", "y 轴方位角")} {Number(s.Azimuth)}° {Say("from north", "")}{(s.Crs is { } crs ? $"; {crs}" : "")}".TrimEnd());
    }

    private void Findings(IReadOnlyList<IfcFinding> findings)
    {
        Line();
        Line(Say("Data quality", "数据质量"));
        foreach (var purpose in Enum.GetValues<IfcPurpose>())
        {
            var these = findings.Where(f => f.Purpose == purpose).ToArray();
            Line($"  {Title(purpose)}: {(these.Length == 0 ? Say("nothing missing", "完整") : "")}".TrimEnd());
            foreach (var f in these)
            {
                var many = f.Of > 0 ? $" ({f.Count:N0} {Say("of", "/")} {f.Of:N0})" : f.Count > 1 || f.Examples.Count > 0 ? $" ({f.Count:N0})" : "";
                Line($"    - {Say(f.En, f.Zh)}{many}{(f.Examples.Count > 0 ? " " + string.Join("; ", f.Examples.Take(3)) : "")}");
            }
        }
    }

    private string Title(IfcPurpose purpose) => purpose switch
    {
        IfcPurpose.File => Say("File", "文件"), IfcPurpose.Spaces => Say("Storeys and spaces", "楼层与空间"), IfcPurpose.Georeference => Say("Georeference", "地理定位"),
        IfcPurpose.Energy => Say("Energy", "能耗"), _ => Say("Schedule (4D)", "进度（4D）"),
    };

    private static string Chinese(string count) => count switch
    {
        "sites" => "场地", "buildings" => "建筑", "storeys" => "楼层", "spaces" => "空间", "zones" => "分区", "walls" => "墙", "slabs" => "板", "roofs" => "屋顶", "coverings" => "饰面", "curtain-walls" => "幕墙",
        "windows" => "窗", "doors" => "门", "openings" => "洞口", "space-boundaries" => "空间边界", "tasks" => "任务", "sequences" => "工序关系", _ => "其他构件",
    };

    private static string? Part(double? value, string unit, string before = "") => value is { } v ? $"{before}{Number(v)} {unit}" : null;

    private static string Number(double value) => value.ToString(Math.Abs(value) >= 100 ? "N1" : "0.###", CultureInfo.InvariantCulture);

    private static string Signed(double value) => value.ToString("+0.###;-0.###;0", CultureInfo.InvariantCulture);

    private string Say(string en, string zh) => terminal.Say(en, zh);

    private void Line(string text = "") => terminal.Out.WriteLine(text);
}

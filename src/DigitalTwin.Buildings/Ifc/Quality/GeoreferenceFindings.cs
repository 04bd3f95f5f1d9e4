using System.Globalization;

namespace DigitalTwin.Buildings.Ifc.Quality;

/// <summary>What is missing to put the model on the map.</summary>
internal static class GeoreferenceFindings
{
    public static void Find(IfcModel model, Findings findings)
    {
        var geo = model.Georeference;
        var place = string.Create(CultureInfo.InvariantCulture, $"{geo.Latitude:0.#####}° N {geo.Longitude:0.#####}° E");
        findings.If(geo.Latitude is null && geo.Map is null, IfcPurpose.Georeference, "no-georeference", "The file does not say where it stands: no latitude and longitude, no map conversion.", "文件没有位置信息：无经纬度，也无地图转换。");
        findings.If(geo.Doubt is not null, IfcPurpose.Georeference, "default-location", $"{place} is {geo.Doubt}: nobody's statement, and it is not used.", $"{place} 是软件默认位置，不予采用。");
        findings.If(geo.Map is null, IfcPurpose.Georeference, "no-map-conversion", "There is no IfcMapConversion with a projected coordinate system (nor ePSet_MapConversion).", "没有带投影坐标系的 IfcMapConversion（或 ePSet_MapConversion）。");
        findings.If(geo.Map is { Epsg: null } map, IfcPurpose.Georeference, "no-epsg", $"The map conversion names no system of the EPSG register ('{geo.Map?.Crs}').", "地图转换没有给出 EPSG 编号。");
        findings.If(!geo.HasNorth, IfcPurpose.Georeference, "no-true-north", "True north is not stated: the model's y axis is taken for it.", "没有真北方向，按模型 y 轴处理。");
        findings.Add(IfcPurpose.Georeference, "no-address", model.Buildings.Where(b => b.Address is null && model.Sites.All(s => s.Address is null)), model.Buildings.Count(), "Buildings have no address.", "建筑没有地址。");
    }
}

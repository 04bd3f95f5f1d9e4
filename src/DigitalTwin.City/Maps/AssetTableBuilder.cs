using DigitalTwin.Cities.Assets;
using DigitalTwin.Cities.Maps.Roads;
using DigitalTwin.Mobility.Roads;
using DigitalTwin.Water.Network;

namespace DigitalTwin.Cities.Maps;

/// <summary>Makes a city's assets from its parts; columns look into the parts' own tables.</summary>
internal static class AssetTableBuilder
{
    public static AssetTable Build(
        WaterNetwork? water, WaterPlaces? places, IReadOnlyList<StationPlace> stations, IReadOnlyList<District> districts, RoadNetwork? roads,
        IReadOnlyList<AssetLayer> more)
    {
        var layers = new List<AssetLayer>();
        if (water is not null)
        {
            AddNodes(layers, water, places!);
            AddLinks(layers, water, places!);
        }
        if (stations.Count > 0)
            layers.Add(new()
            {
                Type = AssetTypes.WeatherStation,
                Ids = [.. stations.Select(s => s.Id)],
                Source = [.. Enumerable.Range(0, stations.Count)],
                Longitude = [.. stations.Select(s => s.Longitude)],
                Latitude = [.. stations.Select(s => s.Latitude)],
                Columns = [AssetColumn.Texts("name", i => stations[i].Name), AssetColumn.Numbers("elevation", "m", i => stations[i].Elevation)],
            });
        if (districts.Count > 0)
            layers.Add(new()
            {
                Type = AssetTypes.District,
                Ids = [.. districts.Select(d => d.Id)],
                Source = [.. Enumerable.Range(0, districts.Count)],
                Longitude = [.. districts.Select(d => d.Area.InteriorPoint.X)],
                Latitude = [.. districts.Select(d => d.Area.InteriorPoint.Y)],
                Shape = i => districts[i].Area,
                Columns =
                [
                    AssetColumn.Texts("name_en", i => districts[i].NameEn),
                    AssetColumn.Texts("name_zh", i => districts[i].NameZh),
                    AssetColumn.Numbers("people", "", i => districts[i].People),
                ],
            });
        if (roads is not null) layers.AddRange(RoadLayers.Of(roads));
        layers.AddRange(more);
        return new(layers);
    }

    private static void AddNodes(List<AssetLayer> layers, WaterNetwork water, WaterPlaces places)
    {
        var nodes = water.Nodes;
        Add(AssetTypes.WaterJunction, NodeKind.Junction, AssetColumn.Numbers("elevation", "m", i => nodes.Elevation[i]), AssetColumn.Numbers("people", "", i => places.People[i]));
        Add(AssetTypes.WaterReservoir, NodeKind.Reservoir, AssetColumn.Numbers("head", "m", i => nodes.Elevation[i]));
        Add(AssetTypes.WaterTank, NodeKind.Tank, AssetColumn.Numbers("bottom", "m", i => nodes.Elevation[i]));

        void Add(string type, NodeKind kind, params AssetColumn[] columns)
        {
            int[] source = [.. Enumerable.Range(0, nodes.Count).Where(i => nodes.Kinds[i] == kind)];
            if (source.Length == 0) return;
            layers.Add(new()
            {
                Type = type,
                Ids = Pick(nodes.Ids, source),
                Source = source,
                Longitude = Pick(places.Longitude, source),
                Latitude = Pick(places.Latitude, source),
                Columns = columns,
            });
        }
    }

    private static void AddLinks(List<AssetLayer> layers, WaterNetwork water, WaterPlaces places)
    {
        var links = water.Links;
        Add(AssetTypes.WaterPipe, kind => kind is LinkKind.Pipe or LinkKind.CheckValvePipe,
            AssetColumn.Numbers("diameter", "m", i => links.Diameter[i]), AssetColumn.Numbers("length", "m", i => links.Length[i]));
        Add(AssetTypes.WaterPump, kind => kind == LinkKind.Pump, AssetColumn.Numbers("speed", "", i => links.Setting[i]));
        Add(AssetTypes.WaterValve, kind => kind > LinkKind.Pump,
            AssetColumn.Texts("kind", i => links.Kinds[i].ToString()), AssetColumn.Numbers("diameter", "m", i => links.Diameter[i]));

        void Add(string type, Func<LinkKind, bool> has, params AssetColumn[] columns)
        {
            int[] source = [.. Enumerable.Range(0, links.Count).Where(i => has(links.Kinds[i]))];
            if (source.Length == 0) return;
            var (x, y) = (new double[source.Length], new double[source.Length]);
            for (var row = 0; row < source.Length; row++) (x[row], y[row]) = places.MiddleOf(source[row]);
            layers.Add(new()
            {
                Type = type,
                Ids = Pick(links.Ids, source),
                Source = source,
                Longitude = x,
                Latitude = y,
                Shape = row => places.LineOf(source[row]),
                Columns = columns,
            });
        }
    }

    private static T[] Pick<T>(T[] values, int[] source)
    {
        var picked = new T[source.Length];
        for (var row = 0; row < picked.Length; row++) picked[row] = values[source[row]];
        return picked;
    }
}

using DigitalTwin.Cities.Maps.Roads;
using DigitalTwin.Mobility.Parking;
using DigitalTwin.Water.Network;
using NetTopologySuite.Geometries;

namespace DigitalTwin.Cities.Maps;

/// <summary>Draws the streets and the water network of a city for a terminal: two by four dots to a character (braille), north up.</summary>
public static class MapPicture
{
    /// <summary>The picture as lines of <paramref name="columns"/> characters; empty when nothing has a place. Lots are P, tanks ■, reservoirs ▲, pumps ●.</summary>
    public static IReadOnlyList<string> Draw(City city, int columns = 64, int mostRows = 40)
    {
        ArgumentNullException.ThrowIfNull(city);
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 4);
        var box = Extent(city);
        if (box.IsNull || !(box.Width > 0 && box.Height > 0)) return [];
        var perLatitude = 1 / Math.Cos(box.Centre.Y * Math.PI / 180);
        var scale = Math.Min((columns * 2 - 1) / box.Width, (mostRows * 4 - 1) / (box.Height * perLatitude));
        var canvas = new BrailleCanvas(columns, (int)Math.Ceiling((box.Height * perLatitude * scale + 1) / 4));
        (int, int) At(double longitude, double latitude) => ((int)((longitude - box.MinX) * scale), (int)((box.MaxY - latitude) * perLatitude * scale));
        DrawStreets(city, canvas, At);
        if (city is { Water: { } network, WaterPlaces: { } places }) DrawWater(network, places, canvas, At);
        return canvas.Lines();
    }

    private static Envelope Extent(City city)
    {
        var box = new Envelope();
        if (city.WaterPlaces is { } places) Add(places.Longitude, places.Latitude);
        if (city.Roads is { } roads) Add(roads.Nodes.Longitude, roads.Nodes.Latitude);
        return box;

        void Add(double[] longitude, double[] latitude)
        {
            for (var i = 0; i < longitude.Length; i++)
                if (!double.IsNaN(longitude[i])) box.ExpandToInclude(longitude[i], latitude[i]);
        }
    }

    private static void DrawStreets(City city, BrailleCanvas canvas, Func<double, double, (int, int)> at)
    {
        if (city.Roads is not { } roads) return;
        for (var link = 0; link < roads.Links.Count; link++)
        {
            if (RoadLayers.LineOf(roads, link) is not { } line) continue;
            for (var i = 1; i < line.NumPoints; i++)
                canvas.Line(at(line.GetCoordinateN(i - 1).X, line.GetCoordinateN(i - 1).Y), at(line.GetCoordinateN(i).X, line.GetCoordinateN(i).Y));
        }
        foreach (var lot in city.Parking?.Facilities.Where(f => f.Kind == FacilityKind.Lot) ?? [])
            canvas.Mark(at(lot.Longitude, lot.Latitude), 'P');
    }

    private static void DrawWater(WaterNetwork network, WaterPlaces places, BrailleCanvas canvas, Func<double, double, (int, int)> at)
    {
        for (var k = 0; k < network.Links.Count; k++)
        {
            var (a, b) = (network.Links.From[k], network.Links.To[k]);
            if (!double.IsNaN(places.Longitude[a]) && !double.IsNaN(places.Longitude[b]))
                canvas.Line(at(places.Longitude[a], places.Latitude[a]), at(places.Longitude[b], places.Latitude[b]));
        }
        for (var k = 0; k < network.Links.Count; k++)
            if (network.Links.Kinds[k] == LinkKind.Pump) Mark(network.Links.To[k], '●');
        foreach (var tank in network.Tanks) Mark(tank.Node, tank.Area > 0 ? '■' : '▲');

        void Mark(int node, char sign)
        {
            if (!double.IsNaN(places.Longitude[node])) canvas.Mark(at(places.Longitude[node], places.Latitude[node]), sign);
        }
    }
}

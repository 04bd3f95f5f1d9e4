using System.Text;
using DigitalTwin.Water.Network;

namespace DigitalTwin.Cities.Maps;

/// <summary>Draws the water network of a city for a terminal: two by four dots to a character (braille), north up.</summary>
public static class MapPicture
{
    // Bits of the braille dots by row and column (Unicode 28xx).
    private static readonly int[,] Dots = { { 0x01, 0x08 }, { 0x02, 0x10 }, { 0x04, 0x20 }, { 0x40, 0x80 } };

    /// <summary>The picture as lines of <paramref name="columns"/> characters; empty when nothing has a place. Tanks are ■, reservoirs ▲, pumps ●.</summary>
    public static IReadOnlyList<string> Draw(City city, int columns = 64, int mostRows = 40)
    {
        ArgumentNullException.ThrowIfNull(city);
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 4);
        if (city.Water is not { } network || city.WaterPlaces is not { } places) return [];
        var (west, east, south, north) = (double.PositiveInfinity, double.NegativeInfinity, double.PositiveInfinity, double.NegativeInfinity);
        for (var i = 0; i < places.Longitude.Length; i++)
        {
            if (double.IsNaN(places.Longitude[i])) continue;
            (west, east) = (Math.Min(west, places.Longitude[i]), Math.Max(east, places.Longitude[i]));
            (south, north) = (Math.Min(south, places.Latitude[i]), Math.Max(north, places.Latitude[i]));
        }
        if (!(east > west && north > south)) return [];
        var perLatitude = 1 / Math.Cos((south + north) / 2 * Math.PI / 180);
        var scale = Math.Min((columns * 2 - 1) / (east - west), (mostRows * 4 - 1) / ((north - south) * perLatitude));
        var canvas = new Canvas(columns, (int)Math.Ceiling(((north - south) * perLatitude * scale + 1) / 4));
        (int, int) At(double longitude, double latitude) => ((int)((longitude - west) * scale), (int)((north - latitude) * perLatitude * scale));
        for (var k = 0; k < network.Links.Count; k++)
        {
            var (a, b) = (network.Links.From[k], network.Links.To[k]);
            if (!double.IsNaN(places.Longitude[a]) && !double.IsNaN(places.Longitude[b]))
                canvas.Line(At(places.Longitude[a], places.Latitude[a]), At(places.Longitude[b], places.Latitude[b]));
        }
        for (var k = 0; k < network.Links.Count; k++)
            if (network.Links.Kinds[k] == LinkKind.Pump) Mark(network.Links.To[k], '●');
        foreach (var tank in network.Tanks) Mark(tank.Node, tank.Area > 0 ? '■' : '▲');
        return canvas.Lines();

        void Mark(int node, char sign)
        {
            if (!double.IsNaN(places.Longitude[node])) canvas.Mark(At(places.Longitude[node], places.Latitude[node]), sign);
        }
    }

    private sealed class Canvas(int columns, int rows)
    {
        private readonly int[,] cells = new int[rows, columns];
        private readonly Dictionary<(int, int), char> marks = [];

        public void Mark((int X, int Y) at, char sign) => marks[(at.Y / 4, at.X / 2)] = sign;

        /// <summary>Bresenham's line.</summary>
        public void Line((int X, int Y) from, (int X, int Y) to)
        {
            var (x, y) = from;
            int dx = Math.Abs(to.X - x), dy = -Math.Abs(to.Y - y), error = dx + dy;
            while (true)
            {
                if (y / 4 < rows && x / 2 < columns) cells[y / 4, x / 2] |= Dots[y % 4, x % 2];
                if ((x, y) == to) return;
                var twice = 2 * error;
                if (twice >= dy) (error, x) = (error + dy, x + Math.Sign(to.X - from.X));
                if (twice <= dx) (error, y) = (error + dx, y + Math.Sign(to.Y - from.Y));
            }
        }

        public List<string> Lines()
        {
            var lines = new List<string>();
            for (var r = 0; r < rows; r++)
            {
                var line = new StringBuilder();
                for (var c = 0; c < columns; c++) line.Append(marks.TryGetValue((r, c), out var sign) ? sign : (char)(0x2800 + cells[r, c]));
                lines.Add(line.ToString().TrimEnd('\u2800'));
            }
            return lines;
        }
    }
}

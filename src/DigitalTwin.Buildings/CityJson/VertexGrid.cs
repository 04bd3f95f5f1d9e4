using System.Text.Json;
using DigitalTwin.Buildings.Shapes;

namespace DigitalTwin.Buildings.CityJson;

/// <summary>The vertices of a file as whole steps of a grid, each place once, numbered in the order in which they are asked for.</summary>
internal sealed class VertexGrid
{
    private readonly Dictionary<(long, long, long), int> numbers = [];
    private readonly List<(long X, long Y, long Z)> places = [];
    private readonly double step;
    private readonly Point3 corner;

    private VertexGrid(double step, Point3 corner) => (this.step, this.corner) = (step, corner);

    /// <summary>A grid that begins at the whole metre at or below all buildings, so that a file which is read and written again begins at the same.</summary>
    public static VertexGrid Around(IReadOnlyList<ShapedBuilding> buildings, double step)
    {
        double x = double.PositiveInfinity, y = x, z = x;
        foreach (var building in buildings)
        {
            if (building.Shape is not { } shape) continue;
            foreach (var vertex in shape.Vertices)
            {
                var place = shape.Origin + vertex;
                (x, y, z) = (Math.Min(x, place.X), Math.Min(y, place.Y), Math.Min(z, place.Z));
            }
        }
        return new(step, double.IsFinite(x) ? new(Math.Floor(x + step / 2), Math.Floor(y + step / 2), Math.Floor(z + step / 2)) : default);
    }

    public int Number(Point3 place)
    {
        var key = ((long)Math.Round((place.X - corner.X) / step), (long)Math.Round((place.Y - corner.Y) / step), (long)Math.Round((place.Z - corner.Z) / step));
        if (numbers.TryGetValue(key, out var number)) return number;
        numbers.Add(key, number = places.Count);
        places.Add(key);
        return number;
    }

    public void WriteTransform(Utf8JsonWriter json)
    {
        json.WriteStartObject("transform");
        json.WriteStartArray("scale");
        for (var i = 0; i < 3; i++) json.WriteNumberValue(step);
        json.WriteEndArray();
        json.WriteStartArray("translate");
        json.WriteNumberValue(corner.X);
        json.WriteNumberValue(corner.Y);
        json.WriteNumberValue(corner.Z);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    public void WriteVertices(Utf8JsonWriter json)
    {
        json.WriteStartArray("vertices");
        foreach (var (x, y, z) in places)
        {
            json.WriteStartArray();
            json.WriteNumberValue(x);
            json.WriteNumberValue(y);
            json.WriteNumberValue(z);
            json.WriteEndArray();
        }
        json.WriteEndArray();
    }
}

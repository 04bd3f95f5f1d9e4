using System.Text.Json;
using DigitalTwin.Buildings.Shapes;

namespace DigitalTwin.Buildings.CityJson;

/// <summary>The vertices of a document in coordinates; one that is not three numbers is not finite.</summary>
internal sealed class VertexTable
{
    private readonly Point3[] points;

    private VertexTable(Point3[] points) => this.points = points;

    public int Count => points.Length;

    public Point3 this[int vertex] => points[vertex];

    /// <summary>Reads an array of vertices.</summary>
    /// <param name="text">The document.</param>
    /// <param name="place">Where the array stands; -1 for none.</param>
    /// <param name="name">Its name, for sentences.</param>
    /// <param name="transform">From its numbers to coordinates.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static VertexTable Read(JsonText text, int place, string name, VertexTransform transform, CancellationToken cancellation)
    {
        var points = new List<Point3>();
        if (place < 0) return new([]);
        var json = text.At(place);
        json.Read();
        if (json.TokenType != JsonTokenType.StartArray)
        {
            text.Error(place, $"'{name}' is not an array; an array of vertices [x, y, z] is expected.");
            return new([]);
        }
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            if ((points.Count & 0xFFFF) == 0) cancellation.ThrowIfCancellationRequested();
            var at = place + json.TokenStartIndex;
            if (VertexTransform.Three(ref json) is { } v) points.Add(transform.Apply(v.X, v.Y, v.Z));
            else
            {
                text.Error(at, $"{name}[{points.Count}] is not an array of three finite numbers; the surfaces that use it are left out.");
                points.Add(new(double.NaN, double.NaN, double.NaN));
            }
        }
        return new([.. points]);
    }
}

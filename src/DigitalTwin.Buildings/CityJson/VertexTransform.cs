using System.Text.Json;
using DigitalTwin.Buildings.Shapes;

namespace DigitalTwin.Buildings.CityJson;

/// <summary>(C6) p = v · scale + translate: from the whole numbers of "vertices" to coordinates.</summary>
internal readonly record struct VertexTransform(Point3 Scale, Point3 Translate)
{
    public static VertexTransform None { get; } = new(new(1, 1, 1), default);

    public Point3 Apply(double x, double y, double z) => new(x * Scale.X + Translate.X, y * Scale.Y + Translate.Y, z * Scale.Z + Translate.Z);

    /// <summary>Reads "transform"; null with a sentence where it is not one.</summary>
    public static VertexTransform? Read(JsonText text, int place)
    {
        Point3? scale = null, translate = null;
        var json = text.At(place);
        json.Read();
        if (json.TokenType == JsonTokenType.StartObject)
        {
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                var member = json.GetString();
                json.Read();
                if (member == "scale") scale = Three(ref json);
                else if (member == "translate") translate = Three(ref json);
                else json.Skip();
            }
        }
        if (scale is { IsFinite: true, X: not 0, Y: not 0, Z: not 0 } by && translate is { IsFinite: true } to) return new(by, to);
        text.Error(place, "'transform' is not understood; {\"scale\": [x, y, z], \"translate\": [x, y, z]} with numbers, the scales not 0, is expected.");
        return null;
    }

    /// <summary>An array of three numbers; null for anything else. Leaves the reader on its last token.</summary>
    public static Point3? Three(ref Utf8JsonReader json)
    {
        if (json.TokenType != JsonTokenType.StartArray)
        {
            json.Skip();
            return null;
        }
        Span<double> three = stackalloc double[3];
        var count = 0;
        var good = true;
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            if (json.TokenType == JsonTokenType.Number && json.TryGetDouble(out var number) && double.IsFinite(number))
            {
                if (count < 3) three[count] = number;
            }
            else
            {
                good = false;
                json.Skip();
            }
            count++;
        }
        return good && count == 3 ? new(three[0], three[1], three[2]) : null;
    }
}

using System.Globalization;
using System.Xml.Linq;
using DigitalTwin.Buildings.Shapes;

namespace DigitalTwin.Buildings.CityGml;

/// <summary>The points of a ring in any of GML's spellings: posList, a list of pos, or coordinates.</summary>
internal static class GmlCoordinates
{
    /// <summary>Reads the points of a LinearRing.</summary>
    /// <returns>What is wrong, or null.</returns>
    public static string? Read(XElement ring, List<Point3> points)
    {
        points.Clear();
        foreach (var child in ring.Elements())
        {
            var mistake = child.Name.LocalName switch
            {
                "posList" => Triples(child.Value, Dimension(child), points),
                "pos" => Triples(child.Value, Dimension(child), points),
                "pointProperty" or "pointRep" => child.Descendants().FirstOrDefault(e => e.Name.LocalName == "pos") is { } pos ? Triples(pos.Value, Dimension(pos), points) : "a point has no 'pos'",
                "coordinates" => Triples(child.Value.Replace(',', ' '), 3, points),
                _ => null,
            };
            if (mistake is not null) return mistake;
        }
        return points.Count == 0 ? "it has no points; posList, pos or coordinates is expected" : null;
    }

    private static string? Triples(string text, int dimension, List<Point3> points)
    {
        if (dimension != 3) return $"its srsDimension is {dimension}; 3 is needed";
        Span<double> point = stackalloc double[3];
        var filled = 0;
        foreach (var range in text.AsSpan().SplitAny(" \t\r\n"))
        {
            var word = text.AsSpan(range);
            if (word.IsEmpty) continue;
            if (!double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number)) return $"'{word}' is not a finite number";
            point[filled++] = number;
            if (filled < 3) continue;
            points.Add(new(point[0], point[1], point[2]));
            filled = 0;
        }
        return filled == 0 ? null : "the count of its numbers is not a multiple of three";
    }

    /// <summary>srsDimension of the list or of what is around it; 3 where nobody says.</summary>
    private static int Dimension(XElement list)
    {
        for (var around = list; around is not null; around = around.Parent)
            if (around.Attribute("srsDimension") is { } said) return int.TryParse(said.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var dimension) ? dimension : 3;
        return 3;
    }
}

using System.Globalization;
using System.Text;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Water.Network;

namespace DigitalTwin.Cities.Maps;

/// <summary>Reads <c>population.csv</c>: a line <c>junction,people</c>, then one junction a line. Junctions that it does not name have nobody.</summary>
internal static class PopulationReader
{
    public static double[] Read(string path, WaterNetwork network, ProblemList problems)
    {
        var people = new double[network.Nodes.JunctionCount];
        var lineOf = new int[people.Length];
        try
        {
            using var reader = new StreamReader(path, new UTF8Encoding(false, true));
            var line = 1;
            if (reader.ReadLine()?.Trim() is var header && header != "junction,people")
                problems.Error(path, 1, 1, $"The first line is 'junction,people'; found '{Shown(header ?? "")}'.");
            while (reader.ReadLine() is { } text)
            {
                line++;
                if (text.AsSpan().Trim().Length > 0) Take(text, line);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            problems.Error(path, 0, 0, $"The file cannot be read: {error.Message}");
        }
        catch (ArgumentException)
        {
            problems.Error(path, 0, 0, "The file is not UTF-8.");
        }
        return people;

        void Take(string text, int line)
        {
            var comma = text.IndexOf(',');
            if (comma < 0 || text.IndexOf(',', comma + 1) >= 0)
            {
                problems.Error(path, line, 1, $"A junction and a number are expected, as in 'J-0001,120'; found '{Shown(text)}'.");
                return;
            }
            var id = text[..comma].Trim();
            var node = network.NodeIndex(id);
            if (node < 0)
                problems.Error(path, line, 1, $"The network has no junction '{Shown(id)}'.{(problems.ErrorCount < ProblemList.Limit ? NearestName.Hint(id, network.Nodes.Ids) : "")}");
            else if (node >= people.Length)
                problems.Error(path, line, 1, $"'{id}' is a {network.Nodes.Kinds[node].ToString().ToLowerInvariant()}; people live at junctions.");
            else if (lineOf[node] > 0)
                problems.Error(path, line, 1, $"The junction '{id}' stands here a second time; the first is in line {lineOf[node]}.");
            else if (!double.TryParse(text.AsSpan(comma + 1), NumberStyles.Float, CultureInfo.InvariantCulture, out var count) || !(count >= 0 && count <= 1e9))
                problems.Error(path, line, comma + 2, $"The people at '{id}' are a number from 0; found '{Shown(text[(comma + 1)..])}'.");
            else
                (people[node], lineOf[node]) = (count, line);
        }
    }

    private static string Shown(string text) => text.Length <= 40 ? text : text[..40] + "…";
}

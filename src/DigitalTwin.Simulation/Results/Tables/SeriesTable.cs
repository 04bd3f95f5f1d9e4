using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Simulation.Results.Manifests;

namespace DigitalTwin.Simulation.Results.Tables;

/// <summary><c>series.csv</c>: the city-wide series, tidy, one row for each series and instant. An empty value was not known.</summary>
public static class SeriesTable
{
    private static readonly string[] Columns = ["time", "seconds", "series", "unit", "value"];

    /// <summary>Writes the series one after the other; <c>time</c> is ISO 8601 with the scenario's offset.</summary>
    public static void Write(IReadOnlyList<TimeSeries> series, SimulatedPeriod period, Stream utf8)
    {
        using var csv = new CsvWriter(utf8);
        csv.Row(Columns);
        foreach (var one in series)
        {
            for (var i = 0; i < one.Times.Length; i++)
                csv.Cell(Iso(period.At(one.Times[i]))).Cell(one.Times[i]).Cell(one.Name).Cell(one.Unit).Cell(one.Values[i]).EndRow();
        }
    }

    /// <summary>Reads the series that the manifest describes; what cannot be read is reported.</summary>
    public static IReadOnlyList<TimeSeries> Read(string path, IReadOnlyList<SeriesLabel> labels, ProblemList problems)
    {
        var found = labels.DistinctBy(l => l.Name).ToDictionary(l => l.Name, _ => (Times: new List<double>(), Values: new List<double>()));
        if (CsvReader.Open(path, problems) is not { } csv || !csv.Header(Columns)) return [];
        while (csv.Row(Columns.Length) is { } cells)
        {
            var seconds = csv.Number(1);
            if (!(Math.Abs(seconds) <= SimulatedPeriod.Furthest))
                problems.Error(path, csv.Line, 0, $"'seconds' must be a number of at most {SimulatedPeriod.Furthest:0e0}; found '{Excerpt.Of(cells[1])}'.");
            else if (found.TryGetValue(cells[2], out var series))
            {
                series.Times.Add(seconds);
                series.Values.Add(csv.Number(4));
            }
            else problems.Error(path, csv.Line, 0, $"The run.json beside this file describes no series '{Excerpt.Of(cells[2])}'.{NearestName.Hint(cells[2], found.Keys)}");
        }
        return [.. labels.Select(l => new TimeSeries(l.Name, l.Unit, l.Title, [.. found[l.Name].Times], [.. found[l.Name].Values]))];
    }

    /// <summary>An instant as <c>2025-07-08T06:05:00+08:00</c>, with milliseconds only where there are some.</summary>
    internal static string Iso(DateTimeOffset instant) =>
        instant.ToString(instant.Millisecond == 0 ? "yyyy-MM-dd'T'HH:mm:sszzz" : "yyyy-MM-dd'T'HH:mm:ss.fffzzz");
}

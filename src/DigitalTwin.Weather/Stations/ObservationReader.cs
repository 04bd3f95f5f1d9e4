using System.Globalization;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Weather.Series;
using DigitalTwin.Weather.Text;

namespace DigitalTwin.Weather.Stations;

/// <summary>
/// Reads observations of stations: a tidy CSV with the header <c>time,station,variable,value,unit</c>, or without the last column when each variable's unit is said
/// above the header (<c># unit air_temperature: degC</c>) or in its name (<c>air_temperature [degC]</c>). Times carry an offset
/// (<c>2025-07-08T17:00+08:00</c> or <c>Z</c>); a blank value is a missing one. Rows may come in any order. Means (radiation, precipitation) are those
/// of the interval since the variable's record before; precipitation in <c>mm</c> is the amount of that interval.
/// </summary>
public static class ObservationReader
{
    private static readonly string[] Header = ["time", "station", "variable", "value", "unit"];
    private static readonly string[] VariableNames = [.. ObservedVariable.All.Select(v => v.Name)];

    /// <summary>Reads a file: a series by station id.</summary>
    public static IReadOnlyDictionary<string, WeatherSeries> Read(string path, ProblemList problems)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(problems);
        return DataFile.ReadBytes(path, problems) is { } bytes ? Read(bytes, path, problems) : new Dictionary<string, WeatherSeries>();
    }

    /// <summary>Reads a file that is in memory.</summary>
    public static IReadOnlyDictionary<string, WeatherSeries> Read(ReadOnlySpan<byte> utf8, string fileName, ProblemList problems)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        ArgumentNullException.ThrowIfNull(problems);
        if (utf8.StartsWith("\uFEFF"u8)) utf8 = utf8[3..];
        var units = new Dictionary<string, string>();
        var stations = new Dictionary<string, ObservedStation>();
        var lines = new TextLines(utf8);
        var errorsBefore = problems.ErrorCount;
        var columns = 0;
        while (lines.MoveNext())
        {
            var line = TextLines.Decode(lines.Current).Trim();
            if (line.Length == 0) continue;
            if (line[0] == '#') TakeUnit(line, units);
            else if (columns > 0) Row(line, columns, lines.Number, fileName, problems, units, stations);
            else if ((columns = HeaderColumns(line, lines.Number, fileName, problems)) == 0) break;
        }
        if (columns == 0 && problems.ErrorCount == errorsBefore) problems.Error(fileName, 0, 0, $"The file is empty; it begins with the header '{string.Join(',', Header)}'.");
        return stations.ToDictionary(s => s.Key, s => s.Value.ToSeries());
    }

    private static int HeaderColumns(string line, int number, string file, ProblemList problems)
    {
        var found = line.Split(',').Select(f => f.Trim()).ToArray();
        if (found.Length is 4 or 5 && found.AsSpan().SequenceEqual(Header.AsSpan(0, found.Length))) return found.Length;
        problems.Error(file, number, 1, $"The header is '{Cut(line)}'; '{string.Join(',', Header)}' is accepted, with or without the last column.");
        return 0;
    }

    /// <summary><c># unit air_temperature: degC</c>; any other comment is one.</summary>
    private static void TakeUnit(string line, Dictionary<string, string> units)
    {
        var text = line[1..].Trim();
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0 || !text.StartsWith("unit ", StringComparison.Ordinal)) return;
        units[text[5..colon].Trim()] = text[(colon + 1)..].Trim();
    }

    private static void Row(
        string line, int columns, int number, string file, ProblemList problems, Dictionary<string, string> units, Dictionary<string, ObservedStation> stations)
    {
        var fields = line.Split(',');
        if (fields.Length != columns)
        {
            problems.Error(file, number, 1, $"The row has {fields.Length} fields; the header has {columns}.");
            return;
        }
        var column = 1;
        var starts = new int[columns];
        for (var i = 0; i < columns; i++)
        {
            starts[i] = column;
            column += fields[i].Length + 1;
            fields[i] = fields[i].Trim();
        }
        if (!TryTime(fields[0], out var time))
        {
            problems.Error(file, number, starts[0], $"'{Cut(fields[0])}' is not a time; 2025-07-08T17:00+08:00 or 2025-07-08T09:00Z is accepted.");
            return;
        }
        if (fields[1].Length == 0)
        {
            problems.Error(file, number, starts[1], "The station is missing.");
            return;
        }
        var (name, unit) = Split(fields[2]);
        if (ObservedVariable.All.FirstOrDefault(v => v.Name == name) is not { } variable)
        {
            problems.Error(file, number, starts[2], $"Unknown variable '{Cut(name)}'; accepted are {string.Join(", ", VariableNames)}.{NearestName.Hint(name, VariableNames)}");
            return;
        }
        unit = columns == 5 ? fields[4] : unit.Length > 0 ? unit : units.GetValueOrDefault(name, "");
        if (Array.FindIndex(variable.Units, u => u.Unit == unit) is not (>= 0 and var which))
        {
            problems.Error(file, number, columns == 5 ? starts[4] : starts[2], unit.Length == 0
                ? $"The unit of '{name}' is not said; accepted are {string.Join(", ", variable.Units.Select(u => u.Unit))}."
                : $"The unit of '{name}' is '{Cut(unit)}'; accepted are {string.Join(", ", variable.Units.Select(u => u.Unit))}.");
            return;
        }
        var value = double.NaN;
        if (fields[3].Length > 0)
        {
            if (!double.TryParse(fields[3], NumberStyles.Float, CultureInfo.InvariantCulture, out value) || !double.IsFinite(value))
            {
                problems.Error(file, number, starts[3], $"The value is '{Cut(fields[3])}'; a number or a blank is accepted.");
                return;
            }
            value = (value * variable.Units[which].Factor) + variable.Units[which].Offset;
            if (value < variable.Least || value > variable.Most)
            {
                problems.Warning(file, number, starts[3], FormattableString.Invariant($"{name} {value:0.###} is outside {variable.Least} to {variable.Most}; it counts as missing."));
                value = double.NaN;
            }
        }
        if (!stations.TryGetValue(fields[1], out var station)) stations[fields[1]] = station = new ObservedStation(fields[1]);
        if (station.Take(variable, unit == ObservedVariable.Amount, time, value)) return;
        problems.Error(file, number, 1, $"The station '{Cut(fields[1])}' has another '{name}' at {fields[0]} already.");
    }

    private static bool TryTime(string text, out double seconds)
    {
        seconds = double.NaN;
        var hasOffset = text.EndsWith('Z') || (text.Length > 6 && text[^6] is '+' or '-' && text[^3] == ':');
        if (!hasOffset || !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)) return false;
        seconds = Instant.Seconds(time);
        return true;
    }

    private static (string Name, string Unit) Split(string variable)
    {
        var bracket = variable.IndexOf('[', StringComparison.Ordinal);
        return bracket < 0 || !variable.EndsWith(']') ? (variable, "") : (variable[..bracket].Trim(), variable[(bracket + 1)..^1].Trim());
    }

    private static string Cut(string text) => text.Length <= 40 ? text : text[..40] + "…";
}

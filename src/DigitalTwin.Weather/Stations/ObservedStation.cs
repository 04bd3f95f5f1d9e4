using DigitalTwin.Weather.Series;

namespace DigitalTwin.Weather.Stations;

/// <summary>The observations of one station while they are read; becomes a series on the union of its variables' times.</summary>
internal sealed class ObservedStation(string id)
{
    /// <summary>The longest time between two records that values at an instant are interpolated across, s.</summary>
    private const double LongestBridge = 3 * 3600;

    /// <summary>The longest interval that a mean may stand for, s: a rain gauge that is read once a day.</summary>
    private const double LongestMean = 24 * 3600;

    private readonly Dictionary<ObservedVariable, SortedDictionary<double, (double Value, bool IsAmount)>> records = [];

    /// <summary>Takes a value; false when there is one for the same time.</summary>
    public bool Take(ObservedVariable variable, bool isAmount, double time, double value)
    {
        if (!records.TryGetValue(variable, out var mine)) records[variable] = mine = [];
        return mine.TryAdd(time, (value, isAmount));
    }

    public WeatherSeries ToSeries()
    {
        double[] marks = [.. records.Values.SelectMany(r => r.Keys).Distinct().Order()];
        var columns = new double[]?[WeatherElements.Count];
        foreach (var (variable, mine) in records)
        {
            if (variable.Name == ObservedVariable.DewPoint) continue;
            columns[(int)variable.Element] = WeatherElements.IsMean(variable.Element) ? Means(marks, mine) : Points(marks, mine, variable.Element);
        }
        DeriveHumidity(marks, columns);
        var first = marks.Length > 1 ? marks[1] - marks[0] : 3600;
        return new WeatherSeries($"observations of {id}", new InstantAxis(marks, Math.Min(first, LongestMean)), columns, []);
    }

    private static double[] Points(double[] marks, SortedDictionary<double, (double Value, bool IsAmount)> mine, WeatherElement element)
    {
        (double Time, double Value)[] known = [.. mine.Where(r => !double.IsNaN(r.Value.Value)).Select(r => (r.Key, r.Value.Value))];
        var column = new double[marks.Length];
        var next = 0;
        for (var i = 0; i < marks.Length; i++)
        {
            while (next < known.Length && known[next].Time < marks[i]) next++;
            if (next < known.Length && known[next].Time == marks[i]) column[i] = known[next].Value;
            else if (next == 0 || next == known.Length || known[next].Time - known[next - 1].Time > LongestBridge) column[i] = double.NaN;
            else column[i] = Between(known[next - 1], known[next], marks[i], element);
        }
        return column;
    }

    private static double Between((double Time, double Value) a, (double Time, double Value) b, double time, WeatherElement element)
    {
        var f = (time - a.Time) / (b.Time - a.Time);
        var turn = b.Value - a.Value;
        if (element == WeatherElement.WindDirection) turn -= 360 * Math.Round(turn / 360);
        var value = a.Value + (f * turn);
        return element == WeatherElement.WindDirection ? ((value % 360) + 360) % 360 : value;
    }

    /// <summary>Each record's mean rate, on every mark of the interval that it stands for.</summary>
    private static double[] Means(double[] marks, SortedDictionary<double, (double Value, bool IsAmount)> mine)
    {
        var column = new double[marks.Length];
        Array.Fill(column, double.NaN);
        double[] times = [.. mine.Keys];
        for (var k = 0; k < times.Length; k++)
        {
            var width = k > 0 ? times[k] - times[k - 1] : times.Length > 1 ? times[1] - times[0] : 3600;
            if (width > LongestMean) continue;
            var (value, isAmount) = mine[times[k]];
            var rate = isAmount ? value * 3600 / width : value;
            var at = Array.BinarySearch(marks, times[k]);
            for (var i = at; i >= 0 && marks[i] > times[k] - width; i--) column[i] = rate;
        }
        return column;
    }

    private void DeriveHumidity(double[] marks, double[]?[] columns)
    {
        var dew = records.FirstOrDefault(r => r.Key.Name == ObservedVariable.DewPoint).Value;
        if (dew is null || columns[(int)WeatherElement.AirTemperature] is not { } temperature) return;
        var dewPoint = Points(marks, dew, WeatherElement.AirTemperature);
        var humidity = columns[(int)WeatherElement.RelativeHumidity] ??= [.. marks.Select(_ => double.NaN)];
        for (var i = 0; i < marks.Length; i++)
            if (double.IsNaN(humidity[i])) humidity[i] = Math.Min(100, Humidity.Relative(temperature[i], dewPoint[i]));
    }
}

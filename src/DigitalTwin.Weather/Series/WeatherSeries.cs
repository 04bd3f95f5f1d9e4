using DigitalTwin.Numerics.Text;

namespace DigitalTwin.Weather.Series;

/// <summary>
/// What one station knows through time, ready to be asked at any instant: a typical year from an EPW file (<see cref="EpwSeries"/>) or observations
/// (from a CSV file). Values at an instant are interpolated linearly between marks (directions along the shorter arc); means are
/// constant within their interval, so that their integral over any steps is the integral of the records. Immutable and free to share.
/// </summary>
public sealed class WeatherSeries
{
    private readonly TimeAxis axis;
    private readonly WeatherSeries? below;
    private readonly double[]?[] columns;

    internal WeatherSeries(string name, TimeAxis axis, double[]?[] columns, IReadOnlyList<LocalizedText> notes, WeatherSeries? below = null) =>
        (Name, this.axis, this.columns, Notes, this.below) = (name, axis, columns, notes, below);

    /// <summary>Where it comes from, for a reader.</summary>
    public string Name { get; }

    /// <summary>What was filled, derived or left out when the series was made.</summary>
    public IReadOnlyList<LocalizedText> Notes { get; }

    /// <summary>This series where it knows, and another one where it does not: observations over a climate.</summary>
    public WeatherSeries Over(WeatherSeries climate)
    {
        ArgumentNullException.ThrowIfNull(climate);
        return new WeatherSeries($"{Name}, over {climate.Name}", axis, columns, [.. Notes, .. climate.Notes], below is null ? climate : below.Over(climate));
    }

    /// <summary>Whether the series has an element at all.</summary>
    public bool Has(WeatherElement element) => columns[(int)element] is not null || (below?.Has(element) ?? false);

    /// <summary>The value of an element at an instant; for a mean, that of the interval around it. NaN where unknown.</summary>
    public double At(WeatherElement element, DateTimeOffset time)
    {
        var t = Instant.Seconds(time);
        var value = WeatherElements.IsMean(element) ? Mean(element, t, t) : Point(element, t);
        return double.IsNaN(value) && below is not null ? below.At(element, time) : value;
    }

    /// <summary>The mean of an element over an interval; only for radiation and precipitation. NaN where any of it is unknown.</summary>
    public double Mean(WeatherElement element, DateTimeOffset from, DateTimeOffset until)
    {
        if (!WeatherElements.IsMean(element)) throw new ArgumentException($"{element} is a value at an instant.", nameof(element));
        var value = Mean(element, Instant.Seconds(from), Instant.Seconds(until));
        return double.IsNaN(value) && below is not null ? below.Mean(element, from, until) : value;
    }

    /// <summary>Whether every record needed for an interval is there.</summary>
    public bool Covers(DateTimeOffset from, DateTimeOffset until)
    {
        if (below is not null && below.Covers(from, until)) return true;
        var (t, end) = (Instant.Seconds(from), Instant.Seconds(until));
        while (t < end)
        {
            axis.Interval(t, out var index, out var next);
            if (index < 0) return false;
            t = next;
        }
        return true;
    }

    /// <summary>All elements: values at the end of an interval, and means over it. Does not allocate.</summary>
    /// <param name="from">Begin, s since 1970.</param>
    /// <param name="until">End, s since 1970.</param>
    /// <param name="values">Receives <see cref="WeatherElements.Count"/> values, NaN where unknown.</param>
    internal void Sample(double from, double until, Span<double> values)
    {
        var located = axis.Locate(until, out var before, out var after, out var f);
        for (var e = 0; e < (int)WeatherElement.GlobalRadiation; e++)
            values[e] = located && columns[e] is { } column ? Between((WeatherElement)e, column, before, after, f) : double.NaN;
        for (var e = (int)WeatherElement.GlobalRadiation; e < WeatherElements.Count; e++)
            values[e] = Mean((WeatherElement)e, from, until);
        if (below is null) return;
        Span<double> others = stackalloc double[WeatherElements.Count];
        below.Sample(from, until, others);
        for (var e = 0; e < WeatherElements.Count; e++)
            if (double.IsNaN(values[e])) values[e] = others[e];
    }

    private double Point(WeatherElement element, double time) =>
        columns[(int)element] is { } column && axis.Locate(time, out var before, out var after, out var f)
            ? Between(element, column, before, after, f) : double.NaN;

    /// <summary>(Y4) A mean over [from, until) = sum of record mean times overlap, over the length.</summary>
    private double Mean(WeatherElement element, double from, double until)
    {
        if (columns[(int)element] is not { } column) return double.NaN;
        axis.Interval(from, out var index, out var end);
        if (end >= until) return index < 0 ? double.NaN : column[index];
        double sum = 0, t = from;
        while (t < until)
        {
            axis.Interval(t, out index, out end);
            if (index < 0) return double.NaN;
            var upTo = Math.Min(end, until);
            sum += column[index] * (upTo - t);
            t = upTo;
        }
        return sum / (until - from);
    }

    private static double Between(WeatherElement element, double[] column, int before, int after, double f)
    {
        double a = column[before], b = column[after];
        if (f == 0) return a;
        if (element != WeatherElement.WindDirection) return a + (f * (b - a));
        var turn = b - a;
        turn -= 360 * Math.Round(turn / 360);
        var direction = a + (f * turn);
        return direction < 0 ? direction + 360 : direction >= 360 ? direction - 360 : direction;
    }
}

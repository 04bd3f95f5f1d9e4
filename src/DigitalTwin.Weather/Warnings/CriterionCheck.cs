namespace DigitalTwin.Weather.Warnings;

/// <summary>When a criterion is met: already, at a forecast instant, or not at all. Unknown weather never meets one.</summary>
/// <param name="IsMet">Whether it is met.</param>
/// <param name="At">s since 1970 at which the threshold is reached; not after now when it has been.</param>
internal readonly record struct Finding(bool IsMet, double At)
{
    public static readonly Finding No = new(false, double.PositiveInfinity);
}

/// <summary>
/// Evaluates criteria on a timeline. "Within W hours" reads: reached in the coming W hours by what is forecast (for sums, in any window of W hours that ends
/// there), or reached by now and going on.
/// </summary>
internal sealed class CriterionCheck(Timeline t, WarningTable table, IReadOnlyList<Phenomenon> phenomena, TimeSpan utcOffset)
{
    /// <summary>A sum that equals its limit reaches it, whatever the rounding of its terms, mm.</summary>
    private const double Rounding = 1e-9;

    public Finding Check(Criterion c, string place) => c.Measure switch
    {
        Measure.RainSum => Sum(t.Rain, c),
        Measure.SnowSum => Sum(t.Snow, c),
        Measure.HotDays => HotDays(c),
        Measure.TemperatureDrop => Drop(c),
        Measure.Phenomenon => Phenomenon(c, place),
        _ => First(c, place),
    };

    /// <summary>Whether a criterion of single instants holds in a cell; never where its quantity is NaN.</summary>
    private bool Holds(Criterion c, int i, string place) => c.Measure switch
    {
        Measure.MeanWind => t.Wind[i] >= WindForce.Speed((int)c.Limit),
        Measure.Gust => t.Gust[i] >= WindForce.Speed((int)c.Limit),
        Measure.HighestTemperature => t.Temperature[i] > c.Limit,
        Measure.LowestTemperature => t.Temperature[i] <= c.Limit,
        Measure.LowestGroundTemperature => t.Ground[i] < c.Limit,
        Measure.FogVisibility => t.Visibility[i] < c.Limit && t.Humidity[i] >= table.FogHumidity,
        Measure.HazeVisibility => t.Visibility[i] < c.Limit && t.Humidity[i] < table.HazeHumidity,
        Measure.DustVisibility => t.Visibility[i] < c.Limit && IsActive(PhenomenonKind.Dust, place, t.EndOf(i)),
        _ => t.Road[i] < c.Limit && t.Rain[i] + t.Snow[i] > 0,
    };

    /// <summary>(Y18) The first end e in (now, now + W] with sum over (e - W, e] at or above the limit; or that sum by now, while it still rains in the coming hour.</summary>
    private Finding Sum(double[] v, Criterion c)
    {
        var width = (int)Math.Round(c.Hours * Outlook.PerHour);
        double sum = 0;
        for (var i = t.Now - width; i < t.Now; i++) sum += v[i];
        if (sum >= c.Limit - Rounding && GoesOn(v)) return new Finding(true, t.NowSeconds);
        for (int i = t.Now, until = t.Until(c.Hours); i < until; i++)
        {
            sum += v[i] - v[i - width];
            if (sum >= c.Limit - Rounding && v[i] > 0) return new Finding(true, t.EndOf(i));
        }
        return Finding.No;
    }

    private bool GoesOn(double[] v)
    {
        var until = t.Until(1);
        if (until == t.Now) return v[t.Now - 1] > 0;
        for (var i = t.Now; i < until; i++)
            if (v[i] > 0) return true;
        return false;
    }

    /// <summary>The first cell of the last hour or of the window that fulfils a condition.</summary>
    private Finding First(Criterion c, string place)
    {
        var until = t.Until(c.Hours);
        if (!MayHold(c, until - 1)) return Finding.No;
        for (var i = t.Now - Outlook.PerHour; i < until; i++)
            if (Holds(c, i, place)) return new Finding(true, t.EndOf(i));
        return Finding.No;
    }

    /// <summary>False when the extreme of the window already refuses the criterion.</summary>
    private bool MayHold(Criterion c, int last) => c.Measure switch
    {
        Measure.MeanWind => t.WindUntil[last] >= WindForce.Speed((int)c.Limit),
        Measure.Gust => t.GustUntil[last] >= WindForce.Speed((int)c.Limit),
        Measure.HighestTemperature => t.HeatUntil[last] > c.Limit,
        Measure.LowestTemperature => t.ColdUntil[last] <= c.Limit,
        Measure.FogVisibility or Measure.HazeVisibility or Measure.DustVisibility => t.VisibilityUntil[last] < c.Limit,
        _ => true,
    };

    /// <summary>A run of local days that holds today, each with a temperature above the limit: at the last one's, the criterion is reached by the first.</summary>
    private Finding HotDays(Criterion c)
    {
        const int perDay = 24 * Outlook.PerHour;
        var local = t.NowSeconds + utcOffset.TotalSeconds;
        var midnight = t.Now - (int)Math.Round((local - (Math.Floor(local / 86400) * 86400)) / Outlook.CellSeconds);
        for (var first = 1 - c.Days; first <= 0; first++)
        {
            var run = 0;
            var reached = double.PositiveInfinity;
            for (var day = first; day < first + c.Days; day++)
            {
                var hot = FirstAbove(midnight + (day * perDay), perDay, c.Limit);
                if (hot < 0) break;
                if (run++ == 0) reached = t.EndOf(hot);
            }
            if (run == c.Days) return new Finding(true, reached);
        }
        return Finding.No;
    }

    private int FirstAbove(int from, int count, double limit)
    {
        for (int i = Math.Max(0, from), until = Math.Min(t.Count, from + count); i < until; i++)
            if (t.Temperature[i] > limit) return i;
        return -1;
    }

    /// <summary>(Y19) For some window that begins at s in [now - W, now]: least over [s - 24 h, s) minus least over [now - 1 h, s + W) is at or above the limit.</summary>
    private Finding Drop(Criterion c)
    {
        var hours = Math.Min((int)Math.Round(c.Hours), t.ColdBefore.Length - 1);
        for (var back = 0; back <= hours; back++)
        {
            var before = t.ColdBefore[back];
            var until = Math.Min(t.Count, t.Now + ((hours - back) * Outlook.PerHour));
            if (double.IsPositiveInfinity(before) || !(before - t.ColdUntil[until - 1] >= c.Limit)) continue;
            for (var i = t.Now - Outlook.PerHour; i < until; i++)
                if (before - t.Temperature[i] >= c.Limit) return new Finding(true, t.EndOf(i));
        }
        return Finding.No;
    }

    private Finding Phenomenon(Criterion c, string place)
    {
        var best = double.PositiveInfinity;
        for (var k = 0; k < phenomena.Count; k++)
        {
            var p = phenomena[k];
            if (p.Kind != c.Kind || (int)p.Likelihood < c.Limit || !p.Concerns(place)) continue;
            if (p.UntilSeconds <= t.NowSeconds || p.FromSeconds > t.NowSeconds + (c.Hours * 3600)) continue;
            best = Math.Min(best, p.FromSeconds);
        }
        return double.IsPositiveInfinity(best) ? Finding.No : new Finding(true, best);
    }

    private bool IsActive(PhenomenonKind kind, string place, double at)
    {
        for (var k = 0; k < phenomena.Count; k++)
        {
            var p = phenomena[k];
            if (p.Kind == kind && at >= p.FromSeconds && at <= p.UntilSeconds && p.Concerns(place)) return true;
        }
        return false;
    }
}

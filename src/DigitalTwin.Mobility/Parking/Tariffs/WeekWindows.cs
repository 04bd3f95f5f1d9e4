namespace DigitalTwin.Mobility.Parking.Tariffs;

/// <summary>The windows of a plan laid out over the week: which one holds at an instant, and from when to when. Times are local, in ms since a Sunday's midnight.</summary>
internal sealed class WeekWindows
{
    /// <summary>ms in a day and in a week.</summary>
    public const long Day = 86_400_000, Week = 7 * Day;

    private readonly long[] edges;
    private readonly int[] windows;
    private readonly Prices[] prices;

    /// <summary>Lays out windows that cover the week once.</summary>
    public WeekWindows(IReadOnlyList<TariffWindow> plan)
    {
        prices = [.. plan.Select(w => new Prices(w))];
        var (begins, held) = (new List<long>(), new List<int>());
        foreach (var edge in Edges(plan.Select(w => w.When)))
        {
            var window = WindowAt(plan, edge);
            if (held.Count > 0 && held[^1] == window) continue;
            begins.Add(edge);
            held.Add(window);
        }
        if (held.Count > 1 && held[0] == held[^1])
        {
            begins.RemoveAt(0);
            held.RemoveAt(0);
        }
        (edges, windows) = ([.. begins], [.. held]);
    }

    /// <summary>Every instant of the week at which one of some times may begin or end, ascending, midnight of Sunday included.</summary>
    public static SortedSet<long> Edges(IEnumerable<WeekTime> times)
    {
        var edges = new SortedSet<long> { 0 };
        foreach (var time in times)
        {
            for (var day = 0; day < 7; day++)
            {
                if ((time.Days >> day & 1) == 0) continue;
                edges.Add(((day * Day) + TariffPlan.Milliseconds(time.From)) % Week);
                edges.Add((((time.RunsOverMidnight ? day + 1 : day) * Day) + TariffPlan.Milliseconds(time.Until)) % Week);
            }
        }
        return edges;
    }

    /// <summary>Whether a time of the week holds at an instant of it, ms.</summary>
    public static bool Holds(WeekTime time, long instant) => time.Holds((DayOfWeek)(instant / Day), instant % Day / 1000.0);

    /// <summary>Prices of the window that holds at an instant, and the occurrence of it, from <paramref name="begin"/> until <paramref name="end"/>.</summary>
    public Prices At(long instant, out long begin, out long end)
    {
        if (edges.Length == 1)
        {
            (begin, end) = (long.MinValue, long.MaxValue);
            return prices[windows[0]];
        }
        var week = Math.DivRem(instant, Week, out var within) * Week;
        if (within < 0) (within, week) = (within + Week, week - Week);
        var i = Array.BinarySearch(edges, within);
        if (i < 0) i = ~i - 1;
        begin = week + (i < 0 ? edges[^1] - Week : edges[i]);
        end = week + (i + 1 < edges.Length ? edges[i + 1] : edges[0] + Week);
        return prices[windows[i < 0 ? edges.Length - 1 : i]];
    }

    private static int WindowAt(IReadOnlyList<TariffWindow> plan, long instant)
    {
        for (var i = 0; i < plan.Count; i++)
            if (Holds(plan[i].When, instant)) return i;
        throw new ArgumentException("The windows of a plan do not cover the week.", nameof(plan));
    }

    /// <summary>Prices of a window with times in ms.</summary>
    internal sealed class Prices(TariffWindow window)
    {
        public readonly long Cap = window.Cap;
        public readonly long[] From = [.. window.Steps.Select(s => TariffPlan.Milliseconds(s.From))];
        public readonly long[] Increment = [.. window.Steps.Select(s => TariffPlan.Milliseconds(s.Increment))];
        public readonly long[] Price = [.. window.Steps.Select(s => s.Price)];

        /// <summary>The step that holds after a length of stay.</summary>
        public int StepAt(long stay)
        {
            var step = From.Length - 1;
            while (step > 0 && From[step] > stay) step--;
            return step;
        }
    }
}

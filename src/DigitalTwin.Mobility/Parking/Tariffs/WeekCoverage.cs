namespace DigitalTwin.Mobility.Parking.Tariffs;

/// <summary>Whether windows cover the week once: tells the first gap and the first overlap of each pair.</summary>
internal sealed class WeekCoverage(IReadOnlyList<WindowSource> windows, string tariff)
{
    public void Tell(SourcePlace place, Action<SourcePlace, string> say)
    {
        var edges = WeekWindows.Edges(windows.Select(w => w.When)).ToArray();
        var told = new HashSet<(int, int)>();
        var gapTold = false;
        for (var i = 0; i < edges.Length; i++)
        {
            var end = i + 1 < edges.Length ? edges[i + 1] : WeekWindows.Week;
            var first = -1;
            for (var w = 0; w < windows.Count; w++)
            {
                if (!WeekWindows.Holds(windows[w].When, edges[i])) continue;
                if (first < 0) first = w;
                else if (told.Add((first, w)))
                    say(windows[w].Place, $"Prices number {first + 1} and {w + 1} of the tariff '{tariff}' both hold on {Span(edges[i], end)}; only one can.");
            }
            if (first >= 0 || gapTold) continue;
            gapTold = true;
            say(place, $"The tariff '{tariff}' has no price on {Span(edges[i], end)}; a free time needs a step with the price 0.");
        }
    }

    private static string Span(long from, long until) => $"{(DayOfWeek)(from / WeekWindows.Day)} from {Clock(from % WeekWindows.Day)} to {Clock(((until - 1) % WeekWindows.Day) + 1)}";

    private static string Clock(long ms) => $"{ms / 3_600_000:00}:{ms / 60_000 % 60:00}";
}

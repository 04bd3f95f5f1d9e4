using DigitalTwin.Mobility.Parking;
using DigitalTwin.Mobility.Parking.Tariffs;

namespace DigitalTwin.Mobility.Osm;

/// <summary>Writes stretches of the week as days and times of day: <c>Mo-Fr 18:00-08:00</c>. Longer ones are cut at midnight.</summary>
internal static class WeekSpans
{
    /// <summary>The stretches of the week that are meant; none for all of it.</summary>
    /// <param name="edges">Where stretches begin, ms since a Sunday's midnight, ascending; the first is 0.</param>
    /// <param name="isMeant">Whether the stretch from an edge to the next is.</param>
    public static List<WeekTime> Of(long[] edges, Func<int, bool> isMeant)
    {
        bool[] meant = [.. Enumerable.Range(0, edges.Length).Select(isMeant)];
        if (Array.TrueForAll(meant, m => m)) return [];
        var pieces = new List<(int Day, double From, double Until)>();
        for (var i = 0; i < edges.Length; i++)
        {
            if (!meant[i] || meant[(i + edges.Length - 1) % edges.Length]) continue;
            var next = i;
            while (meant[(next + 1) % edges.Length]) next++;
            var end = next + 1 < edges.Length ? edges[next + 1] : WeekWindows.Week + edges[(next + 1) % edges.Length];
            Cut(edges[i], end, pieces);
        }
        return [.. pieces.GroupBy(p => (p.From, p.Until)).OrderBy(g => g.Key).Select(g => new WeekTime((byte)g.Aggregate(0, (days, p) => days | 1 << p.Day), g.Key.From, g.Key.Until))];
    }

    private static void Cut(long begin, long end, List<(int Day, double From, double Until)> pieces)
    {
        var isNight = end - begin < WeekWindows.Day;
        while (begin < end)
        {
            var midnight = (begin / WeekWindows.Day + 1) * WeekWindows.Day;
            var until = isNight ? end : Math.Min(end, midnight);
            var clock = until % WeekWindows.Day;
            pieces.Add(((int)(begin / WeekWindows.Day % 7), begin % WeekWindows.Day / 1000.0, clock == 0 ? 86400 : clock / 1000.0));
            begin = until;
        }
    }
}

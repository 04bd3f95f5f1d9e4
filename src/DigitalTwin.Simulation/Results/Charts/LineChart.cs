using System.Text;
using DigitalTwin.Simulation.Results.Manifests;
using DigitalTwin.Simulation.Results.Report;

namespace DigitalTwin.Simulation.Results.Charts;

/// <summary>
/// A chart of one series through time as SVG: contenders overlaid, bands for the spread of the replications, events as numbered marks. Gaps
/// in what is known are gaps in the line.
/// </summary>
internal sealed class LineChart
{
    private const double Width = 720, Height = 250, Left = 58, Right = 14, Top = 24, Bottom = 28;
    private const double Unlimited = 1e100;    // what is beyond has diverged, and would flatten everything else
    private readonly IReadOnlyList<ChartLine> lines;
    private readonly IReadOnlyList<EventMark> marks;
    private readonly SimulatedPeriod period;
    private readonly double[] ticks;
    private readonly double from, to;

    public LineChart(IReadOnlyList<ChartLine> lines, IReadOnlyList<EventMark> marks, SimulatedPeriod period)
    {
        (this.lines, this.marks, this.period) = (lines, marks, period);
        var known = lines.SelectMany(l => l.Low.Concat(l.High)).Where(v => Math.Abs(v) < Unlimited).DefaultIfEmpty(0).ToArray();
        double low = known.Min(), high = known.Max();
        if (low > 0 && low < 0.4 * high) low = 0;    // an axis that nearly reaches zero had better reach it
        if (low < 0 && -low < 1e-3 * high) low = 0;    // and what is below it by rounding alone is not below it
        ticks = NiceTicks.Around(low, high, 5);
        from = lines.SelectMany(l => l.Times).DefaultIfEmpty(0).Min();
        to = lines.SelectMany(l => l.Times).DefaultIfEmpty(1).Max();
        if (from > 0 && from < 0.05 * to) from = 0;    // values at the ends of steps begin a step after the start
        if (to <= from) to = from + 1;
    }

    public void Draw(Markup page, string label)
    {
        page.Open("svg", ("class", "chart"), ("viewBox", $"0 0 {Width} {Height}"), ("role", "img"), ("aria-label", label));
        Axes(page);
        Marks(page);
        foreach (var line in lines)
            if (line.HasBand) page.Leaf("path", ("class", "band"), ("fill", Palette.Of(line.Contender).Colour), ("d", Band(line)));
        foreach (var line in lines)
        {
            var (colour, dashes) = Palette.Of(line.Contender);
            page.Leaf("path", ("class", "line"), ("stroke", colour), ("stroke-dasharray", dashes), ("d", Path(line.Times, line.Mean)));
        }
        page.Close().Line();
    }

    private double X(double time) => Left + ((time - from) / (to - from) * (Width - Left - Right));

    private double Y(double value) => Height - Bottom - ((value - ticks[0]) / (ticks[^1] - ticks[0]) * (Height - Top - Bottom));

    private void Axes(Markup page)
    {
        var step = ticks[1] - ticks[0];
        foreach (var tick in ticks)
        {
            var y = Markup.At(Y(tick));
            page.Leaf("path", ("class", tick == 0 ? "axis" : "grid"), ("d", $"M{Left} {y}H{Width - Right}"));
            page.Element("text", NiceTicks.Label(tick, step), ("class", "tick"), ("x", Markup.At(Left - 8)), ("y", Markup.At(Y(tick) + 3.8)), ("text-anchor", "end"));
        }
        page.Leaf("path", ("class", "axis"), ("d", $"M{Left} {Height - Bottom}H{Width - Right}"));
        foreach (var (seconds, label) in TimeTicks.Within(from, to, period, 10))
        {
            var x = Markup.At(X(seconds));
            page.Leaf("path", ("class", "axis"), ("d", $"M{x} {Height - Bottom}v4"));
            page.Element("text", label, ("class", "tick"), ("x", x), ("y", Markup.At(Height - Bottom + 17)), ("text-anchor", "middle"));
        }
    }

    private void Marks(Markup page)
    {
        foreach (var pill in EventPills.Of(marks.Where(m => m.Time >= from && m.Time <= to).Select(m => (m.Number, X(m.Time))), Left - 10, Width - 2))
        {
            foreach (var x in pill.Marks)
                page.Leaf("path", ("class", "event"), ("d", $"M{Markup.At(Math.Clamp(x, pill.X - (pill.Width / 2), pill.X + (pill.Width / 2)))} 16L{Markup.At(x)} {Top}V{Height - Bottom}"));
            page.Leaf("rect", ("class", "event-disc"), ("x", Markup.At(pill.X - (pill.Width / 2))), ("y", "2.5"), ("width", Markup.At(pill.Width)), ("height", "13"), ("rx", "6.5"));
            page.Element("text", pill.Text, ("class", "event-number"), ("x", Markup.At(pill.X)), ("y", "12"), ("text-anchor", "middle"));
        }
    }

    private string Path(double[] times, double[] values)
    {
        var path = new StringBuilder();
        var drawing = false;
        for (var i = 0; i < times.Length; i++)
        {
            if (!double.IsFinite(values[i]))
            {
                drawing = false;
                continue;
            }
            path.Append(drawing ? 'L' : 'M').Append(Markup.At(X(times[i]))).Append(' ').Append(Markup.At(Y(values[i])));
            drawing = true;
        }
        return path.ToString();
    }

    /// <summary>Each stretch that is known as a closed outline: along its highs and back along its lows.</summary>
    private string Band(ChartLine line)
    {
        var path = new StringBuilder();
        for (var i = 0; i < line.Times.Length; i++)
        {
            if (!double.IsFinite(line.Low[i])) continue;
            var end = i;
            while (end + 1 < line.Times.Length && double.IsFinite(line.Low[end + 1])) end++;
            path.Append(Path(line.Times[i..(end + 1)], line.High[i..(end + 1)]));
            for (var j = end; j >= i; j--) path.Append('L').Append(Markup.At(X(line.Times[j]))).Append(' ').Append(Markup.At(Y(line.Low[j])));
            path.Append('Z');
            i = end;
        }
        return path.ToString();
    }
}

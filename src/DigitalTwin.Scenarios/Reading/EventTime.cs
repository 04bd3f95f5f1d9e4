using DigitalTwin.Scenarios.Syntax;

namespace DigitalTwin.Scenarios.Reading;

/// <summary>Times of events, held against the period.</summary>
internal static class EventTime
{
    /// <summary>A time that must lie in the period (not at its very end, when nothing could follow from it).</summary>
    public static double? Read(ReadingContext context, SyntaxNode node, string what, Period period, double anchor)
    {
        if (Parse(context, node, what, period, anchor) is not var (seconds, text)) return null;
        if (seconds >= 0 && seconds < period.Duration) return seconds;
        var hint = seconds < 0 && TimeText.IsTimeOfFirstDay(text) && seconds + 86400 < period.Duration
            ? $" If the next morning is meant, write 'day 2 {text.Trim()}'." : "";
        context.Error(node, $"'{what}' is {Say(period, seconds)}, outside the period from {Say(period, 0)} to {Say(period, period.Duration)}.{hint}");
        return null;
    }

    /// <summary>A time after another; one after the period's end is let pass with a warning and means that it never comes.</summary>
    public static (bool Good, double? Time) ReadUntil(ReadingContext context, SyntaxNode node, Period period, double at)
    {
        if (Parse(context, node, "until", period, at) is not var (seconds, text)) return (false, null);
        if (seconds <= at)
        {
            var hint = TimeText.IsTimeOfFirstDay(text) && seconds + 86400 > at ? $" If the next day is meant, write 'day 2 {text.Trim()}'." : "";
            context.Error(node, $"'until' is {Say(period, seconds)}, which is not after 'at' ({Say(period, at)}).{hint}");
            return (false, null);
        }
        if (seconds < period.Duration) return (true, seconds);
        if (seconds > period.Duration) context.Warning(node, $"'until' is {Say(period, seconds)}, after the period's end ({Say(period, period.Duration)}): the event lasts to the end.");
        return (true, null);
    }

    private static (double, string)? Parse(ReadingContext context, SyntaxNode node, string what, Period period, double anchor)
    {
        if (context.Text(node, what) is not { } text) return null;
        if (TimeText.TryRead(text, period, anchor, out var seconds, out var problem) && Math.Abs(seconds) < 1e10) return (seconds, text);
        context.Error(node, $"'{what}': {problem ?? $"{node.Kind} is too far away."}");
        return null;
    }

    public static string Say(Period period, double seconds) => seconds is < -2e9 or > 6e9
        ? $"{seconds:0} s"
        : period.At(seconds).ToString(seconds % 60 == 0 && period.Start.Second == 0 ? "yyyy-MM-dd HH:mm" : "yyyy-MM-dd HH:mm:ss");
}

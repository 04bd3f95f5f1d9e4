using DigitalTwin.Scenarios.Syntax;

namespace DigitalTwin.Scenarios.Reading;

/// <summary>The <c>period</c> block.</summary>
internal static class PeriodReading
{
    /// <summary>What stands for the instant of the world that a scenario is run from; the same as no start at all.</summary>
    public const string World = "world";

    private const double DefaultStep = 300, LongestPeriod = 100 * 366 * 86400.0;
    private const int MostSteps = 10_000_000;

    public static Period? Read(ReadingContext context, SyntaxNode node)
    {
        if (Fields.Of(node, "the period", context) is not { } fields) return null;
        var startNode = fields.Take("start");
        var durationNode = fields.Require("duration", "24 h");
        var duration = durationNode is null ? null : Seconds(context, durationNode, "duration", 1, LongestPeriod);
        var stepNode = fields.Take("step");
        var step = stepNode is null ? DefaultStep : Seconds(context, stepNode, "step", 1, 86400);
        var warmUpNode = fields.Take("warm-up");
        var warmUp = warmUpNode is null ? 0 : Seconds(context, warmUpNode, "warm-up", 0, 366 * 86400.0);
        fields.Close();
        var fromWorld = startNode is null || (startNode is ScalarNode word && word.Text.Trim() == World);
        var start = fromWorld ? FromWorld(context, startNode ?? node, step) : Start(context, startNode!);
        if (start is not { } instant || duration is not { } d || step is not { } s || warmUp is not { } w) return null;
        var good = Whole(context, durationNode!, "duration", d, s) & (warmUpNode is null || Whole(context, warmUpNode, "warm-up", w, s));
        if ((d + w) / s > MostSteps)
        {
            context.Error(node, $"The period has {(d + w) / s:N0} steps; at most {MostSteps:N0} are run. Make the step longer.");
            return null;
        }
        return good ? new(instant, d, s, w) { IsFromWorld = fromWorld } : null;
    }

    /// <summary>The beginning, on the city's clock, of the step in which the world is.</summary>
    private static DateTimeOffset? FromWorld(ReadingContext context, SyntaxNode node, double? step)
    {
        if (context.WorldInstant is not { } instant)
        {
            context.Error(node, $"The period needs 'start', as in 'start: 2025-07-08T06:00+08:00'; without one the scenario begins where a world is, and must be run from a world (--from live).");
            return null;
        }
        if (step is not { } seconds) return null;
        var midnight = new DateTimeOffset(instant.Date, instant.Offset);
        return midnight.AddSeconds(Math.Floor((instant - midnight).TotalSeconds / seconds) * seconds);
    }

    private static DateTimeOffset? Start(ReadingContext context, SyntaxNode node)
    {
        if (context.Text(node, "start") is not { } text) return null;
        if (TimeText.TryInstant(text, out var instant)) return instant;
        context.Error(node, TimeText.IsLocal(text)
            ? $"'start' is {node.Kind} without the offset of its clock; write '{text.Trim()}+08:00' if it is China's."
            : $"'start' is {node.Kind}, which is no date and time of the years 1900 to 2200; write it as '2025-07-08T06:00+08:00', or 'world' for the instant of the world that it is run from.");
        return null;
    }

    private static double? Seconds(ReadingContext context, SyntaxNode node, string what, double least, double most) =>
        context.Quantity(node, what, "s", least, most)?.Value;

    private static bool Whole(ReadingContext context, SyntaxNode node, string what, double seconds, double step)
    {
        var steps = seconds / step;
        if (Math.Abs(steps - Math.Round(steps)) < 1e-6 && (seconds == 0 || steps > 0.5)) return true;
        context.Error(node, $"'{what}' ({seconds:0.###} s) must be a whole number of steps of {step:0.###} s.");
        return false;
    }
}

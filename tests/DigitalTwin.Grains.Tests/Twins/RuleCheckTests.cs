using DigitalTwin.Grains.Contracts.Twins;
using DigitalTwin.Grains.Twins;

namespace DigitalTwin.Grains.Tests.Twins;

public class RuleCheckTests
{
    [Fact]
    public void Every_mistake_of_the_rules_is_told_at_once()
    {
        var rules = new Rules(
            [new("Hoch", "level", (Side)7, double.NaN, -1, TimeSpan.FromDays(-1), (Severity)9), new("low", "Level!", Side.Below, 1, 0, TimeSpan.Zero, Severity.Minor), new("low", "level", Side.Below, 1, 0, TimeSpan.Zero, Severity.Minor)],
            [new("level", TimeSpan.Zero, TimeSpan.FromDays(4000)), new("level", null, null)]);
        var message = Assert.Throws<ArgumentException>(() => RuleCheck.ThrowIfMistaken(rules)).Message;
        string[] expected = ["'Hoch' is misnamed", "the side 7", "the limit NaN", "the hysteresis -1", "the delay -1.00:00:00", "the severity 9", "'Level!', which is no property", "2 thresholds are named 'low'", "silent after 00:00:00", "stuck after 4000", "given 2 times"];
        Assert.All(expected, e => Assert.Contains(e, message, StringComparison.Ordinal));
    }

    [Fact]
    public void Rules_without_lists_are_refused_with_a_sentence() =>
        Assert.Contains("lack a list", Assert.Throws<ArgumentException>(() => RuleCheck.ThrowIfMistaken(new(default, default))).Message, StringComparison.Ordinal);

    [Fact]
    public void Sensible_rules_pass() =>
        RuleCheck.ThrowIfMistaken(new([new("low-level", "level", Side.Below, 1.5, 0.1, TimeSpan.FromMinutes(5), Severity.Severe)], [new("level", TimeSpan.FromHours(1), null)]));
}

using System.Globalization;
using DigitalTwin.Numerics.Text;
using DigitalTwin.Weather.Stations;

namespace DigitalTwin.Weather.Warnings;

/// <summary>A change of a signal at one place.</summary>
/// <param name="Place">The place.</param>
/// <param name="Signal">The signal.</param>
/// <param name="From">Level before.</param>
/// <param name="To">Level after.</param>
/// <param name="IssuedAt">When.</param>
/// <param name="ReachedAt">When the threshold is reached by the forecast, or <paramref name="IssuedAt"/> when it has been.</param>
public sealed record WarningChange(WeatherPlace Place, WarningSignal Signal, WarningLevel From, WarningLevel To, DateTimeOffset IssuedAt, DateTimeOffset ReachedAt)
{
    /// <summary>What is done.</summary>
    public WarningAction Action => (From, To) switch
    {
        (WarningLevel.None, _) => WarningAction.Issue,
        (_, WarningLevel.None) => WarningAction.Lift,
        _ => To > From ? WarningAction.Upgrade : WarningAction.Downgrade,
    };

    /// <summary>How long before the threshold is reached the signal was issued.</summary>
    public TimeSpan Lead => ReachedAt - IssuedAt;
}

/// <summary>Who issues warnings.</summary>
/// <param name="Name">Name in messages: <c>武汉市气象台</c>.</param>
/// <param name="Sender">Sender in CAP, without blanks and commas: an address of the internet or a code.</param>
public sealed record WarningIssuer(LocalizedText Name, string Sender)
{
    /// <summary>The issuer of a simulation: no real office.</summary>
    public static WarningIssuer Simulation { get; } = new(new("The simulated weather office", "模拟气象台"), "simulation@digital-twin.invalid");
}

/// <summary>A message of the service: one change of one signal, and all the places that it concerns.</summary>
public sealed record WarningMessage
{
    /// <summary>The changes, one a place.</summary>
    public required IReadOnlyList<WarningChange> Changes { get; init; }

    /// <summary>The signal.</summary>
    public WarningSignal Signal => Changes[0].Signal;

    /// <summary>What is done.</summary>
    public WarningAction Action => Changes[0].Action;

    /// <summary>Level before.</summary>
    public WarningLevel From => Changes[0].From;

    /// <summary>Level after.</summary>
    public WarningLevel To => Changes[0].To;

    /// <summary>Time of issue.</summary>
    public DateTimeOffset IssuedAt => Changes[0].IssuedAt;

    /// <summary>When the threshold is first reached at one of the places.</summary>
    public DateTimeOffset ReachedAt => Changes.Min(c => c.ReachedAt);

    /// <summary>Time from issue until the threshold is reached; 0 when it has been.</summary>
    public TimeSpan Lead => ReachedAt - IssuedAt;

    /// <summary>
    /// Joins the changes of the same signal, levels and time into messages, in the order of time, signal and level; places keep the order of <paramref name="changes"/>.
    /// However the places were spread over models, the messages are the same once the changes are brought into the order of the places.
    /// </summary>
    public static IReadOnlyList<WarningMessage> Join(IEnumerable<WarningChange> changes) =>
    [
        .. changes.GroupBy(c => (c.IssuedAt, c.Signal.Code, c.Signal.Id, c.From, c.To))
            .OrderBy(g => g.Key.IssuedAt).ThenBy(g => g.Key.Code, StringComparer.Ordinal).ThenBy(g => g.Key.Id, StringComparer.Ordinal).ThenBy(g => g.Key.To).ThenBy(g => g.Key.From)
            .Select(g => new WarningMessage { Changes = [.. g] }),
    ];

    /// <summary>The headline: <c>武汉市气象台将暴雨黄色预警信号升级为橙色</c>.</summary>
    public LocalizedText Headline(WarningIssuer issuer)
    {
        ArgumentNullException.ThrowIfNull(issuer);
        var (name, from, to) = (Signal.Name, From.Name(), To.Name());
        return Action switch
        {
            WarningAction.Issue => new($"{issuer.Name.En} issues {(To == WarningLevel.Orange ? "an" : "a")} {to.En} {Lower(name.En)} signal", $"{issuer.Name.Zh}发布{name.Zh}{to.Zh}预警信号"),
            WarningAction.Upgrade => new($"{issuer.Name.En} raises the {Lower(name.En)} signal from {from.En} to {to.En}", $"{issuer.Name.Zh}将{name.Zh}{from.Zh}预警信号升级为{to.Zh}"),
            WarningAction.Downgrade => new($"{issuer.Name.En} lowers the {Lower(name.En)} signal from {from.En} to {to.En}", $"{issuer.Name.Zh}将{name.Zh}{from.Zh}预警信号降级为{to.Zh}"),
            _ => new($"{issuer.Name.En} lifts the {from.En} {Lower(name.En)} signal", $"{issuer.Name.Zh}解除{name.Zh}{from.Zh}预警信号"),
        };
    }

    /// <summary>What is expected, where, and what to do.</summary>
    public LocalizedText Body()
    {
        LocalizedText places = new(string.Join(", ", Changes.Select(c => c.Place.Name.En)), string.Join("、", Changes.Select(c => c.Place.Name.Zh)));
        if (Action == WarningAction.Lift) return new($"{places.En}: the conditions of the signal no longer hold.", $"{places.Zh}：预警条件已解除。");
        var (what, guidance) = (Signal.Conditions(To), Signal.Guidance(To));
        return Lead > TimeSpan.Zero
            ? new($"{places.En}: expected are {what.En}. {guidance.En}", $"预计{places.Zh}{what.Zh}。{guidance.Zh}")
            : new($"{places.En}: reached, and likely to go on: {what.En}. {guidance.En}", $"{places.Zh}已达到并可能持续：{what.Zh}。{guidance.Zh}");
    }

    /// <summary>The whole message in the form that the offices use: who, when, what is done, level, text, guidance.</summary>
    public LocalizedText Text(WarningIssuer issuer)
    {
        ArgumentNullException.ThrowIfNull(issuer);
        var (headline, body, grade) = (Headline(issuer), Body(), (To == WarningLevel.None ? From : To).Grade());
        var time = IssuedAt.ToString("yyyy'年'MM'月'dd'日'HH'时'mm'分'", CultureInfo.InvariantCulture);
        var name = issuer.Name.In("zh");
        var zh = name + time + headline.In("zh")[name.Length..];
        return new(
            FormattableString.Invariant($"{headline.En} ({grade.En}) at {IssuedAt:yyyy-MM-dd HH:mm}. {body.En}"),
            $"{zh}［{grade.Zh}］：{body.Zh}");
    }

    private static string Lower(string name) => name.ToLowerInvariant();
}

using DigitalTwin.Water.Network;

namespace DigitalTwin.Water.Epanet.Rows;

/// <summary>A line of [CONTROLS], in the file's units.</summary>
/// <param name="Link">The link that is set.</param>
/// <param name="Status">Open or closed, or null when a setting is given.</param>
/// <param name="Setting">Pump speed or valve setting; NaN when a status is given.</param>
/// <param name="Trigger">When.</param>
/// <param name="Node">The node that is watched, or null for a time.</param>
/// <param name="Value">Level of a tank (ft or m), pressure at a junction, or a time in hours.</param>
/// <param name="Enabled">False when the line ends with DISABLED.</param>
/// <param name="Comment">What follows the semicolon, or null.</param>
public readonly record struct ControlRow(
    string Link, InitialStatus? Status, double Setting, ControlTrigger Trigger, string? Node, double Value, bool Enabled = true, string? Comment = null);

/// <summary>A premise of a rule, in the file's units; see <see cref="Premise"/>.</summary>
/// <param name="Conjunction">How it joins the one before.</param>
/// <param name="Subject">What it looks at.</param>
/// <param name="Id">Id of the node or link; empty for the system.</param>
/// <param name="Variable">Which property.</param>
/// <param name="Relation">How it compares.</param>
/// <param name="Value">Limit; hours for times. NaN when a status is compared.</param>
/// <param name="Status">Status compared with, or null.</param>
public readonly record struct PremiseRow(
    Conjunction Conjunction, PremiseObject Subject, string Id, PremiseVariable Variable, Relation Relation, double Value, InitialStatus? Status);

/// <summary>What a rule does to a link, in the file's units.</summary>
/// <param name="Link">The link that is set.</param>
/// <param name="Status">Status, or null when a setting is given.</param>
/// <param name="Setting">Pump speed or valve setting; NaN when a status is given.</param>
public readonly record struct RuleActionRow(string Link, InitialStatus? Status, double Setting = double.NaN);

/// <summary>A rule of [RULES].</summary>
/// <param name="Id">Label of the rule.</param>
public sealed record RuleRow(string Id)
{
    /// <summary>Premises, in order: AND binds to what stands before it, as EPANET evaluates from the top down.</summary>
    public List<PremiseRow> Premises { get; init; } = [];

    /// <summary>What happens when they hold.</summary>
    public List<RuleActionRow> Then { get; init; } = [];

    /// <summary>What happens when they do not.</summary>
    public List<RuleActionRow> Else { get; init; } = [];

    /// <summary>The higher priority wins a conflict; NaN when the rule has none (0).</summary>
    public double Priority { get; set; } = double.NaN;

    /// <summary>False when the rule says DISABLED.</summary>
    public bool Enabled { get; set; } = true;

    /// <inheritdoc/>
    public bool Equals(RuleRow? other) =>
        other is not null && Id == other.Id && Priority.Equals(other.Priority) && Enabled == other.Enabled
        && Premises.SequenceEqual(other.Premises) && Then.SequenceEqual(other.Then) && Else.SequenceEqual(other.Else);

    /// <inheritdoc/>
    public override int GetHashCode() => Id.GetHashCode(StringComparison.Ordinal);
}

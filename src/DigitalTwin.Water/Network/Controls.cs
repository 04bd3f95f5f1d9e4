namespace DigitalTwin.Water.Network;

/// <summary>When a simple control acts.</summary>
public enum ControlTrigger
{
    /// <summary>Grade of a node at or below the limit.</summary>
    Below,

    /// <summary>Grade of a node at or above the limit.</summary>
    Above,

    /// <summary>At a time since the start.</summary>
    AtTime,

    /// <summary>At a time of the day, every day.</summary>
    AtClockTime,
}

/// <summary>A simple control: one link, one action, one trigger.</summary>
/// <param name="Link">Link index.</param>
/// <param name="Status">Status to set, or null when a setting is set.</param>
/// <param name="Setting">Setting in SI (see <see cref="LinkTable.Setting"/>), NaN when only a status is set.</param>
/// <param name="Trigger">When.</param>
/// <param name="Node">Node index for levels and pressures, else -1.</param>
/// <param name="Grade">Limit as total head, m (level or pressure head plus elevation).</param>
/// <param name="Time">Seconds since the start, or seconds of the day.</param>
/// <param name="Enabled">False for a control that the file marks as disabled.</param>
public sealed record Control(int Link, InitialStatus? Status, double Setting, ControlTrigger Trigger, int Node, double Grade, double Time, bool Enabled = true);

/// <summary>How a premise joins the one before it.</summary>
public enum Conjunction
{
    /// <summary>The first premise of a rule.</summary>
    If,

    /// <summary>Both must hold.</summary>
    And,

    /// <summary>Either may hold.</summary>
    Or,
}

/// <summary>What a premise looks at.</summary>
public enum PremiseObject
{
    /// <summary>A node.</summary>
    Node,

    /// <summary>A link.</summary>
    Link,

    /// <summary>The whole system.</summary>
    System,
}

/// <summary>Which property a premise looks at.</summary>
public enum PremiseVariable
{
    /// <summary>Demand, m³/s.</summary>
    Demand,

    /// <summary>Total head, m.</summary>
    Head,

    /// <summary>Total head, m (older word).</summary>
    Grade,

    /// <summary>Level above the tank's bottom, m.</summary>
    Level,

    /// <summary>Pressure head, m.</summary>
    Pressure,

    /// <summary>Absolute flow, m³/s.</summary>
    Flow,

    /// <summary>Status.</summary>
    Status,

    /// <summary>Setting, SI.</summary>
    Setting,

    /// <summary>Pump power, W.</summary>
    Power,

    /// <summary>Seconds since the start.</summary>
    Time,

    /// <summary>Seconds of the day.</summary>
    ClockTime,

    /// <summary>Seconds until a tank is full at the present rate.</summary>
    FillTime,

    /// <summary>Seconds until a tank is empty at the present rate.</summary>
    DrainTime,
}

/// <summary>How a premise compares.</summary>
public enum Relation
{
    /// <summary>Equal.</summary>
    Equal,

    /// <summary>Not equal.</summary>
    NotEqual,

    /// <summary>At most.</summary>
    LessOrEqual,

    /// <summary>At least.</summary>
    GreaterOrEqual,

    /// <summary>Less.</summary>
    Less,

    /// <summary>Greater.</summary>
    Greater,
}

/// <summary>One premise of a rule.</summary>
/// <param name="Conjunction">How it joins the one before.</param>
/// <param name="Subject">What it looks at.</param>
/// <param name="Index">Node or link index, -1 for the system.</param>
/// <param name="Variable">Which property.</param>
/// <param name="Relation">How it compares.</param>
/// <param name="Value">Limit in SI; NaN when <paramref name="Status"/> is compared.</param>
/// <param name="Status">Status compared with, or null.</param>
public sealed record Premise(
    Conjunction Conjunction, PremiseObject Subject, int Index, PremiseVariable Variable, Relation Relation, double Value, InitialStatus? Status);

/// <summary>What a rule does to a link: a status, or a setting in SI (NaN when a status is set).</summary>
public sealed record RuleAction(int Link, InitialStatus? Status, double Setting);

/// <summary>A rule with its premises and actions; the higher priority wins a conflict.</summary>
public sealed record Rule(
    string Id, IReadOnlyList<Premise> Premises, IReadOnlyList<RuleAction> Then, IReadOnlyList<RuleAction> Else, double Priority, bool Enabled = true);

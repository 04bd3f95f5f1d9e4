namespace DigitalTwin.Buildings.Ifc.Work;

/// <summary>How one task waits for another.</summary>
public enum IfcSequenceKind
{
    /// <summary>The successor starts when the predecessor is finished; also where the file does not say.</summary>
    FinishStart,

    /// <summary>Both start together.</summary>
    StartStart,

    /// <summary>Both finish together.</summary>
    FinishFinish,

    /// <summary>The successor finishes when the predecessor starts.</summary>
    StartFinish,
}

/// <summary>A dependency between tasks.</summary>
/// <param name="Predecessor">Record number of the task that goes before.</param>
/// <param name="Successor">Record number of the task that waits.</param>
/// <param name="Kind">How it waits.</param>
/// <param name="Lag">For how much longer, working time unless <paramref name="LagElapses"/>.</param>
/// <param name="LagElapses">Whether the lag runs on nights and holidays too (ELAPSEDTIME).</param>
public sealed record IfcSequence(long Predecessor, long Successor, IfcSequenceKind Kind, TimeSpan Lag, bool LagElapses);

/// <summary>When a task is planned and done: local times of the site, as the file has no zone; nulls where it says nothing.</summary>
public sealed record IfcTaskTime
{
    /// <summary>Planned duration; a day of 24 hours where the file counts days.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>Whether the duration runs on nights and holidays too (ELAPSEDTIME).</summary>
    public bool DurationElapses { get; init; }

    /// <summary>Planned start.</summary>
    public DateTime? Start { get; init; }

    /// <summary>Planned finish.</summary>
    public DateTime? Finish { get; init; }

    /// <summary>Early start.</summary>
    public DateTime? EarlyStart { get; init; }

    /// <summary>Early finish.</summary>
    public DateTime? EarlyFinish { get; init; }

    /// <summary>Late start.</summary>
    public DateTime? LateStart { get; init; }

    /// <summary>Late finish.</summary>
    public DateTime? LateFinish { get; init; }

    /// <summary>Free float.</summary>
    public TimeSpan? FreeFloat { get; init; }

    /// <summary>Total float.</summary>
    public TimeSpan? TotalFloat { get; init; }

    /// <summary>Whether the file calls it critical.</summary>
    public bool? IsCritical { get; init; }

    /// <summary>When it was begun.</summary>
    public DateTime? ActualStart { get; init; }

    /// <summary>When it was done.</summary>
    public DateTime? ActualFinish { get; init; }

    /// <summary>Part done, 0 to 1.</summary>
    public double? Completion { get; init; }
}

/// <summary>A task.</summary>
public sealed class IfcTask
{
    internal IfcTask()
    {
    }

    /// <summary>Number of its record.</summary>
    public required long Id { get; init; }

    /// <summary>GlobalId.</summary>
    public required string GlobalId { get; init; }

    /// <summary>Name.</summary>
    public string? Name { get; init; }

    /// <summary>Its author's number for it.</summary>
    public string? Identification { get; init; }

    /// <summary>Its state in its author's words.</summary>
    public string? Status { get; init; }

    /// <summary>How it is done.</summary>
    public string? Method { get; init; }

    /// <summary>CONSTRUCTION, DEMOLITION, INSTALLATION …; null where unset.</summary>
    public string? PredefinedType { get; init; }

    /// <summary>Whether it takes no time.</summary>
    public bool IsMilestone { get; init; }

    /// <summary>Its priority.</summary>
    public int? Priority { get; init; }

    /// <summary>When; null where the file says nothing.</summary>
    public IfcTaskTime? Time { get; internal set; }

    /// <summary>The task that it is a part of.</summary>
    public IfcTask? Parent { get; internal set; }

    /// <summary>What it consists of.</summary>
    public IReadOnlyList<IfcTask> Parts { get; internal set; } = [];

    /// <summary>What is built, or comes in: products assigned to it and those that it is assigned to, in the file's order.</summary>
    public IReadOnlyList<IfcProduct> Products { get; internal set; } = [];

    /// <summary>Who and what does it.</summary>
    public IReadOnlyList<IfcWorkResource> Resources { get; internal set; } = [];

    /// <inheritdoc/>
    public override string ToString() => $"#{Id} IfcTask {Name}".TrimEnd();
}

/// <summary>Workers, machines or material.</summary>
/// <param name="Id">Number of its record.</param>
/// <param name="Class">Its entity: <c>IfcLaborResource</c>.</param>
/// <param name="Name">Its name.</param>
public sealed record IfcWorkResource(long Id, string Class, string? Name);

/// <summary>A stretch of working time, or of none, that recurs.</summary>
/// <param name="Recurrence">DAILY, WEEKLY, MONTHLY_BY_DAY_OF_MONTH …; null where it happens once.</param>
/// <param name="Weekdays">1 for Monday to 7 for Sunday; empty for all.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day.</param>
/// <param name="Hours">Hours of the day, from and until; empty for the whole day.</param>
public sealed record IfcWorkTime(string? Recurrence, IReadOnlyList<int> Weekdays, DateTime? From, DateTime? Until, IReadOnlyList<(TimeSpan From, TimeSpan Until)> Hours);

/// <summary>A calendar.</summary>
/// <param name="Id">Number of its record.</param>
/// <param name="Name">Its name.</param>
/// <param name="Working">When work goes on.</param>
/// <param name="Exceptions">When it does not.</param>
public sealed record IfcWorkCalendar(long Id, string? Name, IReadOnlyList<IfcWorkTime> Working, IReadOnlyList<IfcWorkTime> Exceptions);

/// <summary>A work plan or a work schedule.</summary>
/// <param name="Id">Number of its record.</param>
/// <param name="Class">Its entity: <c>IfcWorkPlan</c> or <c>IfcWorkSchedule</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="Start">When it starts.</param>
/// <param name="Finish">When it finishes.</param>
/// <param name="Tasks">The tasks that the file assigns to it, their parts not among them.</param>
public sealed record IfcWorkSchedule(long Id, string Class, string? Name, DateTime? Start, DateTime? Finish, IReadOnlyList<IfcTask> Tasks);

/// <summary>Who does what, when, and after what. Empty where the file has no tasks. Immutable.</summary>
/// <param name="Schedules">Plans and schedules.</param>
/// <param name="Tasks">All tasks, in the file's order.</param>
/// <param name="Sequences">Dependencies between them, in the file's order.</param>
/// <param name="Calendars">Calendars.</param>
/// <param name="Resources">Resources.</param>
public sealed record IfcWork(
    IReadOnlyList<IfcWorkSchedule> Schedules, IReadOnlyList<IfcTask> Tasks, IReadOnlyList<IfcSequence> Sequences, IReadOnlyList<IfcWorkCalendar> Calendars, IReadOnlyList<IfcWorkResource> Resources);

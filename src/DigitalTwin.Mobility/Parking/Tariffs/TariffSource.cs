using DigitalTwin.Numerics.Text;

namespace DigitalTwin.Mobility.Parking.Tariffs;

/// <summary>Where something was read, for sentences about it.</summary>
/// <param name="File">File as the user named it, or empty.</param>
/// <param name="Line">1-based line, 0 when unknown.</param>
/// <param name="Column">1-based column, 0 when unknown.</param>
public readonly record struct SourcePlace(string File, int Line = 0, int Column = 0);

/// <summary>A tariff as its author wrote it, unchecked: plain data from any file format, for <see cref="TariffBuilder"/>. What is null is taken from <see cref="Like"/>, or has its default.</summary>
public sealed record TariffSource
{
    /// <summary>Where it is written.</summary>
    public SourcePlace Place { get; init; }

    /// <summary>Its name.</summary>
    public required string Id { get; init; }

    /// <summary>What the board says; the id when null.</summary>
    public LocalizedText? Title { get; init; }

    /// <summary>Name of a tariff from which all that is not said here is taken; null for none.</summary>
    public string? Like { get; init; }

    /// <summary>Three letters of ISO 4217; CNY when neither this nor a tariff that it is like says.</summary>
    public string? Currency { get; init; }

    /// <summary>The plan for everybody.</summary>
    public PlanSource Plan { get; init; } = new();

    /// <summary>Whether its file says more of it than could be read (told already): it is then left out, and not asked whether it is complete.</summary>
    public bool IsTorn { get; init; }

    /// <summary>Plans for groups; what they leave null is taken from <see cref="Plan"/>.</summary>
    public IReadOnlyList<PlanSource> GroupPlans { get; init; } = [];
}

/// <summary>The prices of a tariff for some groups as written; see <see cref="TariffPlan"/> for what the fields mean. Money in the currency, times in s.</summary>
public sealed record PlanSource
{
    /// <summary>Where it is written.</summary>
    public SourcePlace Place { get; init; }

    /// <summary>Groups that it is for; empty in the plan for everybody.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>Paid once; 0 by default.</summary>
    public decimal? EntryFee { get; init; }

    /// <summary>Free time, s; 0 by default.</summary>
    public double? FreeTime { get; init; }

    /// <summary>Deducted by default.</summary>
    public FreeTimeRule? FreeRule { get; init; }

    /// <summary>No cap by default.</summary>
    public decimal? CapPerStay { get; init; }

    /// <summary>No cap by default.</summary>
    public decimal? CapPerDay { get; init; }

    /// <summary>24 hours from the beginning of the stay by default.</summary>
    public TariffDay? Day { get; init; }

    /// <summary>Not by default.</summary>
    public bool? StepsBeginAnew { get; init; }

    /// <summary>Runs on by default.</summary>
    public WindowCrossing? Crossing { get; init; }

    /// <summary>Prices by time of the week; a plan must have some, its own or inherited.</summary>
    public IReadOnlyList<WindowSource>? Windows { get; init; }

    /// <summary>Charging is free by default.</summary>
    public ChargingSource? Charging { get; init; }
}

/// <summary>A window as written.</summary>
/// <param name="Place">Where.</param>
/// <param name="When">When.</param>
/// <param name="Steps">Steps.</param>
/// <param name="Cap">Most that one occurrence costs, in the currency; null for none.</param>
public sealed record WindowSource(SourcePlace Place, WeekTime When, IReadOnlyList<StepSource> Steps, decimal? Cap = null);

/// <summary>A step as written.</summary>
/// <param name="Place">Where.</param>
/// <param name="From">Length of stay at which it begins, s.</param>
/// <param name="Increment">Length of an increment, s; 0 for a price that is paid once for the step.</param>
/// <param name="Price">In the currency.</param>
public sealed record StepSource(SourcePlace Place, double From, double Increment, decimal Price);

/// <summary>What charging costs, as written.</summary>
/// <param name="Place">Where.</param>
/// <param name="PerKilowattHour">In the currency.</param>
/// <param name="PerIdleMinute">In the currency.</param>
/// <param name="Grace">s.</param>
public sealed record ChargingSource(SourcePlace Place, decimal PerKilowattHour, decimal PerIdleMinute = 0, double Grace = 0);

using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Text;

namespace DigitalTwin.Mobility.Parking.Tariffs;

/// <summary>Makes tariffs of what authors wrote: follows <see cref="TariffSource.Like"/>, checks everything, and tells all mistakes at once.</summary>
public static class TariffBuilder
{
    /// <summary>Makes tariffs, in the order of their sources. A tariff with a mistake is left out, and the mistake is in <paramref name="problems"/>.</summary>
    /// <param name="sources">What was written.</param>
    /// <param name="groups">Names that plans may be for: groups of drivers and permits.</param>
    /// <param name="problems">Receives every mistake.</param>
    public static IReadOnlyList<Tariff> Build(IReadOnlyList<TariffSource> sources, IReadOnlyCollection<string> groups, ProblemList problems)
    {
        ArgumentNullException.ThrowIfNull(sources);
        ArgumentNullException.ThrowIfNull(groups);
        ArgumentNullException.ThrowIfNull(problems);
        var heirs = TariffInheritance.Resolve(sources, problems);
        var unsound = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (own, filled) in heirs)
            if (own.IsTorn | !new TariffCheck(own, filled, groups, problems).IsSound()) unsound.Add(own.Id);
        // A mistake that is inherited has its sentence where it was made; the heirs of it are left out with it.
        var parents = heirs.ToDictionary(h => h.Own.Id, h => h.Own.Like, StringComparer.Ordinal);
        return [.. heirs.Where(h => IsSound(h.Own.Id)).Select(h => Make(h.Filled))];

        bool IsSound(string? id) => id is null || (!unsound.Contains(id) && IsSound(parents[id]));
    }

    /// <summary>One tariff from one source that stands alone.</summary>
    /// <exception cref="InputException">It has mistakes.</exception>
    public static Tariff Build(TariffSource source, params IReadOnlyCollection<string> groups)
    {
        var problems = new ProblemList();
        var tariffs = Build([source], groups, problems);
        problems.ThrowIfErrors();
        return tariffs[0];
    }

    private static Tariff Make(TariffSource source) => new(
        source.Id, source.Title ?? new LocalizedText(source.Id), source.Currency ?? "CNY",
        source.GroupPlans.Select(p => Make(TariffInheritance.Fill(p, source.Plan))).Append(Make(source.Plan)));

    private static TariffPlan Make(PlanSource source) =>
        new([.. source.Windows!.Select(w => new TariffWindow(w.When, [.. w.Steps.Select(s => new TariffStep(s.From, s.Increment, Fen(s.Price)))], Cap(w.Cap)))])
        {
            Groups = source.Groups,
            EntryFee = Fen(source.EntryFee ?? 0),
            FreeTime = source.FreeTime ?? 0,
            FreeRule = source.FreeRule ?? FreeTimeRule.Deducted,
            CapPerStay = Cap(source.CapPerStay),
            CapPerDay = Cap(source.CapPerDay),
            Day = source.Day ?? TariffDay.TwentyFourHours,
            StepsBeginAnew = source.StepsBeginAnew ?? false,
            Crossing = source.Crossing ?? WindowCrossing.RunsOn,
            Charging = source.Charging is { } c ? new ChargingFee(Fen(c.PerKilowattHour), Fen(c.PerIdleMinute), c.Grace) : null,
        };

    private static long Cap(decimal? amount) => amount is { } a ? Fen(a) : TariffPlan.NoCap;

    private static long Fen(decimal amount) => (long)(amount * 100);
}

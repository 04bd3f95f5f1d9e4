using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Mobility.Parking.Tariffs;

/// <summary>Follows <c>like:</c> from tariff to tariff, refuses circles and unknown names, and fills in what an heir leaves unsaid.</summary>
internal sealed class TariffInheritance
{
    private readonly Dictionary<string, TariffSource> byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TariffSource?> done = new(StringComparer.Ordinal);
    private readonly List<string> path = [];
    private readonly ProblemList problems;

    private TariffInheritance(ProblemList problems) => this.problems = problems;

    /// <summary>The sources, as written and with everything filled in; those that cannot be are left out and told.</summary>
    public static List<(TariffSource Own, TariffSource Filled)> Resolve(IReadOnlyList<TariffSource> sources, ProblemList problems)
    {
        var inheritance = new TariffInheritance(problems);
        var unique = new List<TariffSource>();
        foreach (var source in sources)
        {
            if (inheritance.byId.TryAdd(source.Id, source)) unique.Add(source);
            else problems.Error(source.Place.File ?? "", source.Place.Line, source.Place.Column, $"The tariff '{source.Id}' is given twice; each tariff needs a name of its own.");
        }
        return [.. unique.Select(own => (own, inheritance.Follow(own)!)).Where(heir => heir.Item2 is not null)];
    }

    /// <summary>A plan with what it leaves unsaid taken from another; groups are its own.</summary>
    public static PlanSource Fill(PlanSource plan, PlanSource from) => plan with
    {
        EntryFee = plan.EntryFee ?? from.EntryFee,
        FreeTime = plan.FreeTime ?? from.FreeTime,
        FreeRule = plan.FreeRule ?? from.FreeRule,
        CapPerStay = plan.CapPerStay ?? from.CapPerStay,
        CapPerDay = plan.CapPerDay ?? from.CapPerDay,
        Day = plan.Day ?? from.Day,
        StepsBeginAnew = plan.StepsBeginAnew ?? from.StepsBeginAnew,
        Crossing = plan.Crossing ?? from.Crossing,
        Windows = plan.Windows ?? from.Windows,
        Charging = plan.Charging ?? from.Charging,
    };

    private TariffSource? Follow(TariffSource source)
    {
        if (done.TryGetValue(source.Id, out var known)) return known;
        if (source.Like is not { } like) return done[source.Id] = source;
        if (path.IndexOf(source.Id) is var first and >= 0)
        {
            var circle = path.Skip(first).Append(source.Id).ToList();
            Say(source, $"The tariff '{source.Id}' is like itself: {string.Join(" is like ", circle.Select(id => $"'{id}'"))}; one of them must say its own prices.");
            foreach (var id in circle) done[id] = null;
            return null;
        }
        if (!byId.TryGetValue(like, out var parent))
        {
            Say(source, $"The tariff '{source.Id}' is like '{like}', which is no tariff.{NearestName.Hint(like, byId.Keys)}");
            return done[source.Id] = null;
        }
        path.Add(source.Id);
        var ancestor = Follow(parent);
        path.RemoveAt(path.Count - 1);
        return done[source.Id] = ancestor is null ? null : Fill(source, ancestor);
    }

    private static TariffSource Fill(TariffSource heir, TariffSource from) => heir with
    {
        Currency = heir.Currency ?? from.Currency,
        Plan = Fill(heir.Plan, from.Plan),
        GroupPlans = [.. heir.GroupPlans, .. from.GroupPlans.Where(p => !heir.GroupPlans.Any(h => h.Groups.SequenceEqual(p.Groups)))],
    };

    private void Say(TariffSource source, string sentence) => problems.Error(source.Place.File ?? "", source.Place.Line, source.Place.Column, sentence);
}

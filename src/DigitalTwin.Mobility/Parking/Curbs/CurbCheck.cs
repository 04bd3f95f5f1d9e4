using DigitalTwin.Mobility.Parking.Drivers;
using DigitalTwin.Mobility.Parking.Facilities;
using DigitalTwin.Mobility.Parking.Tariffs;

namespace DigitalTwin.Mobility.Parking.Curbs;

/// <summary>Finds policies of one facility that cannot be meant: a clause for each, to follow on the facility's name. Names of groups and times of day are for others to check.</summary>
public static class CurbCheck
{
    /// <summary>Looks at all policies of a facility.</summary>
    /// <param name="policies">Policies.</param>
    /// <param name="groups">Groups of drivers.</param>
    /// <param name="error">Told of what is wrong.</param>
    /// <param name="warning">Told of what is strange.</param>
    public static void Look(IReadOnlyList<CurbPolicy> policies, IReadOnlyList<DriverGroup> groups, Action<string> error, Action<string> warning)
    {
        ArgumentNullException.ThrowIfNull(policies);
        ArgumentNullException.ThrowIfNull(groups);
        ArgumentNullException.ThrowIfNull(error);
        ArgumentNullException.ThrowIfNull(warning);
        for (var i = 0; i < policies.Count; i++)
        {
            var policy = policies[i];
            if (!(policy.LongestStay > 0)) error($"has a policy '{policy.Activity.Word()}' with a longest stay of {policy.LongestStay} s; more than 0 is accepted.");
            else if (!policy.Activity.Permits() && double.IsFinite(policy.LongestStay)) error($"has the policy '{policy}'; what is forbidden has no longest stay.");
            if (policy.Priority < 0) error($"has the policy '{policy}' with the priority {policy.Priority}; 0 or more is accepted, and the lowest goes first.");
            for (var j = 0; j < i; j++) Compare(policies[j], policy);
        }
        var edges = WeekWindows.Edges(policies.SelectMany(p => p.When));
        foreach (var policy in policies.Where(p => !edges.Any(at => Counts(p, at)))) warning($"has the policy '{policy}', which never holds: policies of a lower number for the same drivers cover all of its hours.");
        if (policies.Count > 0 && groups.Count > 0 && edges.All(at => Winning(at).All(w => w is not null && Admitted(w) == 0))) warning("has policies by which nobody may ever park there.");

        void Compare(CurbPolicy one, CurbPolicy other)
        {
            var shared = For(one) & For(other);
            if (one.Priority != other.Priority || shared == 0) return;
            foreach (var at in WeekWindows.Edges(one.When.Concat(other.When)))
            {
                if (!Holds(one, at) || !Holds(other, at)) continue;
                var whom = shared == All() ? "" : " for " + string.Join(", ", groups.Where((_, g) => (shared >> g & 1) != 0).Select(g => g.Name));
                if (one.Activity == other.Activity && one.LongestStay.Equals(other.LongestStay) && Admitted(one) == Admitted(other))
                    warning($"has two policies that say the same{whom} on {Instant(at)}: '{one}' and '{other}'.");
                else
                    error($"has two policies that contradict each other{whom} on {Instant(at)}: '{one}' and '{other}'; a 'priority' says which one holds (the lower number).");
                return;
            }
        }

        ulong All() => groups.Count >= 64 ? ulong.MaxValue : (1UL << groups.Count) - 1;
        ulong Named(CurbPolicy policy) => policy.Groups.Count == 0 ? All() : FacilityPlan.Bits(policy.Groups, groups);
        ulong For(CurbPolicy policy) => policy.Activity.IsExclusive() ? All() : Named(policy);
        ulong Admitted(CurbPolicy policy) => policy.Activity.IsExclusive() ? policy.Groups.Count == 0 ? 0 : Named(policy) : policy.Activity.Permits() ? Named(policy) : 0;

        // Whether a policy is the one that holds for somebody at an instant.
        bool Counts(CurbPolicy policy, long at)
        {
            if (For(policy) == 0) return true; // names nobody: told elsewhere
            if (!Holds(policy, at)) return false;
            var others = policies.Where(p => p.Priority < policy.Priority && Holds(p, at)).Aggregate(0UL, (all, p) => all | For(p));
            return (For(policy) & ~others) != 0;
        }

        IEnumerable<CurbPolicy?> Winning(long at) =>
            Enumerable.Range(0, groups.Count).Select(g => policies.Where(p => Holds(p, at) && (For(p) >> g & 1) != 0).MinBy(p => p.Priority));
    }

    private static bool Holds(CurbPolicy policy, long at) => policy.When.Any(w => WeekWindows.Holds(w, at));

    private static string Instant(long at) => $"{(DayOfWeek)(at / WeekWindows.Day)} at {at / 3_600_000 % 24:00}:{at / 60_000 % 60:00}";
}

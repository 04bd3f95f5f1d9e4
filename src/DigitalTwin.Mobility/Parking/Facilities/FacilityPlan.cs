using DigitalTwin.Numerics.Clocks;
using DigitalTwin.Mobility.Parking.Curbs;
using DigitalTwin.Mobility.Parking.Drivers;
using DigitalTwin.Mobility.Parking.Tariffs;

namespace DigitalTwin.Mobility.Parking.Facilities;

/// <summary>Whether a facility lets a group in.</summary>
internal enum Admission
{
    Open,
    NotPermitted,
    Closed,
}

/// <summary>A facility as the model needs it: groups as bits, rates as times, and when its rules change.</summary>
internal sealed class FacilityPlan
{
    private readonly (WeekTime When, ulong Groups, bool WholeStay)[] access;
    private readonly long[] changes;
    private readonly LocalClock clock;

    public FacilityPlan(ParkingFacility facility, IReadOnlyList<DriverGroup> groups, LocalClock clock)
    {
        (Facility, this.clock) = (facility, clock);
        access = [.. facility.Access.Select(a => (a.When, a.Groups.Count == 0 ? ulong.MaxValue : Bits(a.Groups, groups), a.WholeStay))];
        Reserves = new KeptSpaces(facility.Reserves.Select(r => (r.Spaces, Bits(r.Groups, groups), r.When)), clock);
        changes = [.. WeekWindows.Edges(facility.Access.Select(a => a.When).Concat(facility.Reserves.Select(r => r.When)))];
        Curb = facility.Policies.Count == 0 ? null : new(facility.Policies, facility.LongestStay, groups, clock);
        BarrierTime = 1 / facility.EntranceRate;
        ExitTime = 1 / facility.ExitRate;
    }

    public ParkingFacility Facility { get; }

    public KeptSpaces Reserves { get; }

    /// <summary>The facility's policies; null when it has none, and a longest stay at most.</summary>
    public CurbRules? Curb { get; }

    /// <summary>Time that a car takes at the entrance and at the exit when it has them for itself, s.</summary>
    public double BarrierTime { get; }

    public double ExitTime { get; }

    /// <summary>Groups that some names mean, as bits.</summary>
    public static ulong Bits(IReadOnlyList<string> names, IReadOnlyList<DriverGroup> groups)
    {
        var bits = 0UL;
        for (var g = 0; g < groups.Count; g++)
            if (groups[g].IsNamed(names)) bits |= 1UL << g;
        return bits;
    }

    /// <summary>Whether a group may come in at a time and stay for a while.</summary>
    public Admission Admits(int group, double time, double stay)
    {
        if (access.Length == 0) return Admission.Open;
        var (day, timeOfDay) = (clock.DayOfWeek(time), clock.TimeOfDay(time));
        var open = false;
        foreach (var rule in access)
        {
            if (!rule.When.Holds(day, timeOfDay)) continue;
            open = true;
            if ((rule.Groups >> group & 1) != 0 && (!rule.WholeStay || rule.When.HoldsFor(day, timeOfDay) >= stay)) return Admission.Open;
        }
        if (!open) return Admission.Closed;
        return access.Length > 1 && IsLetInFor(group, day, timeOfDay, stay) ? Admission.Open : Admission.NotPermitted;
    }

    // Whether rules that follow on each other let a group stand for a whole stay: a night and the weekend after it. In whole milliseconds, as borders of rules are.
    private bool IsLetInFor(int group, DayOfWeek day, double timeOfDay, double stay)
    {
        var begin = (long)day * WeekWindows.Day + (long)(timeOfDay * 1000);
        var until = begin + Math.Ceiling(stay * 1000);
        for (var at = begin; ;)
        {
            var held = 0.0;
            foreach (var rule in access)
            {
                if ((rule.Groups >> group & 1) == 0) continue;
                held = Math.Max(held, rule.When.HoldsFor((DayOfWeek)(at / WeekWindows.Day % 7), at % WeekWindows.Day / 1000.0));
            }
            if (held == 0) return false;
            if (at + held * 1000 >= until || at - begin >= WeekWindows.Week) return true;
            at += (long)Math.Round(held * 1000);
        }
    }

    /// <summary>The first instant after a time at which a rule of access or a reserve may begin or end, s; infinite when none ever does.</summary>
    public double NextChange(double time)
    {
        return access.Length + Facility.Reserves.Count == 0 ? double.PositiveInfinity : Next(changes, clock, time);
    }

    /// <summary>The first instant after a time at which one of some instants of the week (ms, ascending) comes, s.</summary>
    public static double Next(long[] changes, LocalClock clock, double time)
    {
        var origin = ((long)clock.Start.DayOfWeek * WeekWindows.Day) + (clock.Start.TimeOfDay.Ticks / TimeSpan.TicksPerMillisecond);
        var week = (long)Math.Floor(((time * 1000) + origin) / WeekWindows.Week) * WeekWindows.Week;
        foreach (var change in changes)
        {
            var at = (week + change - origin) / 1000.0;
            if (at > time) return at;
        }
        return (week + WeekWindows.Week + changes[0] - origin) / 1000.0;
    }
}

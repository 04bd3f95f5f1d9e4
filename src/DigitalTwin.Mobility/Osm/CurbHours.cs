using DigitalTwin.Mobility.Parking.Curbs;
using DigitalTwin.Mobility.Parking.Tariffs;

namespace DigitalTwin.Mobility.Osm;

/// <summary>What a tag says usually, and at some hours: the last that holds counts.</summary>
/// <param name="Usual">Its plain value, or null.</param>
/// <param name="Timed">Values by hours and users, in the order in which they stand.</param>
internal sealed record CurbAspect(string? Usual, IReadOnlyList<TimedValue> Timed)
{
    /// <summary>Whether it differs by the hour or the user.</summary>
    public bool Varies => Timed.Count > 0;

    /// <summary>The value for a user at an instant of the week, ms.</summary>
    public string? At(string user, long instant)
    {
        for (var i = Timed.Count - 1; i >= 0; i--)
            if ((Timed[i].User.Length == 0 || Timed[i].User == user) && Timed[i].Hours.Any(h => WeekWindows.Holds(h, instant))) return Timed[i].Value;
        return Usual;
    }
}

/// <summary>Makes policies of what restriction, access and longest stay say together over the week: hours at which they say the same become one policy.</summary>
internal static class CurbHours
{
    /// <summary>The policies; null when nobody may ever park. What is as usual at all hours (every car, for no longer than the usual stay) has none.</summary>
    /// <param name="restriction"><c>no_parking</c>, <c>loading_only</c> …</param>
    /// <param name="access">Who may park.</param>
    /// <param name="stay">Longest stay.</param>
    /// <param name="usualStay">The longest stay without hours, s.</param>
    public static IReadOnlyList<CurbPolicy>? Policies(CurbAspect restriction, CurbAspect access, CurbAspect stay, double usualStay)
    {
        CurbAspect[] aspects = [restriction, access, stay];
        long[] edges = [.. WeekWindows.Edges(aspects.SelectMany(a => a.Timed).SelectMany(t => t.Hours))];
        var usual = (CurbActivity.Parking, usualStay);
        (CurbActivity Activity, double Stay)[] everybody = [.. edges.Select(at => At("", at))];
        var (own, isOpen) = (new List<CurbPolicy>(), everybody.Any(s => s.Activity.Permits()));
        foreach (var user in CurbUsers.All.Skip(1))
        {
            (CurbActivity Activity, double Stay)[] theirs = [.. edges.Select(at => At(user, at))];
            isOpen |= theirs.Any(s => s.Activity.Permits());
            own.AddRange(Of(theirs, i => theirs[i] != everybody[i], [user], CurbPolicy.UsualPriority));
        }
        return isOpen ? [.. own, .. Of(everybody, i => everybody[i] != usual, [], own.Count > 0 ? CurbPolicy.UsualPriority + 1 : CurbPolicy.UsualPriority)] : null;

        (CurbActivity Activity, double Stay) At(string user, long at)
        {
            if (Forbidden(restriction.At(user, at)) is { } activity) return (activity, double.PositiveInfinity);
            var admits = ParkingTags.Access(access.At(user, at)) is { } group && (CurbUsers.Of(group) is not { } users || users == user);
            return admits ? (CurbActivity.Parking, ParkingTags.TryStay(stay.At(user, at), out var longest) ? longest : usualStay) : (CurbActivity.NoParking, double.PositiveInfinity);
        }

        IEnumerable<CurbPolicy> Of((CurbActivity Activity, double Stay)[] said, Func<int, bool> counts, string[] groups, int priority) =>
            from said1 in said.Where((_, i) => counts(i)).Distinct()
            select new CurbPolicy(said1.Activity) { LongestStay = said1.Stay, Groups = groups, Priority = priority, Hours = WeekSpans.Of(edges, i => counts(i) && said[i] == said1) };
    }

    /// <summary>What a restriction forbids; null when it forbids nothing.</summary>
    public static CurbActivity? Forbidden(string? restriction) => restriction switch
    {
        null or "none" or "no" => null,
        "no_stopping" => CurbActivity.NoStopping,
        // For who loads: none of the drivers that OpenStreetMap knows of.
        "loading_only" => CurbActivity.Loading,
        _ => CurbActivity.NoParking,
    };
}

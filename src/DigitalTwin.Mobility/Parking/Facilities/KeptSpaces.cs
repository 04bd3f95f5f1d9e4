using System.Numerics;
using DigitalTwin.Numerics.Clocks;

namespace DigitalTwin.Mobility.Parking.Facilities;

/// <summary>
/// Spaces that a facility keeps for groups. A car takes one kept space at most, and of those that are for it the one that is for the fewest groups, so that no space is lost where reserves overlap: exact
/// where the groups of any two are nested or apart.
/// </summary>
internal sealed class KeptSpaces
{
    private readonly (int Spaces, ulong Groups, WeekTime When)[] reserves;
    private readonly LocalClock clock;

    /// <summary>Orders the reserves of a facility.</summary>
    /// <param name="reserves">How many, for which groups (as bits), and when.</param>
    /// <param name="clock">Local time.</param>
    public KeptSpaces(IEnumerable<(int Spaces, ulong Groups, WeekTime When)> reserves, LocalClock clock) =>
        (this.reserves, this.clock) = ([.. reserves.OrderBy(r => BitOperations.PopCount(r.Groups))], clock);

    /// <summary>Spaces that are kept at a time for groups to which a group does not belong, and that none of them has taken yet.</summary>
    /// <param name="group">Group that asks.</param>
    /// <param name="time">s.</param>
    /// <param name="inside">Cars by group on spaces without a charger.</param>
    /// <param name="spacesByHand">Spaces kept besides, at any time.</param>
    /// <param name="groupsByHand">For which groups, as bits.</param>
    public int HeldFrom(int group, double time, ReadOnlySpan<int> inside, int spacesByHand, ulong groupsByHand)
    {
        if (reserves.Length == 0 && spacesByHand == 0) return 0;
        Span<int> cars = stackalloc int[inside.Length];
        inside.CopyTo(cars);
        var (held, breadthByHand) = (0, spacesByHand == 0 ? int.MaxValue : BitOperations.PopCount(groupsByHand));
        foreach (var reserve in reserves)
        {
            if (breadthByHand <= BitOperations.PopCount(reserve.Groups)) (held, breadthByHand) = (held + Left(spacesByHand, groupsByHand, group, cars), int.MaxValue);
            if (reserve.When.Holds(clock, time)) held += Left(reserve.Spaces, reserve.Groups, group, cars);
        }
        return breadthByHand < int.MaxValue ? held + Left(spacesByHand, groupsByHand, group, cars) : held;
    }

    // What is left of a reserve when the cars that may have taken it; 0 for a group that it is for.
    private static int Left(int spaces, ulong groups, int group, Span<int> cars)
    {
        if ((groups >> group & 1) != 0) return 0;
        for (var g = 0; g < cars.Length && spaces > 0; g++)
        {
            if ((groups >> g & 1) == 0) continue;
            var taken = Math.Min(spaces, cars[g]);
            (spaces, cars[g]) = (spaces - taken, cars[g] - taken);
        }
        return spaces;
    }
}

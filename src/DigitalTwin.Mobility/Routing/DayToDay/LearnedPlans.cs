using DigitalTwin.Mobility.Parking.Choice;

namespace DigitalTwin.Mobility.Routing.DayToDay;

/// <summary>What drivers know after many days: their ways, where they mean to park, how long it takes, and how full facilities are at which hour. Immutable; to be given to a day with the same trips.</summary>
public sealed class LearnedPlans
{
    private readonly DayPlans plans;

    internal LearnedPlans(DayPlans plans, OccupancyHabit habit) => (this.plans, Habit) = (plans, habit);

    /// <summary>How full they expect facilities to be.</summary>
    public OccupancyHabit Habit { get; }

    /// <summary>Trips for which there is a plan or may be one.</summary>
    public int Count => plans.Count;

    /// <summary>Gives the drivers of a state what they have learned; who meets something else than he expects leaves his plan as everybody does.</summary>
    /// <param name="state">A state to which the same trips have been added and in which none has departed.</param>
    /// <param name="first">Number of the first of these trips.</param>
    public void GiveTo(MobilityState state, int first = 0)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(plans.Count, state.TripCount - first, nameof(first));
        plans.GiveTo(state, first, compares: true);
        state.Habit = Habit;
    }
}

/// <summary>What <see cref="Learning.Run"/> returns.</summary>
/// <param name="LastDay">The last day at its end.</param>
/// <param name="Days">A report of each day.</param>
/// <param name="Plans">The plans by which the last day was driven.</param>
public sealed record LearnedDays(MobilityState LastDay, IReadOnlyList<DayReport> Days, LearnedPlans Plans);

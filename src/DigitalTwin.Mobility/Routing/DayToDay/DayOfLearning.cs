using DigitalTwin.Mobility.Parking.Choice;

namespace DigitalTwin.Mobility.Routing.DayToDay;

/// <summary>One day as it is met: link by link and interval by interval how long it took, and half hour by half hour how full facilities were.</summary>
internal sealed class DayOfLearning
{
    private readonly double[] measured;
    private readonly OccupancyObservation seen;

    private DayOfLearning(MobilityModel model, int intervals) =>
        (measured, seen) = (new double[model.Network.Links.Count * intervals], new OccupancyObservation(model.Supply, model.Options.Clock));

    /// <summary>Drives a day to its end, and keeps what drivers without a plan decide.</summary>
    /// <param name="model">Model.</param>
    /// <param name="state">The day's beginning.</param>
    /// <param name="plans">Plans.</param>
    /// <param name="intervals">Update intervals of the day.</param>
    /// <param name="during">What is done before each of them.</param>
    /// <param name="cancellation">Looked at throughout.</param>
    public static DayOfLearning Drive(MobilityModel model, MobilityState state, DayPlans plans, int intervals, Action<MobilityState>? during, CancellationToken cancellation)
    {
        var (day, links, interval) = (new DayOfLearning(model, intervals), model.Network.Links.Count, model.Options.UpdateInterval);
        int[] order = [.. Enumerable.Range(0, plans.Count).OrderBy(v => state.Vehicles.Departure[v])];
        // Decisions of an interval are taken in its first slice, when the times of the one before are published too.
        for (int k = 0, departed = 0; k <= intervals; k++)
        {
            if (k < intervals) during?.Invoke(state);
            model.Advance(state, k * interval + model.Options.Slice, cancellation);
            for (var link = 0; k > 0 && link < links; link++) day.measured[link * intervals + k - 1] = state.Roads.IsClosed[link] ? double.PositiveInfinity : state.TravelTime[link];
            for (; departed < order.Length && state.Vehicles.Departure[order[departed]] < (k + 1) * interval; departed++) plans.Keep(state, order[departed]);
            if (k == intervals) break;
            model.Advance(state, (k + 1) * interval, cancellation);
            day.See(model, state, interval);
        }
        return day;
    }

    /// <summary>Travel times as they were met.</summary>
    public TravelTimes Times(MobilityModel model) => ExperiencedTimes.ByEntry(model.Network, model.Options.UpdateInterval, measured);

    /// <summary>(P16) What is expected of the next day after <paramref name="days"/> of them.</summary>
    public OccupancyHabit Learn(OccupancyHabit habit, int days) => seen.Learn(habit, 1.0 / days);

    private void See(MobilityModel model, MobilityState state, double interval)
    {
        for (var f = 0; f < model.Supply.Facilities.Count; f++)
        {
            var occupied = model.Parking.TakeTally(state.Parking, f, state.Time).OccupiedTime;
            // Closed is as good as full.
            if (state.Parking.Closed[f]) occupied = interval * state.Parking.Capacity[f];
            seen.Add(f, state.Time - interval, state.Time, occupied, state.Parking.Capacity[f]);
        }
    }
}

using DigitalTwin.Mobility;
using DigitalTwin.Mobility.Traffic;
using DigitalTwin.Simulation.Loop;

namespace DigitalTwin.Simulation.Mobility;

/// <summary>
/// Adds up what happened in a coupling step. A vehicle counts half of a link's length when it enters and half when it leaves (M4), so that over a day every metre counts once;
/// delay is what each vehicle's time on a link has beyond a free drive over it on a dry road (M5).
/// </summary>
internal sealed class MobilityTally
{
    private readonly MobilitySite site;
    private readonly double[] entered, vehicles, time, delay, distance, searchDistance, roadOpen, room;
    private readonly double[] occupied, queue, spaces, open, arrivals, departures, turnedAway, revenue, energy, chargerTime, occupiedTime, dwell;
    private readonly double[] searched, searchTime, searchMetres, queueTime, parked, walk, gaveUp, refused, paid;
    private readonly double[] ended = new double[Enum.GetValues<TripOutcome>().Length], begun = new double[1], waiting = new double[1], missing = [];
    private readonly double[][] atFacility, atPlace;
    private double begunBefore, waitingBefore;

    public MobilityTally(MobilitySite site)
    {
        this.site = site;
        var (links, facilities, groups) = (site.Roads.Links.Count, site.Parking.Facilities.Count, site.Drivers.Count);
        (entered, vehicles, time, delay) = (new double[links], new double[links], new double[links], new double[links]);
        (distance, searchDistance, roadOpen, room) = (new double[links], new double[links], new double[links], new double[links]);
        (occupied, queue, spaces, open, arrivals) = (new double[facilities], new double[facilities], new double[facilities], new double[facilities], new double[facilities]);
        (departures, turnedAway, revenue, energy, chargerTime) = (new double[facilities], new double[facilities], new double[facilities], new double[facilities], new double[facilities]);
        (occupiedTime, dwell) = (new double[facilities], new double[facilities]);
        (searched, searchTime, searchMetres, queueTime) = (new double[groups], new double[groups], new double[groups], new double[groups]);
        (parked, walk, gaveUp, refused, paid) = (new double[groups], new double[groups], new double[groups], new double[groups], new double[groups]);
        (atFacility, atPlace) = (Columns(4, facilities), Columns(5, site.Demand.Places.Count));
        Values =
        [
            entered, vehicles, time, delay, distance, searchDistance, roadOpen, room,
            occupied, queue, spaces, open, arrivals, departures, turnedAway, revenue, energy, chargerTime, occupiedTime, dwell,
            searched, searchTime, searchMetres, queueTime, parked, walk, gaveUp, refused, paid, ended, begun, waiting, .. site.TellsBuildings ? (double[][])[missing = new double[site.Demand.Places.Count]] : [],
            .. atFacility, .. atPlace,
        ];
    }

    /// <summary>One array per quantity, in the order of <see cref="MobilityQuantities.All"/>.</summary>
    public IReadOnlyList<double[]> Values { get; }

    /// <summary>Begins a step.</summary>
    public static void Begin(MobilityState state) => state.BeginTally();

    /// <summary>Ends a step.</summary>
    public void End(MobilityModel model, MobilityState state, StepWindow window)
    {
        Links(state, window);
        Facilities(model, state);
        Groups(state);
        for (var f = 0; f < occupied.Length; f++) Put(atFacility, f, state.TallyOfFacility(f));
        for (var p = 0; p < site.Demand.Places.Count; p++) Put(atPlace, p, state.TallyOfPlace(p));
        var count = state.Count();
        var all = (double)(count.Created - count.Planned);
        (begun[0], begunBefore) = (all - begunBefore, all);
        if (site.TellsBuildings) state.CountMissing(missing);
    }

    /// <summary>Writes what the next step must know.</summary>
    public void Save(BinaryWriter writer)
    {
        writer.Write(begunBefore);
        writer.Write(waitingBefore);
    }

    /// <summary>Reads what was written.</summary>
    public void Load(BinaryReader reader) => (begunBefore, waitingBefore) = (reader.ReadDouble(), reader.ReadDouble());

    private static double[][] Columns(int count, int length) => [.. Enumerable.Range(0, count).Select(_ => new double[length])];

    private static void Put(double[][] columns, int row, SearchTally tally)
    {
        (columns[0][row], columns[1][row], columns[2][row], columns[3][row]) = (tally.Parked, tally.SearchSeconds, tally.WaySeconds, tally.WalkMetres);
        if (columns.Length > 4) columns[4][row] = tally.GaveUp;
    }

    private void Links(MobilityState state, StepWindow window)
    {
        var roads = site.Roads;
        var waits = 0.0;
        for (var link = 0; link < entered.Length; link++)
        {
            var tally = state.Tally(link);
            var passed = (tally.Entered + tally.Left) / 2.0;
            (entered[link], vehicles[link], time[link]) = (tally.Entered, tally.OnLink, tally.VehicleSeconds);
            distance[link] = passed * roads.Links.Length[link];
            delay[link] = tally.Delay;
            searchDistance[link] = tally.SearchMetres;
            roadOpen[link] = state.Roads.IsClosed[link] ? 0 : 1;
            room[link] = roads.Links.Storage[link] * state.Roads.StorageFactor[link];
            waits += tally.WaitingToEnter;
        }
        (waiting[0], waitingBefore) = ((waits + waitingBefore) / 2 * window.Length, waits);
    }

    private void Groups(MobilityState state)
    {
        Array.Clear(ended);
        for (var g = 0; g < parked.Length; g++)
        {
            var tally = state.TallyOfGroup(g);
            for (var o = 0; o < ended.Length; o++) ended[o] += tally.Ended[o];
            (parked[g], gaveUp[g], searched[g]) = (tally.Parked, tally.Ended[(int)TripOutcome.GaveUp], tally.Parked + tally.Ended[(int)TripOutcome.GaveUp]);
            (refused[g], paid[g]) = (tally.TurnedAway, tally.Money);
            (searchTime[g], searchMetres[g], queueTime[g], walk[g]) = (tally.SearchSeconds, tally.SearchMetres, tally.QueueSeconds, tally.WalkMetres);
        }
    }

    private void Facilities(MobilityModel model, MobilityState state)
    {
        for (var f = 0; f < occupied.Length; f++)
        {
            var (parking, tally) = (state.Parking, model.Parking.TakeTally(state.Parking, f, state.Time));
            (occupied[f], queue[f], spaces[f], open[f]) = (parking.Occupied[f], parking.Queue[f], parking.Capacity[f], parking.Closed[f] ? 0 : 1);
            (arrivals[f], departures[f], turnedAway[f]) = (tally.Entered, tally.Departures, tally.TurnedAway + tally.Reneged);
            // Money counts in hundredths there, so that it adds up without rounding.
            (revenue[f], energy[f], chargerTime[f]) = (tally.Revenue / 100.0, tally.Energy, tally.ChargerTime);
            (occupiedTime[f], dwell[f]) = (tally.OccupiedTime, tally.DwellOfDeparted);
        }
    }
}

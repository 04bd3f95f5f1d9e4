using DigitalTwin.Mobility.Traffic;

namespace DigitalTwin.Mobility;

/// <content>What happened since a tally began.</content>
public sealed partial class MobilityState
{
    private readonly int[] onLinkBefore;
    private readonly GroupTally[] groups;
    private readonly SearchTally[] atFacility, atPlace;

    /// <summary>When the tally began, s.</summary>
    public double TallySince { get; private set; }

    /// <summary>Begins a new tally of links, groups and facilities; the caller does so at the beginning of a step.</summary>
    public void BeginTally()
    {
        TallySince = Time;
        for (var link = 0; link < onLinkBefore.Length; link++)
        {
            ref var entrance = ref Queues.Entrance[link];
            ref var exit = ref Queues.Exit[link];
            (entrance.EnteredBefore, entrance.EntryTimes) = (entrance.Entered, 0);
            (exit.LeftBefore, exit.ExitTimes, exit.Delay, exit.SearchTime, exit.SearchLeft) = (exit.Left, 0, 0, 0, 0);
            onLinkBefore[link] = entrance.Entered - exit.Left;
        }
        for (var group = 0; group < groups.Length; group++) groups[group] = new GroupTally();
        Array.Clear(atFacility);
        Array.Clear(atPlace);
    }

    /// <summary>What happened on a link.</summary>
    public LinkTally Tally(int link)
    {
        ref var entrance = ref Queues.Entrance[link];
        ref var exit = ref Queues.Exit[link];
        var (entered, left, span) = (entrance.Entered - entrance.EnteredBefore, exit.Left - exit.LeftBefore, Time - TallySince);
        var length = plan.Network.Links.Length[link];
        var waiting = 0;
        for (var v = entrance.FirstWaiting; v >= 0; v = Vehicles.Motion[v].Next) waiting++;
        // (T8): every vehicle counts from when it entered, or the beginning, until it left, or now.
        var seconds = (onLinkBefore[link] + entered - left) * span - entrance.EntryTimes + exit.ExitTimes;
        return new(entered, left, entrance.Entered - exit.Left, seconds, exit.Delay + DelayOnLink(link), left * length, exit.SearchTime, exit.SearchLeft * length, waiting);
    }

    // First in, first out: who is due first stands first, so that the rest need not be looked at.
    private double DelayOnLink(int link)
    {
        var (delay, first, places) = (0.0, plan.RingStart[link], plan.Storage[link]);
        for (var i = 0; i < Queues.On(link); i++)
        {
            var due = Vehicles.Motion[Queues.Vehicle[first + (Queues.Exit[link].Head + i) % places]].Since + plan.FreeTime[link];
            if (due >= Time) break;
            delay += LinkQueues.DelayOf(due, Time, TallySince);
        }
        return delay;
    }

    /// <summary>What the trips of a group that ended were like.</summary>
    public GroupTally TallyOfGroup(int group) => groups[group];

    /// <summary>How those came who parked at a facility.</summary>
    public SearchTally TallyOfFacility(int facility) => atFacility[facility];

    /// <summary>How those came whose destination a place of demand is, and how many of them gave up.</summary>
    public SearchTally TallyOfPlace(int place) => atPlace[place];

    internal void CountEnded(int v)
    {
        ref var tally = ref groups[Vehicles.Group[v]];
        tally.Count(Vehicles.Outcome[v]);
        tally.DriveSeconds += Vehicles.Motion[v].DriveTime;
        tally.DriveMetres += Vehicles.Motion[v].Driven;
        tally.Money += Vehicles.Paid[v] / 100.0;
        // Who parked was counted then.
        if (Vehicles.HasParked[v]) return;
        if (Vehicles.Outcome[v] == TripOutcome.GaveUp) atPlace[Vehicles.Destination[v]].GaveUp++;
        CountSearch(ref tally, v);
    }

    internal void CountParked(in DriverEvent parked)
    {
        var v = parked.Vehicle;
        ref var tally = ref groups[Vehicles.Group[v]];
        tally.Parked++;
        var walk = Math.Max(0, Model.WalkOf(v, parked.Facility, Vehicles));
        tally.WalkMetres += walk;
        var (search, way) = (Vehicles.SearchTime[v], parked.DriveTime + Vehicles.QueueTime[v]);
        atFacility[parked.Facility].Add(search, way, walk);
        atPlace[Vehicles.Destination[v]].Add(search, way, walk);
        CountSearch(ref tally, v);
    }

    private void CountSearch(ref GroupTally tally, int v)
    {
        tally.SearchSeconds += Vehicles.SearchTime[v];
        tally.SearchMetres += Vehicles.SearchDriven[v];
        tally.QueueSeconds += Vehicles.QueueTime[v];
        if (Vehicles.Tries[v] > 0) tally.TurnedAway++;
    }
}

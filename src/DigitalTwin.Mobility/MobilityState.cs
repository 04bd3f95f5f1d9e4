using DigitalTwin.Mobility.Parking;
using DigitalTwin.Mobility.Parking.Choice;
using DigitalTwin.Mobility.Parking.Drivers;
using DigitalTwin.Mobility.Traffic;
using DigitalTwin.Numerics.Randomness;

namespace DigitalTwin.Mobility;

/// <summary>
/// Everything about the roads, the lots and the drivers that changes with time: a value that saves itself and reads itself back bit by bit. Made by <see cref="MobilityModel.InitialState"/>, moved by
/// <see cref="MobilityModel.Advance"/>. Between two advances the caller sets controls, adds trips and reads tallies.
/// </summary>
public sealed partial class MobilityState
{
    private readonly TrafficPlan plan;

    internal MobilityState(MobilityModel model, KeyedRandom random)
    {
        (Model, plan, Random) = (model, model.Plan, random);
        Vehicles = new Vehicles();
        Queues = new LinkQueues(plan);
        Roads = new RoadControls(plan.Network);
        var links = plan.Network.Links.Count;
        (EntryHeadway, ExitHeadway, WaitingHeadway, DriveTime) = (new double[links], new double[links], new double[links], new double[links]);
        (IsAwaited, Room) = (new bool[links], new int[links]);
        LinkTime = (double[])plan.FreeTime.Clone();
        Parking = model.Parking.InitialState();
        Guidance = new GuidanceSnapshot(model.Supply);
        Habit = model.Habit;
        Choice = new ParkingChoice(model.Parking, random, model.Options.Choice);
        onLinkBefore = new int[links];
        groups = new GroupTally[model.Groups.Count];
        (atFacility, atPlace) = (new SearchTally[model.Supply.Facilities.Count], new SearchTally[model.Places.Count]);
        DeriveRates(plan);
        BeginTally();
    }

    /// <summary>Time, s since the start.</summary>
    public double Time { get; internal set; }

    /// <summary>Seed of every draw.</summary>
    public KeyedRandom Random { get; }

    /// <summary>Closures, speeds, capacities and signals, for the caller to set.</summary>
    public RoadControls Roads { get; }

    /// <summary>Occupancies, queues and what an operator has set, for the caller to read and set (through <see cref="MobilityModel.Parking"/> where time matters).</summary>
    public ParkingState Parking { get; }

    /// <summary>Whether signs and apps show occupancies; what they show is as of the last update.</summary>
    public bool IsGuidanceOn { get; set; }

    /// <summary>Share of drivers who see the guidance, the same for all groups; NaN, as it is unless set, for each group's own.</summary>
    public double InformedShare { get; set; } = double.NaN;

    /// <summary>What signs show: counts as of the last update.</summary>
    public GuidanceSnapshot Guidance { get; }

    /// <summary>What drivers who see no signs expect to find: that of the model, unless they have learnt better (<see cref="Routing.DayToDay.LearnedPlans"/>).</summary>
    public OccupancyHabit Habit { get; internal set; }

    /// <summary>Travel time by link as last published, s: the mean of those that left in the interval, or the time for which the first in the queue has been on the link, if longer.</summary>
    public IReadOnlyList<double> TravelTime => LinkTime;

    /// <summary>Trips that were ever added; trips are counted in the order of adding.</summary>
    public int TripCount => Vehicles.Count;

    /// <summary>Vehicles that drove over a node since the start: the model's work.</summary>
    public long Moves { get; internal set; }

    /// <summary>Vehicles that have left a facility or its queue and set out at the next slice.</summary>
    public int SettingOut => Enumerable.Range(0, Vehicles.Count).Count(v => Vehicles.Motion[v].Deliberation != Deliberation.None && Vehicles.Phase[v] is (VehiclePhase.Parked or VehiclePhase.InLotQueue));

    internal MobilityModel Model { get; }

    internal ParkingChoice Choice { get; }

    internal Vehicles Vehicles { get; }

    internal LinkQueues Queues { get; }

    internal double[] LinkTime { get; }

    /// <summary>The slice that comes next.</summary>
    internal long SliceIndex { get; set; }

    /// <summary>Trips in the order of departure, and the first that has not departed.</summary>
    internal int[] Departures { get; set; } = [];

    internal int NextDeparture { get; set; }

    // What follows from the controls: s between two vehicles at the entrance, at the exit and from those that wait; s to drive the link. Not saved.
    internal double[] EntryHeadway { get; }

    internal double[] ExitHeadway { get; }

    internal double[] WaitingHeadway { get; }

    internal double[] DriveTime { get; }

    // Likewise, and not saved: vehicles that a link takes.
    internal int[] Room { get; }

    /// <summary>Whether somebody waits for room on a link: whoever leaves it then calls its upstream node. Not saved: every node is called when an advance begins.</summary>
    internal bool[] IsAwaited { get; }

    /// <summary>How a trip ended, or that it is still underway.</summary>
    public TripOutcome Outcome(int trip) => Vehicles.Outcome[trip];

    /// <summary>Place from which a trip sets out, and to which it returns.</summary>
    public int OriginOf(int trip) => Vehicles.Origin[trip];

    /// <summary>Place to which a trip leads.</summary>
    public int DestinationOf(int trip) => Vehicles.Destination[trip];

    /// <summary>When a trip ended, s; NaN until then.</summary>
    public double EndTime(int trip) => Vehicles.EndTime[trip];

    /// <summary>Where a trip's vehicle is.</summary>
    public VehiclePhase Phase(int trip) => Vehicles.Phase[trip];

    /// <summary>Link on which a trip's vehicle is, or which it waits to enter; -1 for none.</summary>
    public int LinkOf(int trip) => Vehicles.Motion[trip].Link;

    /// <summary>Facility at which a trip's car stands or waits, or to which it drives; -1 for none.</summary>
    public int FacilityOf(int trip) => Vehicles.Facility[trip];

    /// <summary>Time that a trip has spent searching so far, s.</summary>
    public double SearchTime(int trip) => Vehicles.SearchTimeAt(trip, Time);

    /// <summary>Where all vehicles are now.</summary>
    public VehicleCount Count()
    {
        var phases = new int[Enum.GetValues<VehiclePhase>().Length];
        var ended = new int[Enum.GetValues<TripOutcome>().Length];
        for (var v = 0; v < Vehicles.Count; v++)
        {
            var phase = Vehicles.Phase[v];
            // Who has left a facility or its queue, and sets out at the next slice, waits to enter.
            phases[(int)(Vehicles.Motion[v].Deliberation != Deliberation.None && phase is (VehiclePhase.Parked or VehiclePhase.InLotQueue) ? VehiclePhase.WaitingToEnter : phase)]++;
            if (phase == VehiclePhase.Ended) ended[(int)Vehicles.Outcome[v]]++;
        }
        int Of(VehiclePhase phase) => phases[(int)phase];
        // Who was let in from a queue is on the way to a space before it is told to stand.
        var queued = Parking.Queue.Sum();
        return new(Vehicles.Count, Of(VehiclePhase.Planned), Of(VehiclePhase.WaitingToEnter), Of(VehiclePhase.OnLink), queued, Of(VehiclePhase.Parked) + Of(VehiclePhase.InLotQueue) - queued, ended);
    }

    /// <summary>Whether a driver sees the guidance.</summary>
    internal bool IsInformed(int v, in Driver tastes) =>
        IsGuidanceOn && tastes.InformationRank < (double.IsNaN(InformedShare) ? Model.Groups[Vehicles.Group[v]].InformedShare : InformedShare);

    internal void DeriveRates(TrafficPlan plan)
    {
        var links = plan.Network.Links;
        for (var link = 0; link < links.Count; link++)
        {
            var headway = 1 / (links.Capacity[link] * Roads.CapacityFactor[link]);
            EntryHeadway[link] = headway;
            ExitHeadway[link] = headway / Roads.GreenShare[link];
            WaitingHeadway[link] = headway * Math.Max(1, links.Lanes[link]);
            // Rounded up, so that what is left of the room carries what is left of the capacity.
            Room[link] = (int)Math.Clamp(Math.Ceiling(plan.Storage[link] * Roads.StorageFactor[link] - 1e-9), 1, plan.Storage[link]);
            DriveTime[link] = Math.Max(plan.Network.FreeTime(link) / Roads.SpeedFactor[link], plan.LeastTime);
        }
    }
}

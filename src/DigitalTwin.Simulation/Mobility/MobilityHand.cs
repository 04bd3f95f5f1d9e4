using DigitalTwin.Mobility;
using DigitalTwin.Mobility.Demand;
using DigitalTwin.Mobility.Traffic;
using DigitalTwin.Numerics.Randomness;
using DigitalTwin.Simulation.Loop;
using DigitalTwin.Simulation.Results;

namespace DigitalTwin.Simulation.Mobility;

/// <summary>The scenario's hand on a day: who drives and what stands when it begins, and what each action does to roads, lots and drivers.</summary>
internal sealed class MobilityHand
{
    private readonly MobilitySite site;
    private readonly MobilitySettings settings;
    private readonly MobilityModel model;
    private readonly KeyedRandom random;
    private readonly RoadHand roads;
    private readonly ParkingHand parking;
    private readonly List<int> outward = [];

    public MobilityHand(MobilitySite site, MobilitySettings settings, MobilityModel model, KeyedRandom random)
    {
        (this.site, this.settings, this.model, this.random) = (site, settings, model, random);
        (roads, parking) = (new RoadHand(site), new ParkingHand(site, settings));
    }

    /// <summary>The trips of the day, and the cars that stand when it begins.</summary>
    /// <param name="duration">Length of the day, s.</param>
    /// <param name="start">From where it starts; null for empty lots.</param>
    /// <param name="cancellation">Looked at while trips are drawn.</param>
    public FirstTrips Draw(double duration, MobilityStart? start, CancellationToken cancellation)
    {
        var demand = settings.Over(site.Demand);
        var (trips, there) = Kerbless(demand.Trips(random, model.Options.Clock, 0, duration, cancellation));
        if (start is null) return new(trips, there, null, []);
        var (parked, facility) = ParkedCars.Of(start, site, demand, random, model.Options.Clock, cancellation);
        return new(trips, there, parked, facility);
    }

    /// <summary>Adds the trips of the day.</summary>
    /// <returns>The number of the first.</returns>
    public int Add(MobilityState state, FirstTrips trips) => Add(state, trips.Trips, trips.Outward).First;

    /// <summary>Adds trips to a day that has begun.</summary>
    /// <returns>The number of the first, and how many.</returns>
    public (int First, int Count) Add(MobilityState state, TripTable trips)
    {
        var (all, there) = Kerbless(trips);
        return Add(state, all, there);
    }

    private (int First, int Count) Add(MobilityState state, TripTable trips, int[] there)
    {
        var first = model.AddTrips(state, trips);
        if (there.Length == 0) return (first, trips.Count);
        while (outward.Count < first) outward.Add(-1);
        outward.AddRange(there.Select(t => t < 0 ? -1 : first + t));
        return (first, trips.Count);
    }

    /// <summary>Takes the trips of a building back that is demolished, at the state's time.</summary>
    /// <param name="state">State.</param>
    /// <param name="ends">For each trip whether it sets out from the building (1), leads to it (2), or neither (0).</param>
    public WithdrawnTrips Withdraw(MobilityState state, byte[] ends)
    {
        var (withdrawn, home) = (new List<int>(), new List<int>());
        for (var trip = 0; trip < ends.Length; trip++)
        {
            // A way back is made when the way there was: who is there sets out at once, others go where they meant to.
            var there = trip < outward.Count ? outward[trip] : -1;
            if (there >= 0)
            {
                if (state.Phase(trip) != VehiclePhase.Planned || ends[there] == 0) continue;
                if (IsTakenBack(state, there, ends[there])) withdrawn.Add(trip);
                else if (ends[there] == 2 && state.Phase(there) == VehiclePhase.Ended) home.Add(trip);
            }
            else if (IsTakenBack(state, trip, ends[trip])) withdrawn.Add(trip);
        }
        state.SetOutNow(home);
        var done = model.Withdraw(state, withdrawn);
        return outward.Count > 0 ? done with { Left = done.Left + home.Count } : done;
    }

    /// <summary>Cars that stand, and what is closed, when a day begins.</summary>
    public void Begin(MobilityState state, FirstTrips first, MobilityStart? start)
    {
        if (start is null) return;
        model.AddParked(state, first.Parked!, first.Facility);
        roads.Begin(start);
        parking.Begin(state, start);
    }

    /// <summary>Does an action to its targets at the state's time.</summary>
    /// <param name="state">State.</param>
    /// <param name="action">What is done.</param>
    /// <param name="meant">When it should be done, on the state's clock: on days of learning actions are done at the update before.</param>
    /// <returns>What happened, in sentences.</returns>
    public IReadOnlyList<LogEntry> Do(MobilityState state, DueAction action, double meant)
    {
        var log = new List<LogEntry>();
        if (action.Name == "guide")
        {
            var guides = parking.Guide(state, action);
            log.Add(new(action.Time, "action.guide", HandWords.Sentence(action, "", guides)));
        }
        foreach (var target in action.Targets)
        {
            // Of a pattern or a district only the crossings with signals are meant.
            if (action.Name == "retime" && !roads.HasSignal(target)) continue;
            if (action.Name == "book")
            {
                log.Add(new(action.Time, "action.book", BookedSpaces.Book(model, state, site, action, target, meant), target));
                continue;
            }
            var (isRoad, stands) = (target.StartsWith("road/", StringComparison.Ordinal), false);
            if (action.Name == "crowd") _ = Add(state, Crowd(state, action, target).Trips(site.Demand, site.Roads, random, model.Options.Clock, state.Time));
            else stands = isRoad ? roads.Do(action, target) : parking.Do(model, state, action, target);
            var left = action.Name != "resize" ? double.NaN : isRoad ? roads.Left(target) : parking.Left(target);
            log.Add(new(action.Time, "action." + action.Name, HandWords.Sentence(action, target, stands, left), target));
        }
        return log;
    }

    /// <summary>Sets the roads' controls from all that was done and from the weather.</summary>
    public void Apply(MobilityState state, WetRoads weather) => roads.Apply(state.Roads, weather);

    /// <summary>Writes what it has done; the rest is in the model's state.</summary>
    public void Save(BinaryWriter writer)
    {
        roads.Save(writer);
        parking.Save(writer);
        writer.Write(outward.Count);
        foreach (var trip in outward) writer.Write(trip);
    }

    /// <summary>Reads what was written.</summary>
    public void Load(BinaryReader reader)
    {
        roads.Load(reader);
        parking.Load(reader);
        outward.Clear();
        for (var left = reader.ReadInt32(); left > 0; left--) outward.Add(reader.ReadInt32());
    }

    private (TripTable Trips, int[] Outward) Kerbless(TripTable trips) => site.Parking.Facilities.Count > 0 ? (trips, []) : KerblessTrips.Of(trips);

    /// <summary>Who has not set out does not, to it or from it; who is on the way to it or there goes home. Who has set out from it makes his trip, and comes back to where it stood.</summary>
    private static bool IsTakenBack(MobilityState state, int trip, byte end) => end == 2 ? state.Phase(trip) != VehiclePhase.Ended : end == 1 && state.Phase(trip) == VehiclePhase.Planned;

    private EventCrowd Crowd(MobilityState state, DueAction action, string target)
    {
        var begins = state.Time + action.Values["begins"];
        return new EventCrowd
        {
            Id = $"{target}@{action.Time:0}",
            Place = site.PlaceOf(target),
            Cars = action.Values["cars"],
            Begins = begins,
            Ends = begins + action.Values["lasts"],
            Arrivals = ArrivalCurve.Even(-action.Values["begins"], 0),
            Leaving = ArrivalCurve.Even(0, action.Values.GetValueOrDefault("leaving", 1800)),
            Group = action.Words.GetValueOrDefault("group"),
        };
    }
}

/// <summary>Who drives on a day and who stands when it begins.</summary>
/// <param name="Trips">The trips of the day.</param>
/// <param name="Outward">For each way back that is a trip of its own the row of the way there, -1 for others; empty where ways back are part of their trips.</param>
/// <param name="Parked">The cars that stand; null when none are known.</param>
/// <param name="Facility">Where each of them stands.</param>
internal sealed record FirstTrips(TripTable Trips, int[] Outward, TripTable? Parked, int[] Facility);

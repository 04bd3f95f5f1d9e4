using DigitalTwin.Mobility;
using DigitalTwin.Mobility.Demand;
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
        var trips = Kerbless(demand.Trips(random, model.Options.Clock, 0, duration, cancellation));
        if (start is null) return new(trips, null, []);
        var (parked, facility) = ParkedCars.Of(start, site, demand, random, model.Options.Clock, cancellation);
        return new(trips, parked, facility);
    }

    /// <summary>Adds trips to a day that has begun.</summary>
    public void Add(MobilityState state, TripTable trips) => model.AddTrips(state, Kerbless(trips));

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
            if (action.Name == "crowd") Add(state, Crowd(state, action, target).Trips(site.Demand, site.Roads, random, model.Options.Clock, state.Time));
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
    }

    /// <summary>Reads what was written.</summary>
    public void Load(BinaryReader reader)
    {
        roads.Load(reader);
        parking.Load(reader);
    }

    private TripTable Kerbless(TripTable trips) => site.Parking.Facilities.Count > 0 ? trips : KerblessTrips.Of(trips);

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
/// <param name="Parked">The cars that stand; null when none are known.</param>
/// <param name="Facility">Where each of them stands.</param>
internal sealed record FirstTrips(TripTable Trips, TripTable? Parked, int[] Facility);

using DigitalTwin.Numerics.Clocks;
using DigitalTwin.Mobility;
using DigitalTwin.Mobility.Demand;
using DigitalTwin.Numerics.Randomness;
using DigitalTwin.Simulation.Loop;
using DigitalTwin.Simulation.Results;

namespace DigitalTwin.Simulation.Mobility;

/// <summary>The traffic of one run: its state, what the scenario and the weather do to it, and what it says of each step. The model's clock starts at 0, the scenario's earlier when it warms up.</summary>
internal sealed class TrafficInProgress
{
    private readonly MobilitySite site;
    private readonly MobilityModel model;
    private readonly KeyedRandom random;
    private readonly double first, duration;
    private readonly MobilitySettings settings;
    private readonly MobilityStart? start;
    private readonly WetRoads wet;
    private readonly RoadHand roads;
    private readonly ParkingHand parking;
    private readonly AddedTrips added;
    private MobilityState state;
    private bool hasBegun;

    public TrafficInProgress(
        MobilitySite site, MobilitySettings settings, MobilityModel model, Recording recording, KeyedRandom random, MobilityStart? start, IReadOnlyList<AddedSite> added)
    {
        (this.site, this.settings, this.model, this.random, this.start) = (site, settings, model, random, start);
        (first, duration) = (recording.First, recording.Duration);
        state = model.InitialState(random);
        state.IsGuidanceOn = settings.Guidance;
        wet = new WetRoads(site.Districts, settings, new LocalClock(recording.Start));
        roads = new RoadHand(site);
        parking = new ParkingHand(site, settings);
        this.added = new AddedTrips(site.AddedBuildings, added);
        Tally = new MobilityTally(site);
    }

    /// <summary>What the last step summed up to.</summary>
    public MobilityTally Tally { get; }

    /// <summary>Advances over a step, and stops at every action of the scenario, to the nearest slice of the model.</summary>
    public IReadOnlyList<LogEntry> Advance(StepInput input, CancellationToken cancellation)
    {
        var log = new List<LogEntry>();
        Begin(cancellation);
        MobilityTally.Begin(state);
        if (site.AddedBuildings.Count > 0)
            foreach (var building in added.New(input.Quantities[^1])) Add(building.Trips(random, model.Options.Clock, state.Time, duration - first, cancellation));
        if (input.Quantities.Count > 1) wet.Advance(input.Window, input.Quantities[0].Span, input.Quantities[1].Span);
        roads.Apply(state.Roads, wet);
        foreach (var action in input.Actions)
        {
            model.Advance(state, Slices(action.Time), cancellation);
            Do(action, log);
        }
        model.Advance(state, Slices(input.Window.End), cancellation);
        Tally.End(model, state, input.Window);
        return log;
    }

    /// <summary>Writes its state.</summary>
    public void Save(BinaryWriter writer)
    {
        writer.Write(hasBegun);
        state.Save(writer);
        wet.Save(writer);
        roads.Save(writer);
        parking.Save(writer);
        added.Save(writer);
        Tally.Save(writer);
    }

    /// <summary>Goes on from a state that was written.</summary>
    public void Load(BinaryReader reader)
    {
        hasBegun = reader.ReadBoolean();
        state = model.Load(reader);
        wet.Load(reader);
        roads.Load(reader);
        parking.Load(reader);
        added.Load(reader);
        Tally.Load(reader);
    }

    /// <summary>The day's trips are drawn when the first step begins: a run that goes on from another's state has them in it.</summary>
    private void Begin(CancellationToken cancellation)
    {
        if (hasBegun) return;
        hasBegun = true;
        var demand = settings.Over(site.Demand);
        Add(demand.Trips(random, model.Options.Clock, 0, duration - first, cancellation));
        if (start is null) return;
        var (parked, facility) = ParkedCars.Of(start, site, demand, random, model.Options.Clock, cancellation);
        model.AddParked(state, parked, facility);
        roads.Begin(start);
        parking.Begin(state, start);
    }

    private void Add(TripTable trips) => model.AddTrips(state, site.Parking.Facilities.Count > 0 ? trips : KerblessTrips.Of(trips));

    private void Do(DueAction action, List<LogEntry> log)
    {
        if (action.Name == "guide")
        {
            parking.Guide(state, action);
            log.Add(new(action.Time, "action.guide", HandWords.Sentence(action, "")));
        }
        foreach (var target in action.Targets)
        {
            if (action.Name == "crowd") Add(Crowd(action, target).Trips(site.Demand, site.Roads, random, model.Options.Clock, state.Time));
            else if (target.StartsWith("road/", StringComparison.Ordinal)) roads.Do(action, target);
            else parking.Do(model, state, action, target);
            log.Add(new(action.Time, "action." + action.Name, HandWords.Sentence(action, target), target));
        }
        roads.Apply(state.Roads, wet);
    }

    private EventCrowd Crowd(DueAction action, string target)
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

    private double Slices(double time) => Math.Max(state.Time, Math.Round((time - first) / model.Options.Slice) * model.Options.Slice);
}

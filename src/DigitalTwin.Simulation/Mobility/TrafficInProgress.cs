using DigitalTwin.Mobility;
using DigitalTwin.Mobility.Demand;
using DigitalTwin.Numerics.Clocks;
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
    private readonly MobilityStart? start;
    private readonly Experience? experience;
    private readonly WetRoads wet;
    private readonly MobilityHand hand;
    private readonly TripsOfBuildings buildings;
    private MobilityState state;
    private bool hasBegun;

    public TrafficInProgress(
        MobilitySite site, MobilitySettings settings, MobilityModel model, Recording recording, KeyedRandom random, MobilityStart? start, IReadOnlyList<AddedSite> added, Experience? experience)
    {
        (this.site, this.model, this.random, this.start, this.experience) = (site, model, random, start, experience);
        (first, duration) = (recording.First, recording.Duration);
        state = model.InitialState(random);
        state.IsGuidanceOn = settings.Guidance;
        wet = new WetRoads(site.Districts, settings, new LocalClock(recording.Start));
        hand = new MobilityHand(site, settings, model, random);
        buildings = new TripsOfBuildings(site, added);
        Tally = new MobilityTally(site);
    }

    /// <summary>What the last step summed up to.</summary>
    public MobilityTally Tally { get; }

    /// <summary>Advances over a step, and stops at every action of the scenario, to the nearest slice of the model.</summary>
    public IReadOnlyList<LogEntry> Advance(StepInput input, CancellationToken cancellation)
    {
        var log = new List<LogEntry>();
        Begin(log, cancellation);
        MobilityTally.Begin(state);
        var changes = site.HearsOfBuildings ? Together(buildings.Changes(input.Quantities[^2].Span, input.Quantities[^1].Span, input.Window)) : [];
        if (input.Quantities.Count > (site.HearsOfBuildings ? 2 : 0)) wet.Advance(input.Window, input.Quantities[0].Span, input.Quantities[1].Span);
        hand.Apply(state, wet);
        var next = 0;
        foreach (var action in input.Actions)
        {
            for (; next < changes.Length && changes[next].Time <= action.Time; next++) Change(changes[next], log, cancellation);
            model.Advance(state, Slices(action.Time), cancellation);
            log.AddRange(hand.Do(state, action, state.Time));
            hand.Apply(state, wet);
        }
        for (; next < changes.Length; next++) Change(changes[next], log, cancellation);
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
        hand.Save(writer);
        buildings.Save(writer);
        Tally.Save(writer);
    }

    /// <summary>Goes on from a state that was written.</summary>
    public void Load(BinaryReader reader)
    {
        hasBegun = reader.ReadBoolean();
        state = model.Load(reader);
        wet.Load(reader);
        hand.Load(reader);
        buildings.Load(reader);
        Tally.Load(reader);
    }

    /// <summary>The day's trips are drawn when the first step begins, and what drivers know is learned: a run that goes on from another's state has both in it.</summary>
    private void Begin(List<LogEntry> log, CancellationToken cancellation)
    {
        if (hasBegun) return;
        hasBegun = true;
        var trips = hand.Draw(duration - first, start, cancellation);
        var number = hand.Add(state, trips);
        hand.Begin(state, trips, start);
        if (experience is null) return;
        var known = experience.Of(random, trips, cancellation);
        known.Plans.GiveTo(state, number);
        log.AddRange(known.Days.Select(day => new LogEntry(first, $"mobility.day-{day.Day + 1:000}", Experience.Sentence(day))));
    }

    /// <summary>What is built or demolished at one time, together: a whole district may go at once.</summary>
    private static (double Time, int[] Gone, int[] New)[] Together(IReadOnlyList<BuildingChange> changes) =>
        [.. changes.GroupBy(c => c.Time).Select(at => (at.Key, at.Where(c => !c.Stands).Select(c => c.Index).ToArray(), at.Where(c => c.Stands).Select(c => c.Index).ToArray()))];

    /// <summary>Buildings that are demolished give their trips back; those that stand draw theirs.</summary>
    private void Change((double Time, int[] Gone, int[] New) change, List<LogEntry> log, CancellationToken cancellation)
    {
        model.Advance(state, Slices(change.Time), cancellation);
        if (change.Gone.Length > 0)
        {
            var ends = new byte[state.TripCount];
            foreach (var building in change.Gone)
            {
                var own = buildings.Of(building, ends.Length, state.OriginOf, state.DestinationOf);
                // Who drives from one of them to another one is bound for what is gone.
                for (var trip = 0; trip < ends.Length; trip++) ends[trip] = Math.Max(ends[trip], own[trip]);
            }
            string[] assets = [.. change.Gone.Select(buildings.Asset)];
            log.Add(new(change.Time, "mobility.buildings-gone", HandWords.Gone(assets, hand.Withdraw(state, ends)), assets.Length == 1 ? assets[0] : null));
        }
        foreach (var building in change.New)
        {
            if (buildings.Added(building) is not { } site) continue;
            var (number, count) = hand.Add(state, site.Trips(random, model.Options.Clock, state.Time, duration - first, cancellation));
            buildings.Drawn(building, number, count);
        }
    }

    private double Slices(double time) => Math.Max(state.Time, Math.Round((time - first) / model.Options.Slice) * model.Options.Slice);
}

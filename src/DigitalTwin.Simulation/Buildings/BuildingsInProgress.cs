using DigitalTwin.Buildings;
using DigitalTwin.Buildings.Weather;
using DigitalTwin.Numerics.Randomness;
using DigitalTwin.Simulation.Loop;
using DigitalTwin.Simulation.Results;

namespace DigitalTwin.Simulation.Buildings;

/// <summary>The buildings of a partition in one run: their state, what weather, water, roads and the scenario do to them, and what they say of each step.</summary>
internal sealed class BuildingsInProgress
{
    /// <summary>Water never stops so far that what people want could not be told from what they draw.</summary>
    private const double LeastSupply = 1e-9;

    private readonly BuildingsSite site;
    private readonly BuildingsSettings settings;
    private readonly int[] mine;
    private readonly BuildingsModel model;
    private readonly BuildingsHand hand;
    private readonly SkylineInProgress skyline;
    private readonly UsualWater usual;
    private readonly PeopleAtPlaces people;
    private readonly Outdoors[] outdoors;
    private readonly double ground;
    private readonly double[] room, usually, since;
    private readonly bool[] stands;
    private readonly BuildingsState state;

    public BuildingsInProgress(BuildingsSite site, BuildingsSettings settings, int[] mine, BuildingsModel model, KeyedRandom random)
    {
        (this.site, this.settings, this.mine, this.model) = (site, settings, mine, model);
        ground = settings.GroundTemperature ?? site.MeanAirTemperature;
        hand = new BuildingsHand(site, mine, settings.People, random);
        skyline = new SkylineInProgress(site, mine);
        usual = new UsualWater(site, mine, model.Options.Clock);
        people = new PeopleAtPlaces(site, model.Options.Clock);
        outdoors = new Outdoors[site.Districts.Count];
        (room, usually) = (new double[mine.Length], new double[mine.Length]);
        Values = [.. new BuildingsQuantities(site.Buildings.Count).All.Select(_ => new double[mine.Length])];
        state = model.InitialState();
        hand.Begin(state);
        stands = [.. Enumerable.Range(0, mine.Length).Select(b => state.Control(b).IsActive)];
        since = [.. mine.Select(_ => double.NaN)];
    }

    /// <summary>One array per quantity, in the order of <see cref="BuildingsQuantities.All"/>.</summary>
    public double[][] Values { get; }

    /// <summary>Advances over a step, and stops at every action of the scenario.</summary>
    /// <param name="input">The step.</param>
    /// <param name="water">Delivered and unserved water of the step before by node; empty where water is not simulated.</param>
    /// <param name="missing">Who is missing by place of demand in the step before; empty where roads are not simulated.</param>
    /// <param name="cancellation">Stops it.</param>
    public IReadOnlyList<LogEntry> Advance(StepInput input, (ReadOnlyMemory<double> Delivered, ReadOnlyMemory<double> Unserved) water, ReadOnlyMemory<double> missing, CancellationToken cancellation)
    {
        var (log, window) = (new List<LogEntry>(), input.Window);
        OutdoorsOfDistricts.Fill(input.Quantities, ground, outdoors);
        Serve(window, water, missing);
        foreach (var values in Values) Array.Clear(values);
        var now = window.Start;
        foreach (var action in input.Actions)
        {
            now = AdvanceTo(now, action.Time, window, cancellation);
            hand.Do(state, action, log);
            if (action.Name is "build" or "demolish")
                for (var b = 0; b < mine.Length; b++)
                    if (state.Control(b).IsActive != stands[b]) (stands[b], since[b]) = (!stands[b], action.Time);
            skyline.Do(state, action);
        }
        AdvanceTo(now, window.End, window, cancellation);
        TellWater(window);
        for (var b = 0; b < mine.Length; b++) (Values[^2][b], Values[^1][b]) = (state.Control(b).IsActive ? 1 : 0, since[b]);
        return log;
    }

    /// <summary>Writes its state.</summary>
    public void Save(BinaryWriter writer)
    {
        state.Save(writer);
        hand.Save(writer);
        skyline.Save(writer);
        foreach (var time in since) writer.Write(time);
    }

    /// <summary>Goes on from a state that was written.</summary>
    public void Load(BinaryReader reader)
    {
        state.Load(reader);
        hand.Load(reader);
        skyline.Load(reader, state);
        for (var b = 0; b < since.Length; b++) (stands[b], since[b]) = (state.Control(b).IsActive, reader.ReadDouble());
    }

    /// <summary>Who is there and what comes out of the taps, by the step before.</summary>
    private void Serve(StepWindow window, (ReadOnlyMemory<double> Delivered, ReadOnlyMemory<double> Unserved) water, ReadOnlyMemory<double> missing)
    {
        if (water.Delivered.IsEmpty && missing.IsEmpty) return;
        for (var b = 0; b < mine.Length; b++)
        {
            var before = state.Control(b);
            if (!before.IsActive) continue;
            var after = before;
            if (!missing.IsEmpty) after = after with { PeopleFactor = hand.PeopleFactor(b, after.Use) * people.Share(mine[b], window.Start, missing.Span) };
            if (!water.Delivered.IsEmpty && site.WaterNode[mine[b]] is >= 0 and var node)
            {
                var (came, lacked) = (Math.Max(0, water.Delivered.Span[node]), water.Unserved.Span[node]);
                after = after with { WaterSupply = came + lacked > 0 ? Math.Max(LeastSupply, came / (came + lacked)) : 1 };
            }
            if (after != before) state.SetControl(b, after);
        }
    }

    private double AdvanceTo(double from, double until, StepWindow window, CancellationToken cancellation)
    {
        const double microsecond = 1e-6;
        if (until - from <= microsecond) return from;
        var parts = (int)Math.Ceiling((until - from) / BuildingsOptions.LongestStep - microsecond);
        var seconds = (until - from) / parts;
        for (var k = 0; k < parts; k++)
        {
            model.Advance(state, outdoors.AsSpan(0, model.Places), from + k * seconds, seconds, cancellation);
            BuildingsQuantities.Add(state, seconds / window.Length, Values, room);
        }
        return until;
    }

    /// <summary>(B2) What people want, and by how much that differs from the map's city on such a day.</summary>
    private void TellWater(StepWindow window)
    {
        usual.At(window.Start + window.Length / 2, usually);
        var (drawn, wanted, change) = (Values[BuildingsQuantities.DrawnAt], Values[BuildingsQuantities.WaterAt], Values[BuildingsQuantities.WaterAt + 1]);
        for (var b = 0; b < mine.Length; b++)
        {
            wanted[b] = drawn[b] / state.Control(b).WaterSupply;
            change[b] = wanted[b] - usually[b];
        }
    }
}

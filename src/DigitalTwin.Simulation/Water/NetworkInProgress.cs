using DigitalTwin.Numerics.Randomness;
using DigitalTwin.Simulation.Loop;
using DigitalTwin.Simulation.Results;
using DigitalTwin.Water;
using DigitalTwin.Water.Network;

namespace DigitalTwin.Simulation.Water;

/// <summary>One network part in one run: its hydraulic state, what the scenario has done to it, and what it says of each step.</summary>
internal sealed class NetworkInProgress
{
    private const double Microsecond = 1e-6;

    private readonly WaterModel model;
    private readonly WaterState state;
    private readonly DemandDrivers drivers;
    private readonly ScenarioHand hand;
    private readonly double first;
    private readonly DemandScaling? scaling;
    private readonly BuildingDraw? buildings;
    private readonly double[] scale = [];
    private bool deficient, unbalanced, scaled;

    /// <summary>A part at the beginning of a run that starts at <paramref name="first"/> s (0, or less with a warm-up).</summary>
    public NetworkInProgress(NetworkPart part, WaterModel model, WaterSettings settings, WaterSite site, double first, KeyedRandom random, WaterStart? start = null, DemandScaling? scaling = null)
    {
        Part = part;
        this.model = model;
        this.first = first;
        this.scaling = scaling;
        state = model.InitialState();
        start?.Apply(state, part);
        drivers = new DemandDrivers(settings, random, part.Network, Array.ConvertAll(part.Nodes, n => site.District[n]));
        if (site.BuildingNode.Length > 0) buildings = new BuildingDraw(site, part, state, settings.DemandOfBuildings);
        if (scaling is not null) scale = new double[part.Nodes.Length];
        hand = new ScenarioHand(state);
        Tally = new StepTally(state, scaling is not null);
    }

    /// <summary>The part.</summary>
    public NetworkPart Part { get; }

    /// <summary>What the last step summed up to.</summary>
    public StepTally Tally { get; }

    /// <summary>Advances over a step: hydraulics at every event of EPANET's and at every action of the scenario.</summary>
    /// <param name="window">The step.</param>
    /// <param name="airTemperature">Air temperature by district, degC.</param>
    /// <param name="buildingDemand">What buildings draw, m³/s by building; empty where they are not simulated.</param>
    /// <param name="actions">Actions of the step in the order of time; those on other parts' assets do nothing here.</param>
    /// <param name="log">Where it says what happened.</param>
    /// <param name="cancellation">Ends it between two solutions.</param>
    public void Advance(
        StepWindow window, ReadOnlyMemory<double> airTemperature, ReadOnlyMemory<double> buildingDemand, IReadOnlyList<DueAction> actions, List<LogEntry> log, CancellationToken cancellation)
    {
        Tally.Begin();
        if (!buildingDemand.IsEmpty) buildings?.Apply(buildingDemand.Span);
        foreach (var action in actions)
        {
            AdvanceTo(action.Time, window, airTemperature, log, cancellation);
            hand.Do(action, log);
        }
        AdvanceTo(window.End, window, airTemperature, log, cancellation);
        Tally.End();
        for (var i = 0; i < scale.Length; i++) Tally.DemandFactor[i] = scaling!.At(scale[i], window.End);
    }

    private void AdvanceTo(double time, StepWindow window, ReadOnlyMemory<double> airTemperature, List<LogEntry> log, CancellationToken cancellation)
    {
        // The network's own clock starts at 0, the scenario's starts earlier when it warms up.
        var end = time - first;
        Array.Clear(state.ExtraDemand);
        hand.Draw(state.ExtraDemand);
        buildings?.AddTo(state.ExtraDemand);
        while (end - state.Time > Microsecond)
        {
            cancellation.ThrowIfCancellationRequested();
            drivers.Apply(window.Start, airTemperature.Span, hand.DemandFactor, state.DemandFactor);
            buildings?.LeaveOut(state.DemandFactor);
            Scale(window.Start, airTemperature.Span);
            Say(model.Solve(state), log);
            Tally.Add(model.Step(state, end - state.Time));
        }
        state.Time = end;
    }

    private void Scale(double time, ReadOnlySpan<double> airTemperature)
    {
        if (scaling is null) return;
        if (!scaled)
        {
            var factors = scaling.Factors(airTemperature);
            for (var i = 0; i < scale.Length; i++) scale[i] = factors[Part.Nodes[i]];
            scaled = true;
        }
        for (var i = 0; i < Part.Network.Nodes.JunctionCount; i++) state.DemandFactor[i] *= scaling.At(scale[i], time);
    }

    /// <summary>Says what is wrong with a solution when it begins and when it ends, not at every sub-step in between.</summary>
    private void Say(SolveReport report, List<LogEntry> log)
    {
        var time = report.Time + first;
        if (!report.Converged && !unbalanced)
            log.Add(new(time, "water.unbalanced", new(string.Join(' ', report.Sentences(Part.Network)), "水力计算未收敛。"), null));
        unbalanced = !report.Converged;

        var low = report.DeficientNodes.Count > 0;
        if (low && !deficient)
        {
            var ids = string.Join(", ", report.DeficientNodes.Take(5).Select(n => Part.Network.Nodes.Ids[n]));
            var more = report.DeficientNodes.Count > 5 ? report.DeficientNodes.Count - 5 : 0;
            log.Add(new(
                time, "water.shortage",
                new($"Pressure no longer delivers the whole demand at {report.DeficientNodes.Count} junctions: {ids}{(more > 0 ? $" and {more} more" : "")}.",
                    $"{report.DeficientNodes.Count} 个节点压力不足以满足用水：{ids}{(more > 0 ? $" 等（另有 {more} 个）" : "")}。"),
                $"water/junction/{Part.Network.Nodes.Ids[report.DeficientNodes[0]]}"));
        }
        if (!low && deficient) log.Add(new(time, "water.shortage-over", new("Pressure delivers the whole demand everywhere again.", "各节点压力恢复，用水全部满足。")));
        deficient = low;
    }

    /// <summary>Writes its state.</summary>
    public void Save(BinaryWriter writer)
    {
        state.WriteTo(writer);
        hand.Save(writer);
        buildings?.Save(writer);
        writer.Write(deficient);
        writer.Write(unbalanced);
        if (scaling is null) return;
        writer.Write(scaled);
        foreach (var factor in scale) writer.Write(factor);
    }

    /// <summary>Goes on from a state that was written.</summary>
    public void Load(BinaryReader reader)
    {
        state.ReadFrom(reader);
        hand.Load(reader);
        buildings?.Load(reader);
        deficient = reader.ReadBoolean();
        unbalanced = reader.ReadBoolean();
        if (scaling is null) return;
        scaled = reader.ReadBoolean();
        for (var i = 0; i < scale.Length; i++) scale[i] = reader.ReadDouble();
    }
}

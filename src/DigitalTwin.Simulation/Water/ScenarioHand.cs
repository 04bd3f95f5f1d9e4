using DigitalTwin.Simulation.Loop;
using DigitalTwin.Simulation.Results;
using DigitalTwin.Water;
using DigitalTwin.Water.Network;

namespace DigitalTwin.Simulation.Water;

/// <summary>
/// The scenario's hand on a network part: what is burst, held and drawn. A link that is closed, isolated, tripped, started or set by hand obeys the latest of these that stands and is locked against controls
/// while any does. When none is left it has the network file's status and setting again (a pump that was made to run stops), and its controls go on from there.
/// </summary>
internal sealed class ScenarioHand
{
    private const ulong Shut = 1, Isolated = 2, Running = 3, Set = 4;

    private readonly WaterState state;
    private readonly WaterNetwork network;
    private readonly StandingChanges bursts = new(), holds = new(), factors = new(), added = new();

    public ScenarioHand(WaterState state)
    {
        (this.state, network) = (state, state.Network);
        DemandFactor = new double[network.Nodes.Count];
        Array.Fill(DemandFactor, 1);
    }

    /// <summary>The scenario's own demand factor by node (-).</summary>
    public double[] DemandFactor { get; }

    /// <summary>Puts what it draws beside the consumers into an array by node, m³/s, and leaves the others alone.</summary>
    public void Draw(Span<double> extra)
    {
        foreach (var node in added.Assets) extra[node] = added.Sum(node);
    }

    /// <summary>Does an action to those of its targets that are in this part.</summary>
    public void Do(DueAction action, List<LogEntry> log)
    {
        foreach (var target in action.Targets)
        {
            var id = target[(target.LastIndexOf('/') + 1)..];
            var isNode = target.StartsWith("water/junction/", StringComparison.Ordinal) || target.StartsWith("water/tank/", StringComparison.Ordinal);
            var index = isNode ? network.NodeIndex(id) : network.LinkIndex(id);
            if (index < 0) continue;
            var stands = isNode ? DoNode(action, index) : DoLink(action, index);
            log.Add(new(action.Time, "action." + action.Name, WaterWords.Sentence(action, id, stands), target));
        }
    }

    /// <summary>Writes what it remembers.</summary>
    public void Save(BinaryWriter writer)
    {
        foreach (var changes in Changes()) changes.Save(writer);
    }

    /// <summary>Reads what it remembered.</summary>
    public void Load(BinaryReader reader)
    {
        foreach (var changes in Changes()) changes.Load(reader);
        Array.Fill(DemandFactor, 1);
        foreach (var node in factors.Assets) DemandFactor[node] = factors.Of(node)!.Value.Amount;
    }

    private StandingChanges[] Changes() => [bursts, holds, factors, added];

    private bool DoNode(DueAction action, int node)
    {
        switch (action.Name)
        {
            case "demand" when action.Values.TryGetValue("factor", out var factor):
                factors.Change(action, node, factor);
                DemandFactor[node] = factors.Of(node)?.Amount ?? 1;
                return factors.Any(node);
            case "tank-level":
                SetLevel(node, action.Values["level"]);
                return false;
            default:
                added.Change(action, node, action.Values[action.Name == "fire" ? "flow" : "add"]);
                return added.Any(node);
        }
    }

    private bool DoLink(DueAction action, int link)
    {
        switch (action.Name)
        {
            case "burst":
                var opening = action.Values["opening"];
                bursts.Change(action, link, Math.PI * opening * opening / 4);
                Leak(link);
                return bursts.Any(link);
            case "repair" or "open":
                // Done for good: neither a hole nor anything that holds it is left, and what would have ended later has ended.
                if (action.Name == "repair") bursts.Clear(link);
                holds.Clear(link);
                Open(link);
                break;
            case "isolate":
                Hold(action, link, Isolated);
                break;
            case "start":
                Hold(action, link, Running);
                break;
            case "set":
                Hold(action, link, Set, action.Values.TryGetValue("speed", out var speed) ? speed : action.Values["setting"]);
                break;
            default:
                Hold(action, link, Shut);
                break;
        }
        Leak(link);
        return holds.Any(link);
    }

    /// <summary>Begins or ends a hold; the latest that stands holds.</summary>
    private void Hold(DueAction action, int link, ulong kind, double setting = double.NaN)
    {
        if (!holds.Change(action, link, setting, kind)) return;
        state.Locked[link] = true;
        switch (holds.Of(link))
        {
            case null when kind == Running:
                state.Locked[link] = false;
                state.SetStatus(link, false);
                break;
            case null:
                Restore(link);
                break;
            case (var value, Set):
                state.SetSetting(link, value);
                break;
            case (_, var holding):
                state.SetStatus(link, holding == Running);
                break;
        }
    }

    /// <summary>Opens a pipe or starts a pump whatever the file says of it; a valve does what the file says.</summary>
    private void Open(int link)
    {
        state.Locked[link] = false;
        if (network.Links.Kinds[link] > LinkKind.Pump) Restore(link);
        else state.SetStatus(link, true);
    }

    /// <summary>Gives a link back the setting and status that the network file gives it.</summary>
    private void Restore(int link)
    {
        state.Locked[link] = false;
        var (kind, status, setting) = (network.Links.Kinds[link], network.Links.Status[link], network.Links.Setting[link]);
        var obeysSetting = !double.IsNaN(setting) && (kind == LinkKind.Pump ? status != InitialStatus.Closed : kind > LinkKind.Pump && kind != LinkKind.GeneralPurpose && status == InitialStatus.Active);
        if (kind == LinkKind.Pump || !obeysSetting) state.SetStatus(link, status != InitialStatus.Closed);
        if (obeysSetting) state.SetSetting(link, setting);
    }

    /// <summary>A burst loses water at both ends of its pipe, half of the hole at each, as EPANET 2.3 counts the leakage of a pipe; a pipe that is isolated loses none.</summary>
    private void Leak(int link)
    {
        foreach (var node in (int[])[network.Links.From[link], network.Links.To[link]])
        {
            state.BurstArea[node] = 0;
            foreach (var pipe in bursts.Assets)
                if ((network.Links.From[pipe] == node || network.Links.To[pipe] == node) && !holds.Any(pipe, Isolated)) state.BurstArea[node] += bursts.Of(pipe)!.Value.Amount / 2;
        }
    }

    private void SetLevel(int node, double level)
    {
        for (var t = 0; t < network.Tanks.Count; t++)
            if (network.Tanks[t].Node == node) state.SetTankLevel(t, level);
    }
}

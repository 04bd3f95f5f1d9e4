using DigitalTwin.Numerics.Text;
using DigitalTwin.Simulation.Loop;
using DigitalTwin.Simulation.Results;
using DigitalTwin.Water;
using DigitalTwin.Water.Network;

namespace DigitalTwin.Simulation.Water;

/// <summary>
/// The scenario's hand on a network part: does and undoes actions on its state, and remembers what it must to undo them. A link that was
/// closed, tripped, started or set by hand is locked against controls until the action is undone or the link is opened.
/// </summary>
internal sealed class ScenarioHand
{
    private readonly WaterState state;
    private readonly WaterNetwork network;
    private readonly SortedDictionary<int, double> bursts = [];

    public ScenarioHand(WaterState state)
    {
        (this.state, network) = (state, state.Network);
        DemandFactor = new double[network.Nodes.Count];
        Array.Fill(DemandFactor, 1);
    }

    /// <summary>The scenario's own demand factor by node (-).</summary>
    public double[] DemandFactor { get; }

    /// <summary>Does an action to those of its targets that are in this part.</summary>
    public void Do(DueAction action, List<LogEntry> log)
    {
        foreach (var target in action.Targets)
        {
            var id = target[(target.LastIndexOf('/') + 1)..];
            var isNode = target.StartsWith("water/junction/", StringComparison.Ordinal) || target.StartsWith("water/tank/", StringComparison.Ordinal);
            var index = isNode ? network.NodeIndex(id) : network.LinkIndex(id);
            if (index < 0) continue;
            if (isNode) DoNode(action, index);
            else DoLink(action, index);
            log.Add(new(action.Time, "action." + action.Name, Sentence(action, id), target));
        }
    }

    /// <summary>Writes what it remembers.</summary>
    public void Save(BinaryWriter writer)
    {
        foreach (var factor in DemandFactor) writer.Write(factor);
        writer.Write(bursts.Count);
        foreach (var (link, area) in bursts)
        {
            writer.Write(link);
            writer.Write(area);
        }
    }

    /// <summary>Reads what it remembered.</summary>
    public void Load(BinaryReader reader)
    {
        for (var i = 0; i < DemandFactor.Length; i++) DemandFactor[i] = reader.ReadDouble();
        bursts.Clear();
        for (var n = reader.ReadInt32(); n > 0; n--) bursts.Add(reader.ReadInt32(), reader.ReadDouble());
    }

    private void DoNode(DueAction action, int node)
    {
        switch (action.Name)
        {
            case "demand" when action.Values.TryGetValue("factor", out var factor):
                DemandFactor[node] = action.Undo ? 1 : factor;
                break;
            case "demand":
                state.ExtraDemand[node] += action.Undo ? -action.Values["add"] : action.Values["add"];
                break;
            case "fire":
                state.ExtraDemand[node] += action.Undo ? -action.Values["flow"] : action.Values["flow"];
                break;
            case "tank-level":
                SetLevel(node, action.Values["level"]);
                break;
        }
    }

    private void DoLink(DueAction action, int link)
    {
        switch (action.Name)
        {
            case "burst":
                var opening = action.Values["opening"];
                Burst(link, action.Undo ? 0 : Math.PI * opening * opening / 4);
                break;
            case "isolate" when !action.Undo:
                Burst(link, 0);
                Hold(link, open: false);
                break;
            case "repair":
                Burst(link, 0);
                Release(link, open: true);
                break;
            case "close" or "trip" when !action.Undo:
                Hold(link, open: false);
                break;
            case "start" when !action.Undo:
                Hold(link, open: true);
                break;
            case "start":
                Release(link, open: false);
                break;
            case "set" when !action.Undo:
                state.Locked[link] = true;
                state.SetSetting(link, action.Values.TryGetValue("speed", out var speed) ? speed : action.Values["setting"]);
                break;
            case "set":
                Restore(link);
                break;
            default:
                // The end of a closure, an isolation or a trip, and "open" itself.
                Release(link, open: true);
                break;
        }
    }

    private void Hold(int link, bool open)
    {
        state.SetStatus(link, open);
        state.Locked[link] = true;
    }

    private void Release(int link, bool open)
    {
        state.Locked[link] = false;
        if (open && network.Links.Kinds[link] > LinkKind.Pump) Restore(link);
        else state.SetStatus(link, open);
    }

    /// <summary>Gives a link back the setting and status that the network file gives it.</summary>
    private void Restore(int link)
    {
        state.Locked[link] = false;
        var setting = network.Links.Setting[link];
        if (double.IsNaN(setting)) state.SetStatus(link, network.Links.Status[link] != InitialStatus.Closed);
        else state.SetSetting(link, setting);
    }

    /// <summary>A burst loses water at both ends of its pipe, half of the hole at each, as EPANET 2.3 counts the leakage of a pipe.</summary>
    private void Burst(int link, double area)
    {
        if (area > 0) bursts[link] = area;
        else bursts.Remove(link);
        foreach (var node in (int[])[network.Links.From[link], network.Links.To[link]])
        {
            state.BurstArea[node] = 0;
            foreach (var (pipe, hole) in bursts)
                if (network.Links.From[pipe] == node || network.Links.To[pipe] == node) state.BurstArea[node] += hole / 2;
        }
    }

    private void SetLevel(int node, double level)
    {
        for (var t = 0; t < network.Tanks.Count; t++)
            if (network.Tanks[t].Node == node) state.SetTankLevel(t, level);
    }

    private static LocalizedText Sentence(DueAction action, string id)
    {
        var (en, zh) = action.Name switch
        {
            "burst" => ("bursts", "爆管"),
            "isolate" => ("is isolated", "被隔离"),
            "repair" => ("is repaired", "修复"),
            "close" => ("is closed", "关闭"),
            "open" => ("is opened", "开启"),
            "trip" => ("trips", "故障停机"),
            "start" => ("is started", "启动"),
            "set" => ("is set", "改变设定"),
            "demand" => ("changes its demand", "用水变化"),
            "fire" => ("feeds hydrants", "消防取水"),
            _ => ("is given a level", "水位设定"),
        };
        return action.Undo ? new($"{id}: the end of '{action.Name}'.", $"{id}：{zh}结束。") : new($"{id} {en}.", $"{id} {zh}。");
    }
}

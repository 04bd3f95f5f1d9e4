using DigitalTwin.Buildings;
using DigitalTwin.Numerics.Randomness;
using DigitalTwin.Numerics.Text;
using DigitalTwin.Simulation.Loop;
using DigitalTwin.Simulation.Results;

namespace DigitalTwin.Simulation.Buildings;

/// <summary>The scenario's hand on the buildings of a partition: what stands, what was renewed, what owners and the grid set.</summary>
internal sealed class BuildingsHand
{
    private static readonly ulong TakesPart = KeyedRandom.Stream("buildings.takes-part");

    private readonly BuildingsSite site;
    private readonly KeyedRandom random;
    private readonly int[] mine;
    private readonly double people;
    private readonly BuildingChanges changes = new();

    public BuildingsHand(BuildingsSite site, int[] mine, double people, KeyedRandom random) => (this.site, this.mine, this.people, this.random) = (site, mine, people, random);

    /// <summary>Buildings that events add do not stand yet.</summary>
    public void Begin(BuildingsState state)
    {
        for (var b = 0; b < mine.Length; b++)
            state.SetControl(b, state.Control(b) with { IsActive = mine[b] < site.OnMap, PeopleFactor = people });
    }

    /// <summary>Factor of the people of the schedule when nobody is on the road: the settings' and, where an action says how many a building of another use holds, that.</summary>
    public double PeopleFactor(int b, BuildingUse use)
    {
        if (changes.Occupants(b) is var said && double.IsNaN(said)) return people;
        var building = site.Buildings[mine[b]];
        var usual = use == building.Use ? building.Occupants : building.Zone.FloorArea / site.Uses[use].FloorAreaPerPerson;
        return usual > 0 ? people * said / usual : people;
    }

    /// <summary>Does an action to those of its targets that are in this partition.</summary>
    public void Do(BuildingsState state, DueAction action, List<LogEntry> log)
    {
        foreach (var target in action.Targets)
        {
            var done = 0;
            foreach (var b in Of(target))
            {
                var before = state.Control(b);
                var after = Changed(before, action, b);
                if (after == before) continue;
                state.SetControl(b, after);
                done++;
            }
            if (done > 0) log.Add(new(action.Time, "action." + action.Name, Sentence(action, target, done), target));
        }
    }

    /// <summary>Writes what the state does not know.</summary>
    public void Save(BinaryWriter writer) => changes.Save(writer);

    /// <summary>Reads what was written.</summary>
    public void Load(BinaryReader reader) => changes.Load(reader);

    private IEnumerable<int> Of(string target) => site.Targets(target).Select(building => Array.BinarySearch(mine, building)).Where(b => b >= 0);

    private BuildingControl Changed(BuildingControl now, DueAction action, int b)
    {
        if (action.Name is "build" or "demolish") return now with { IsActive = action.Name == "build" };
        // Who takes part does so at the end as at the beginning: the draw is the building's.
        if (action.Name == "demand-response" && random.Uniform(TakesPart, (ulong)mine[b]) >= action.Values.GetValueOrDefault("participation", 100) / 100) return now;
        var before = PeopleFactor(b, now.Use);
        changes.Change(action, b);
        var after = changes.Over(now, site.Buildings[mine[b]], b);
        // Of those who are on the road at this instant as many are missing as before.
        return before == PeopleFactor(b, after.Use) ? after : after with { PeopleFactor = before > 0 ? now.PeopleFactor / before * PeopleFactor(b, after.Use) : PeopleFactor(b, after.Use) };
    }

    private static LocalizedText Sentence(DueAction action, string target, int count)
    {
        var (en, zh) = action.Name switch
        {
            "build" => ("stands", "启用"),
            "demolish" => ("is demolished", "拆除"),
            "retrofit" => ("is renewed", "改造"),
            "change-use" => ("changes its use", "改变用途"),
            "setpoint" => ("has other set-points", "调整室温设定"),
            "demand-response" => ("answers to the grid", "参与需求响应"),
            _ => ("has no electricity", "停电"),
        };
        var (some, some2) = count == 1 ? ("", "") : ($" ({count} buildings)", $"（{count} 栋）");
        return action.Undo ? new($"{target}: the end of '{action.Name}'{some}.", $"{target}：{zh}结束{some2}。") : new($"{target} {en}{some}.", $"{target} {zh}{some2}。");
    }
}

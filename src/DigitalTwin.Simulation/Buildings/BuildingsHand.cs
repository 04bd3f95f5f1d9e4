using DigitalTwin.Buildings;
using DigitalTwin.Buildings.Districts;
using DigitalTwin.Buildings.Records;
using DigitalTwin.Numerics.Randomness;
using DigitalTwin.Numerics.Text;
using DigitalTwin.Simulation.Loop;
using DigitalTwin.Simulation.Results;

namespace DigitalTwin.Simulation.Buildings;

/// <summary>The scenario's hand on the buildings of a partition: what stands, what was renewed, what owners and the grid set.</summary>
internal sealed class BuildingsHand
{
    /// <summary>Peak power of photovoltaics per area of roof that carries them, W/m²: modules of 20 % efficiency under 1000 W/m², an assumption.</summary>
    public const double PeakPerArea = 200;

    private static readonly ulong TakesPart = KeyedRandom.Stream("buildings.takes-part");

    private readonly BuildingsSite site;
    private readonly KeyedRandom random;
    private readonly int[] mine, outages;

    public BuildingsHand(BuildingsSite site, int[] mine, KeyedRandom random)
    {
        (this.site, this.mine, this.random) = (site, mine, random);
        outages = new int[mine.Length];
    }

    /// <summary>Buildings that events add do not stand yet.</summary>
    public void Begin(BuildingsState state, double people)
    {
        for (var b = 0; b < mine.Length; b++)
            state.SetControl(b, state.Control(b) with { IsActive = mine[b] < site.OnMap, PeopleFactor = people });
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
    public void Save(BinaryWriter writer)
    {
        foreach (var count in outages) writer.Write(count);
    }

    /// <summary>Reads what was written.</summary>
    public void Load(BinaryReader reader)
    {
        for (var b = 0; b < outages.Length; b++) outages[b] = reader.ReadInt32();
    }

    private IEnumerable<int> Of(string target) => site.Targets(target).Select(building => Array.BinarySearch(mine, building)).Where(b => b >= 0);

    private BuildingControl Changed(BuildingControl now, DueAction action, int b)
    {
        double Value(string name, double otherwise) => action.Undo ? otherwise : action.Values.GetValueOrDefault(name, otherwise);
        switch (action.Name)
        {
            case "build":
                return now with { IsActive = true };
            case "demolish":
                return now with { IsActive = false };
            case "change-use":
                var use = action.Undo ? site.Buildings[mine[b]].Use : Parsed(action.Words["use"]);
                return now with { Use = use, People = double.NaN };
            case "setpoint":
                return now with { HeatingSetPoint = Value("heating", double.NaN), CoolingSetPoint = Value("cooling", double.NaN) };
            case "demand-response":
                if (!action.Undo && random.Uniform(TakesPart, (ulong)mine[b]) >= action.Values.GetValueOrDefault("participation", 100) / 100) return now;
                return now with { CoolingOffset = Value("cooling", 0), HeatingOffset = -Value("heating", 0), LoadFactor = 1 - Value("shed", 0) / 100 };
            case "outage":
                outages[b] = Math.Max(0, outages[b] + (action.Undo ? -1 : 1));
                return now with { IsPowered = outages[b] == 0 };
            default:
                return Renewed(now, action, site.Buildings[mine[b]]);
        }
    }

    /// <summary>Nothing becomes worse by being renewed: a wall that is better than the new one stays.</summary>
    private static BuildingControl Renewed(BuildingControl now, DueAction action, Building building)
    {
        if (action.Undo) return now with { Retrofit = Retrofit.None, Photovoltaics = double.NaN };
        double New(string name) => action.Values.GetValueOrDefault(name, double.NaN);
        return now with
        {
            Retrofit = Over(now.Retrofit, new(New("wall"), New("roof"), New("floor"), New("window"), New("solar-factor"), New("infiltration"))),
            Photovoltaics = action.Values.TryGetValue("photovoltaics", out var share) ? building.RoofForPhotovoltaics * PeakPerArea * share / 100 : now.Photovoltaics,
        };
    }

    /// <summary>What was renewed before stays where nothing new is said.</summary>
    private static Retrofit Over(Retrofit before, Retrofit now) => new(
        Or(now.Wall, before.Wall), Or(now.Roof, before.Roof), Or(now.Floor, before.Floor), Or(now.Window, before.Window), Or(now.SolarFactor, before.SolarFactor), Or(now.Infiltration, before.Infiltration));

    private static double Or(double value, double otherwise) => double.IsNaN(value) ? otherwise : value;

    private static BuildingUse Parsed(string word) => BuildingUseWords.TryParse(word, out var use) ? use : BuildingUse.Other;

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

using DigitalTwin.Buildings;
using DigitalTwin.Cities;
using DigitalTwin.Numerics.Clocks;
using DigitalTwin.Numerics.Hashing;
using DigitalTwin.Numerics.Text;
using DigitalTwin.Scenarios;
using DigitalTwin.Scenarios.Explanation;
using DigitalTwin.Scenarios.Variants;
using DigitalTwin.Scenarios.Vocabulary;
using DigitalTwin.Simulation.Buildings;
using DigitalTwin.Simulation.Experiments;
using DigitalTwin.Simulation.Loop;
using DigitalTwin.Simulation.Mobility;
using DigitalTwin.Simulation.Results;
using DigitalTwin.Simulation.Starting;
using DigitalTwin.Simulation.Water;
using DigitalTwin.Simulation.Weather;

namespace DigitalTwin.Simulation.Studies;

/// <summary>A scenario together with its city: read, checked against each other, and ready to run. It has run nothing yet.</summary>
public sealed partial class Study
{
    /// <summary>How the names of shared branches begin; no variant's does.</summary>
    private const string SharedPrefix = "+all";

    private readonly Lock gate = new();
    private readonly Dictionary<string, RunPlan> plans = new(StringComparer.Ordinal);
    private readonly CitySites sites;
    private readonly StudyStart? starting;
    private readonly StudyDomains domains;

    private Study(City city, Scenario scenario, StartingPoint? start, IReadOnlyList<Building> added)
    {
        (City, Scenario, Start) = (city, scenario, start);
        var period = scenario.Period;
        Recording = new Recording(period.Start, period.First, period.Duration, period.Step, scenario.RecordingInterval);
        sites = new CitySites(city, scenario, added);
        if (start is not null) starting = new StudyStart(start, city, sites, Recording);
        domains = new StudyDomains(city, sites, Recording, starting);
    }

    /// <summary>What a scenario may say, whatever the city.</summary>
    public static ScenarioVocabulary Vocabulary { get; } = ScenarioVocabulary.Join(WaterVocabulary.All, WeatherVocabulary.All, MobilityVocabulary.All, BuildingsVocabulary.All);

    /// <summary>The city.</summary>
    public City City { get; }

    /// <summary>The scenario.</summary>
    public Scenario Scenario { get; }

    /// <summary>What a world knew, from which it starts; null when it starts from the files of its map.</summary>
    public StartingPoint? Start { get; }

    /// <summary>When it runs and what is recorded.</summary>
    public Recording Recording { get; }

    /// <summary>Told what is done before the first step of a run, where that takes long; by any thread.</summary>
    internal Action<string>? Told { set => domains.Told = value; }

    /// <summary>The numbers of the replications.</summary>
    public IReadOnlyList<int> Replications => [.. Enumerable.Range(1, Scenario.Replications)];

    /// <summary>The domains of a variant.</summary>
    public IReadOnlyList<IDomain> Domains(EffectiveScenario variant)
    {
        ArgumentNullException.ThrowIfNull(variant);
        return domains.Of(variant);
    }

    /// <summary>Says how many threads there are for how many runs.</summary>
    internal void Spread(int threads, int runs) => domains.ThreadsInside = runs == 1 && sites.Water is null && sites.Buildings is null ? threads : 1;

    /// <summary>What it will do: timeline, differences, settings, exchanges. Nothing is run for it.</summary>
    public ScenarioExplanation Explain() =>
        ScenarioExplanation.Of(Scenario, Words(City), ExchangeTable.Of(Domains(EffectiveScenario.All(Scenario)[0])), WeatherSetup.Lookahead(City, Scenario), TreeOf(EffectiveScenario.All(Scenario)))
            with { Apart = Apart() };

    /// <summary>The tree of the variants: shared stretches once, then a tail for each.</summary>
    /// <param name="variants">Names of the variants wanted; all when empty.</param>
    public Branch Tree(IReadOnlyCollection<string> variants)
    {
        ArgumentNullException.ThrowIfNull(variants);
        var wanted = EffectiveScenario.All(Scenario).Where(v => variants.Count == 0 || variants.Contains(v.Variant.Name)).ToArray();
        return Branches(TreeOf(wanted), SharedPrefix);
    }

    /// <summary>What a run of a variant does. Made once and shared by all its runs.</summary>
    /// <exception cref="ArgumentException">The scenario has no such variant.</exception>
    public RunPlan Plan(string variant)
    {
        lock (gate)
        {
            if (!plans.TryGetValue(variant, out var plan))
            {
                var found = EffectiveScenario.All(Scenario).FirstOrDefault(v => v.Variant.Name == variant)
                    ?? throw new ArgumentException($"The scenario has no variant '{variant}'.", nameof(variant));
                plans.Add(variant, plan = Plan(found));
            }
            return plan;
        }
    }

    /// <summary>The record of a run at the end of a tail.</summary>
    public RunRecord Record(CityRun run, Stretch tail)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(tail);
        var variant = EffectiveScenario.All(Scenario).Single(v => v.Variant.Name == tail.Branch.Variants[0]);
        return run.Record(variant.Variant.Name, tail.Replication, [.. Scenario.Kpis.Select(k => k.Name)], Assumptions(variant));
    }

    /// <summary>A hash of all that the bits of a run depend on: the scenario's text, the city, buildings that are added, a climate of its own, the world's state from which it starts, and the program's version.</summary>
    public string Identity(string version)
    {
        using var hash = new ContentHash();
        hash.Append(version);
        hash.Append(ContentHash.OfFile(Scenario.File));
        hash.Append(City.ContentHash);
        foreach (var plan in BuildingsSetup.Files(Scenario)) hash.Append(ContentHash.OfFile(plan));
        foreach (var climate in Climates()) hash.Append(ContentHash.OfFile(climate));
        if (Start is not null) hash.Append(Start.Hash);
        return hash.Current();
    }

    /// <summary>Every file that was read, full paths: the scenario, the parts of the map, buildings that are added, climates of its own.</summary>
    public IReadOnlyList<string> Files() => [Path.GetFullPath(Scenario.File), .. City.Parts.Select(p => p.Path), .. BuildingsSetup.Files(Scenario), .. Climates()];

    /// <summary>What was assumed because neither the scenario nor the map say it.</summary>
    public IReadOnlyList<LocalizedText> Assumptions(EffectiveScenario variant) =>
    [
        .. City.Assumptions.Select(a => new LocalizedText(a)),
        .. sites.Assumptions,
        .. WeatherSetup.Assumptions(City, variant, sites.Weather.Places),
        .. sites.Water is null ? [] : WaterSettings.Of(variant.Settings).Assumptions(),
        .. BuildingsSetup.Assumptions(sites.Buildings, BuildingsSettings.Of(variant.Settings)),
        .. MobilitySetup.Assumptions(City, sites.Mobility, MobilitySettings.Of(variant.Settings), WeatherSetup.Inputs(City, variant) is not null),
        .. sites.Mobility?.Demand.Outside(new LocalClock(Recording.Start), Recording.First, Recording.Duration).Select(note => new LocalizedText(note)) ?? [],
    ];

    /// <summary>What a variant takes from the world from which it starts, what it assumes instead, and how old each is; null when it starts from none.</summary>
    public StartReport? StartReport(EffectiveScenario variant)
    {
        ArgumentNullException.ThrowIfNull(variant);
        return starting?.Report(variant, Scenario);
    }

    private VariantTree TreeOf(IReadOnlyList<EffectiveScenario> variants) => VariantTree.Of(variants, WeatherSetup.Lookahead(City, Scenario), sites.Mobility is null ? null : StudyDomains.KnowOtherwise);

    private LocalizedText[] Apart()
    {
        string[] adapted = [.. EffectiveScenario.All(Scenario).Where(StudyDomains.Adapts).Select(v => v.Variant.Name)];
        if (sites.Mobility is null || adapted.Length == 0 || Scenario.Variants.Count == 1) return [];
        return
        [
            new($"Drivers of {string.Join(", ", adapted)} have learned days with their events and know of them from the beginning: nothing is shared with variants whose roads and parking have others.",
                $"{string.Join("、", adapted)} 的驾驶人已适应其情景事件，自始即知情：仅与道路及停车事件相同的方案共用模拟。"),
        ];
    }

    private static ScenarioVocabulary Words(City city) => MobilityVocabulary.For(Vocabulary, city.Fleet.Vehicles, MobilitySetup.Names(city));

    private IEnumerable<string> Climates() =>
        Scenario.Variants.Select(v => v.Weather.Climate).Append(Scenario.Weather.Climate).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    private Branch Branches(VariantTree tree, string name)
    {
        var plan = Plan(tree.Variants[0].Variant.Name);
        string[] variants = [.. tree.Variants.Select(v => v.Variant.Name)];
        var until = plan.StepAt(tree.To);
        // Variants that never differ still are runs of their own: tails of no length.
        Branch[] children = tree.Children.Count > 0
            ? [.. tree.Children.Select((child, i) => Branches(child, child.Variants.Count == 1 ? child.Variants[0].Variant.Name : $"{name}-{i + 1}"))]
            : tree.Variants.Count > 1 ? [.. tree.Variants.Select(v => new Branch(v.Variant.Name, [v.Variant.Name], plan, until, []))] : [];
        return new Branch(name, variants, plan, until, children);
    }

    private RunPlan Plan(EffectiveScenario variant)
    {
        var steps = (int)Math.Round((Recording.Duration - Recording.First) / Recording.StepLength);
        return new RunPlan(Domains(variant), Recording.StepLength, steps, [.. variant.Schedule.Select(StudyDomains.Due)], Recording.First);
    }
}

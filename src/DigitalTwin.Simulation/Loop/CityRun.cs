using DigitalTwin.Numerics.Hashing;
using DigitalTwin.Numerics.Randomness;
using DigitalTwin.Numerics.Text;
using DigitalTwin.Simulation.Results;

namespace DigitalTwin.Simulation.Loop;

/// <summary>
/// One run in progress: the partitions of all domains, the exchange between them, what has been measured, and a hash that chains every value of
/// every step. Its <see cref="RunState"/> can be taken at the end of any step and put into another run of the same split.
/// </summary>
public sealed class CityRun
{
    private sealed record Member(IDomain Domain, IReadOnlyList<IPartition> Partitions, IMeter Meter);

    private readonly RunPlan plan;
    private readonly Workers workers;
    private readonly Exchange exchange;
    private readonly Member[] members;
    private readonly (Member Member, int Part)[][] stages;
    private readonly List<LogEntry> log = [];
    private string hash = "";
    private StateImage[] images = [];

    /// <summary>Creates a run at time 0.</summary>
    /// <param name="plan">What it does.</param>
    /// <param name="partitions">Most partitions per domain; it changes no bit of the results.</param>
    /// <param name="random">The replication's chance.</param>
    /// <param name="workers">Bound on concurrency; it changes no bit of the results.</param>
    public CityRun(RunPlan plan, int partitions, KeyedRandom random, Workers workers)
        : this(plan, domain => [.. Enumerable.Range(0, domain.PartitionCount(partitions)).Select(part => domain.CreatePartition(part, partitions, random))], workers)
    {
    }

    /// <summary>Creates a run at time 0 whose partitions are elsewhere.</summary>
    /// <param name="plan">What it does.</param>
    /// <param name="partitions">The partitions of a domain, in the order of the split.</param>
    /// <param name="workers">Bound on how many are told to advance at once; it changes no bit of the results.</param>
    public CityRun(RunPlan plan, Func<IDomain, IReadOnlyList<IPartition>> partitions, Workers workers)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(partitions);
        this.plan = plan;
        this.workers = workers;
        exchange = new Exchange(plan.Domains.SelectMany(d => d.Produces));
        members = [.. plan.Domains.Select(d => new Member(d, partitions(d), d.CreateMeter()))];
        stages = [.. Stages.Of(plan.Domains).Select(stage => (from domain in stage
                                                             from member in members
                                                             where member.Domain == domain
                                                             from part in Enumerable.Range(0, member.Partitions.Count)
                                                             select (member, part)).ToArray())];
    }

    /// <summary>The step that comes next; <see cref="RunPlan.StepCount"/> at the end.</summary>
    public int NextStep { get; private set; }

    /// <summary>What has happened so far.</summary>
    public IReadOnlyList<LogEntry> Log => log;

    /// <summary>Advances to the beginning of a step.</summary>
    /// <param name="untilStep">The step before which it stops.</param>
    /// <param name="stepped">Called after every step.</param>
    /// <param name="cancellation">Ends it between two partitions; the run is then only good for its last saved state.</param>
    public async Task AdvanceAsync(int untilStep, Func<ValueTask>? stepped = null, CancellationToken cancellation = default)
    {
        while (NextStep < Math.Min(untilStep, plan.StepCount))
        {
            await StepAsync(cancellation).ConfigureAwait(false);
            if (stepped is not null) await stepped().ConfigureAwait(false);
        }
    }

    /// <summary>Takes the state at the end of the last step; what has not changed since the last time is shared.</summary>
    public async Task<RunState> CaptureAsync()
    {
        var states = new List<StateImage>();
        foreach (var member in members)
        {
            foreach (var partition in member.Partitions)
                states.Add(Image(states.Count, (await partition.SaveAsync().ConfigureAwait(false)).Span));
            states.Add(Image(states.Count, Bytes.Of(member.Meter.Save)));
        }
        states.Add(Image(states.Count, Bytes.Of(exchange.Save)));
        images = [.. states];
        return new RunState(NextStep, hash, images, [.. log]);

        StateImage Image(int i, ReadOnlySpan<byte> state) => StateImage.Of(state, i < images.Length ? images[i] : null);
    }

    /// <summary>Takes on a state that a run of the same split was in.</summary>
    public async Task RestoreAsync(RunState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        var expected = members.Sum(m => m.Partitions.Count + 1) + 1;
        if (state.Images.Count != expected)
            throw new ArgumentException($"The state has {state.Images.Count} parts and this run {expected}: they were split differently.", nameof(state));
        var next = 0;
        foreach (var member in members)
        {
            foreach (var partition in member.Partitions) await partition.LoadAsync(state.Images[next++].ToArray()).ConfigureAwait(false);
            Bytes.Read(state.Images[next++].ToArray(), member.Meter.Load);
        }
        Bytes.Read(state.Images[next].ToArray(), exchange.Load);
        images = [.. state.Images];
        (NextStep, hash) = (state.NextStep, state.Hash);
        log.Clear();
        log.AddRange(state.Log);
    }

    /// <summary>Hash of the whole trajectory so far and of every KPI, lower-case hexadecimal.</summary>
    public string ResultHash()
    {
        using var final = new ContentHash();
        final.Append(hash);
        foreach (var value in members.SelectMany(m => m.Meter.Kpis()).OrderBy(k => k.Kpi.Name, StringComparer.Ordinal))
        {
            final.Append(value.Kpi.Name);
            final.Append(value.Value);
        }
        return final.Current();
    }

    /// <summary>The outcome at the end of the last step.</summary>
    /// <param name="variant">Which variant.</param>
    /// <param name="replication">Which replication.</param>
    /// <param name="kpis">The KPIs asked for, in this order.</param>
    /// <param name="assumptions">What was assumed.</param>
    public RunRecord Record(string variant, int replication, IReadOnlyList<string> kpis, IReadOnlyList<LocalizedText> assumptions)
    {
        var measured = members.SelectMany(m => m.Meter.Kpis()).ToDictionary(k => k.Kpi.Name, StringComparer.Ordinal);
        return new RunRecord
        {
            Variant = variant,
            Replication = replication,
            Kpis = [.. kpis.Select(name => measured[name])],
            Series = [.. members.SelectMany(m => m.Meter.Series())],
            Layers = [.. members.SelectMany(m => m.Meter.Layers())],
            States = [.. members.SelectMany(m => m.Meter.States())],
            Log = [.. log],
            Assumptions = assumptions,
            ResultHash = ResultHash(),
        };
    }

    private async Task StepAsync(CancellationToken cancellation)
    {
        var window = plan.Window(NextStep);
        var happened = new List<LogEntry>();
        exchange.Turn();
        foreach (var stage in stages)
        {
            cancellation.ThrowIfCancellationRequested();
            var outputs = await workers.AllAsync(stage, work => work.Member.Partitions[work.Part].AdvanceAsync(Input(work.Member.Domain, window), cancellation))
                .ConfigureAwait(false);
            for (var i = 0; i < stage.Length; i++)
            {
                var (member, part) = stage[i];
                for (var q = 0; q < member.Domain.Produces.Count; q++)
                    exchange.Give(member.Domain.Produces[q].Name, member.Partitions[part].Elements[q], outputs[i].Quantities[q]);
                happened.AddRange(outputs[i].Log);
            }
        }
        foreach (var member in members) happened.AddRange(member.Meter.Observe(window, exchange));
        // Partitions report in the order of the split; time, kind and asset make the order the same for every split.
        happened = [.. happened.OrderBy(e => e.Time).ThenBy(e => e.Kind, StringComparer.Ordinal).ThenBy(e => e.AssetId, StringComparer.Ordinal).ThenBy(e => e.Text.En, StringComparer.Ordinal)];
        log.AddRange(happened);
        Chain(window);
        NextStep++;
    }

    private StepInput Input(IDomain domain, StepWindow window) =>
        new(window, [.. domain.Consumes.Select(c => exchange.At(c.Quantity, c.Moment))], plan.Due(domain.Name, window));

    private void Chain(StepWindow window)
    {
        using var link = new ContentHash();
        link.Append(hash);
        link.Append(window.Index);
        exchange.AppendTo(link);
        hash = link.Current();
    }
}

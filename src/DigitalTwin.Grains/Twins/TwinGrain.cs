using System.Collections.Immutable;
using DigitalTwin.Grains.Contracts.Telemetry;
using DigitalTwin.Grains.Contracts.Twins;
using DigitalTwin.Grains.Telemetry;
using DigitalTwin.Grains.Watching;

namespace DigitalTwin.Grains.Twins;

/// <summary>
/// What the grains of all types of twin share: the <see cref="Twin"/> in memory, the journal that keeps what it takes, and the history. Calls interleave while they wait
/// for the journal, so that a reader is never behind a commit; each turn changes the memory and hands its entry over in one go, so that entries are in the order of turns.
/// </summary>
internal abstract partial class TwinGrain(TwinServices services) : Grain, ITwinGrain
{
    private TwinKey key;
    private TwinSite? site;
    private Twin? twin;
    private string? absent;
    private Task handedOver = Task.CompletedTask;
    private TwinFollowers? followers;
    private IGrainTimer? delay;

    /// <summary>What twins of this type do beyond keeping values; one for all of them unless it holds something of its own.</summary>
    protected abstract TwinBehaviour Behaviour();

    /// <inheritdoc/>
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        key = TwinKey.Parse(this.GetPrimaryKeyString());
        site = await services.Worlds.FindAsync(key.World, cancellationToken);
        absent = site is null ? await services.Worlds.WhyAbsentAsync(key.World, cancellationToken) : site.WhyAbsent(key.Asset);
        if (absent is not null) return;
        twin = await WakeAsync(site!, null, cancellationToken);
        if (site!.World.Kind != WorldKind.Run) Begin(twin);
    }

    /// <inheritdoc/>
    public async Task<ImmutableArray<Reception>> ObserveAsync(ImmutableArray<Observation> observations, CancellationToken cancellation)
    {
        if (observations.IsDefaultOrEmpty) return [];
        var here = Here();
        var now = services.Clock.Time.GetUtcNow();
        var vocabulary = Vocabulary.Of(here.Asset);
        var refused = here.Site.World.Kind == WorldKind.Run ? $"The world '{key.World}' is the outcome of a run and takes no observations; fork it to change something." : null;
        var intake = new Intake(here, observations, o => refused ?? OfAnother(o) ?? ObservationCheck.Mistake(o, vocabulary, now, here.Site.IsLive), Micros.Of(now));
        await (intake.HasEntry ? TakeAsync(here, intake) : handedOver).WaitAsync(cancellation);
        return intake.Receptions;
    }

    /// <inheritdoc/>
    public async Task<TwinState> StateAsync(DateTimeOffset? at, CancellationToken cancellation)
    {
        var here = Here();
        if (at is { } instant) return (await WakeAsync(site!, instant, cancellation)).State(Micros.Of(instant));
        if (here.Site.World.Kind == WorldKind.Run) return (await WakeAsync(site!, null, cancellation)).State(services.Now);
        var draft = new Draft(here.Asset, services.Now);
        here.JudgeByClock(draft);
        if (!draft.IsEmpty) await Kept(draft).WaitAsync(cancellation);
        return here.State(draft.Now);
    }

    /// <inheritdoc/>
    public Task<ImmutableArray<Sample>> HistoryAsync(HistoryQuery query, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(query);
        return services.Store.History.SamplesAsync(key.World, Here().Asset, query, cancellation);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<TwinChange> ChangesAsync(CancellationToken cancellation)
    {
        Here();
        return (followers ??= new()).FollowAsync(cancellation);
    }

    /// <inheritdoc/>
    public async Task<CommandOutcome> CommandAsync(Command command, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(command);
        var draft = new Draft(Here().Asset, services.Now);
        var outcome = Here().Do(command, draft);
        await Kept(draft).WaitAsync(cancellation);
        return outcome;
    }

    /// <inheritdoc/>
    public async Task WatchAsync(Rules rules, string requester, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentException.ThrowIfNullOrWhiteSpace(requester);
        var draft = new Draft(Here().Asset, services.Now);
        Here().Watch(rules, requester, draft);
        await Kept(draft).WaitAsync(cancellation);
        if (site!.IsLive && rules.Staleness.Any(s => s.SilentAfter is not null)) await GrainFactory.GetGrain<IWatchGrain>(key.World).WatchAsync(key.Asset, cancellation);
    }

    /// <inheritdoc/>
    public async Task<Alert?> AcknowledgeAsync(string rule, string by, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentException.ThrowIfNullOrWhiteSpace(by);
        var draft = new Draft(Here().Asset, services.Now);
        var alert = Here().Acknowledge(rule, by, draft);
        await Kept(draft).WaitAsync(cancellation);
        return alert;
    }

    /// <inheritdoc/>
    public async Task<ImmutableArray<Alert>> AlertsAsync(DateTimeOffset from, DateTimeOffset until, CancellationToken cancellation)
    {
        var found = ImmutableArray.CreateBuilder<Alert>();
        await foreach (var alert in services.Store.History.AlertsAsync(key.World, false, from, until, Here().Asset, cancellation)) found.Add(alert);
        return found.DrainToImmutable();
    }

    /// <inheritdoc/>
    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        followers?.Close();
        return Task.CompletedTask;
    }
}

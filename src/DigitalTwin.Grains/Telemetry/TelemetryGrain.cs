using System.Collections.Immutable;
using System.Runtime.InteropServices;
using DigitalTwin.Grains.Contracts.Telemetry;
using DigitalTwin.Grains.Contracts.Twins;
using DigitalTwin.Grains.Twins;
using Orleans.Concurrency;

namespace DigitalTwin.Grains.Telemetry;

/// <summary>The door for telemetry of a world: sorts a batch by asset, hands each twin its own, and answers when all of them have. What a twin would refuse it refuses itself; what has no twin is refused here.</summary>
[StatelessWorker, Reentrant]
internal sealed class TelemetryGrain(TwinServices services) : Grain, ITelemetryGrain
{
    /// <summary>How many unknown assets of a batch are told the nearest name, which is looked for among all of a city's.</summary>
    private const int MostHints = 3;

    private readonly AssetGroups groups = new();

    /// <inheritdoc/>
    public async Task<BatchReceipt> ObserveAsync(ImmutableArray<Observation> batch, CancellationToken cancellation)
    {
        if (batch.IsDefaultOrEmpty) return new([]);
        var world = this.GetPrimaryKeyString();
        var receptions = new Reception[batch.Length];
        var site = await services.Worlds.FindAsync(world, cancellation);
        if (Refusal(world, site, await WhyAbsentAsync(world, site, cancellation)) is { } refusal) Array.Fill(receptions, new(ReceptionKind.Refused, refusal));
        else await Task.WhenAll(HandOut(batch, site!, receptions, cancellation));
        return new(ImmutableCollectionsMarshal.AsImmutableArray(receptions));
    }

    private async ValueTask<string?> WhyAbsentAsync(string world, TwinSite? site, CancellationToken cancellation) =>
        site is null ? await services.Worlds.WhyAbsentAsync(world, cancellation) : null;

    private static string? Refusal(string world, TwinSite? site, string? absent) =>
        absent ?? (site!.World.Kind == WorldKind.Run ? $"The world '{world}' is the outcome of a run and takes no observations; fork it to change something." : null);

    private List<Task> HandOut(ImmutableArray<Observation> batch, TwinSite site, Reception[] receptions, CancellationToken cancellation)
    {
        var (calls, unknown) = (new List<Task>(), 0);
        foreach (var (asset, places) in groups.Of(batch, receptions))
        {
            var twin = site.WhyAbsent(asset, unknown < MostHints) is { } absent ? Refuse(absent) : TwinKey.Twin(GrainFactory, site.World.Name, asset) ?? Refuse($"No type of twin stands for '{Names.Shown(asset)}'.");
            if (twin is not null) calls.Add(HandOverAsync(twin, AssetGroups.Pick(batch, places), places, receptions, cancellation));

            ITwinGrain? Refuse(string reason)
            {
                unknown++;
                foreach (var place in places.Span) receptions[place] = new(ReceptionKind.Refused, reason);
                return null;
            }
        }
        return calls;
    }

    private static async Task HandOverAsync(ITwinGrain twin, ImmutableArray<Observation> own, ReadOnlyMemory<int> places, Reception[] receptions, CancellationToken cancellation)
    {
        var answer = await twin.ObserveAsync(own, cancellation);
        for (var i = 0; i < answer.Length; i++) receptions[places.Span[i]] = answer[i];
    }
}

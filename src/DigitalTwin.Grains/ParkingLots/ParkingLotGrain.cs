using System.Collections.Immutable;
using DigitalTwin.Cities;
using DigitalTwin.Grains.Contracts.Twins;
using DigitalTwin.Grains.Twins;
using Orleans.Concurrency;

namespace DigitalTwin.Grains.ParkingLots;

/// <summary>The twin of a parking lot.</summary>
[Reentrant]
internal sealed class ParkingLotGrain(TwinServices services) : TwinGrain(services), IParkingLotGrain
{
    private readonly TwinServices services = services;
    private LotForecast? learned;

    /// <inheritdoc/>
    protected override TwinBehaviour Behaviour() => new ParkingLotBehaviour();

    /// <inheritdoc/>
    public async Task<ImmutableArray<Contracts.Twins.Forecast>> ForecastAsync(DateTimeOffset? at, double coverage, CancellationToken cancellation)
    {
        if (!(coverage > 0 && coverage < 1)) throw new ArgumentOutOfRangeException(nameof(coverage), coverage, "The share of outcomes that an interval holds lies between 0 and 1.");
        var here = Here();
        if ((at ?? Now(here)) is not { } now) return [];
        var lot = at is null && here.Site.IsLive ? learned ??= Begin(here) : Begin(here);
        lot.Learn(await services.Store.History.SamplesAsync(here.Site.World.Name, here.Asset, lot.Unknown(now), cancellation));
        return lot.From(now, coverage);
    }

    private static LotForecast Begin(Twin twin) => new(CityClock.Of(twin.Site.Assets.City).UtcOffset, ParkingLotBehaviour.Capacity(twin));

    /// <summary>The clock's now in a live world; in any other, time stands still at its newest reading.</summary>
    private DateTimeOffset? Now(Twin twin)
    {
        if (twin.Site.IsLive) return services.Clock.Time.GetUtcNow();
        long? newest = null;
        foreach (ref readonly var row in twin.Newest)
            if (row.Property == "occupancy" && !(row.ObservedAt <= newest)) newest = row.ObservedAt;
        return newest is { } micros ? Micros.Instant(micros) : null;
    }
}

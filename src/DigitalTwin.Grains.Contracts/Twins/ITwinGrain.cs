using System.Collections.Immutable;
using DigitalTwin.Grains.Contracts.Telemetry;

namespace DigitalTwin.Grains.Contracts.Twins;

/// <summary>
/// The twin of an asset in a world. Key: <c>world/asset-id</c>, as in <c>live/water/tank/T-1</c>; <see cref="TwinKey"/> makes and reads it. What it
/// acknowledges is durable. Ask for it by its type's own interface, or by <see cref="TwinKey.Twin"/>, which knows which that is.
/// </summary>
public interface ITwinGrain : IGrainWithStringKey
{
    /// <summary>Takes observations of this asset, in the order given; the answer has one reception for each, when they are durable.</summary>
    [Alias("observe")]
    Task<ImmutableArray<Reception>> ObserveAsync(ImmutableArray<Observation> observations, CancellationToken cancellation);

    /// <summary>What the twin knows now, or knew at an instant (from history; for a world that was simulated, at any simulated instant).</summary>
    [Alias("state")]
    Task<TwinState> StateAsync(DateTimeOffset? at, CancellationToken cancellation);

    /// <summary>A window of its history, the oldest first; a fork's includes its parent's before the fork.</summary>
    [Alias("history")]
    Task<ImmutableArray<Sample>> HistoryAsync(HistoryQuery query, CancellationToken cancellation);

    /// <summary>Its changes from now on, as they become durable.</summary>
    [Alias("changes")]
    IAsyncEnumerable<TwinChange> ChangesAsync(CancellationToken cancellation);

    /// <summary>Carries out a command once, however often it is sent.</summary>
    [Alias("command")]
    Task<CommandOutcome> CommandAsync(Command command, CancellationToken cancellation);

    /// <summary>Sets what it watches; refused as a whole with every reason when a rule makes no sense.</summary>
    /// <exception cref="ArgumentException">A rule makes no sense.</exception>
    [Alias("watch")]
    Task WatchAsync(Rules rules, string requester, CancellationToken cancellation);

    /// <summary>Acknowledges the active alert of a rule.</summary>
    /// <returns>The alert as it now is, or null when the rule has no active alert.</returns>
    [Alias("acknowledge")]
    Task<Alert?> AcknowledgeAsync(string rule, string by, CancellationToken cancellation);

    /// <summary>Its alerts between two instants, those that are over included, the newest first.</summary>
    [Alias("alerts")]
    Task<ImmutableArray<Alert>> AlertsAsync(DateTimeOffset from, DateTimeOffset until, CancellationToken cancellation);
}

/// <summary>A parking lot or a kerb with bays: counts entries and exits, reconciles them with occupancy readings, reserves and releases spaces, forecasts its occupancy.</summary>
[Alias("dt.parking-lot")]
public interface IParkingLotGrain : ITwinGrain
{
    /// <summary>
    /// The occupancy (cars) in 15, 30, 60 and 120 minutes, learned from the lot's own history up to then; not cut off at the capacity. Empty when too little is known (about three weeks are
    /// needed), or when the newest reading is too old; the later ones of the four are given even then if they can be.
    /// </summary>
    /// <param name="at">From when it looks ahead; now when null, or the newest reading in a world that is not live.</param>
    /// <param name="coverage">Share of outcomes that the intervals are to hold, between 0 and 1.</param>
    /// <param name="cancellation">Ends the call.</param>
    [Alias("forecast")]
    Task<ImmutableArray<Forecast>> ForecastAsync(DateTimeOffset? at, double coverage, CancellationToken cancellation);
}

/// <summary>A junction, reservoir, tank, pipe, pump or valve of the water network.</summary>
[Alias("dt.water-asset")]
public interface IWaterAssetGrain : ITwinGrain;

/// <summary>A building: meters energy and water.</summary>
[Alias("dt.building")]
public interface IBuildingGrain : ITwinGrain;

/// <summary>A weather station: raises the signals of the early-warning service from what it measures.</summary>
[Alias("dt.weather-station")]
public interface IWeatherStationGrain : ITwinGrain;

/// <summary>A road link.</summary>
[Alias("dt.road-link")]
public interface IRoadLinkGrain : ITwinGrain;

/// <summary>A district: what flows into it and is used in it, as its meters say.</summary>
[Alias("dt.district")]
public interface IDistrictGrain : ITwinGrain;

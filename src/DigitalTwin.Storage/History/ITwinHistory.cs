using System.Collections.Immutable;
using DigitalTwin.Grains.Contracts.Twins;

namespace DigitalTwin.Storage.History;

/// <summary>
/// What is known of twins. A world sees its own entries and frames and, of each of its ancestors, what that held of the time up to the fork when it was
/// forked. The newest by the instant of observation stands; of the same instant that of the nearer world, and in one world what arrived later. Bad values are in the history, never the newest.
/// </summary>
public interface ITwinHistory
{
    /// <summary>Everything a twin needs to wake up, or to say what it knew at an instant.</summary>
    /// <param name="world">The world.</param>
    /// <param name="asset">The asset.</param>
    /// <param name="at">The instant; now when null.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="WorldException">There is no such world.</exception>
    Task<TwinRecord> TwinAsync(string world, string asset, DateTimeOffset? at, CancellationToken cancellation);

    /// <summary>A window of a property's history with what the world sees of its ancestors, simulated frames included, the oldest first. Bad values are left out, and words when buckets are asked for.</summary>
    Task<ImmutableArray<Sample>> SamplesAsync(string world, string asset, HistoryQuery query, CancellationToken cancellation);

    /// <summary>Every twin's newest readings, by asset: for initial conditions and exports.</summary>
    IAsyncEnumerable<TwinReadings> NewestAsync(string world, DateTimeOffset? at, CancellationToken cancellation);

    /// <summary>What every twin watches that somebody gave rules, by asset.</summary>
    IAsyncEnumerable<(string Asset, Rules Rules)> RulesAsync(string world, CancellationToken cancellation);

    /// <summary>What differs between two worlds, or two instants, by asset and property; when one descends from the other, only what it has changed itself: not what the ancestor has learnt since.</summary>
    IAsyncEnumerable<Difference> DifferencesAsync(WorldMoment left, WorldMoment right, CancellationToken cancellation);

    /// <summary>Alerts of a world that were raised between two instants (the first included, the second not), the newest first.</summary>
    IAsyncEnumerable<Alert> AlertsAsync(string world, bool activeOnly, DateTimeOffset? from, DateTimeOffset? until, string? asset, CancellationToken cancellation);

    /// <summary>Every entry of a world's own, by asset, property and instant: for exports and replay.</summary>
    IAsyncEnumerable<(string Asset, Reading Reading)> EntriesAsync(string world, DateTimeOffset? from, DateTimeOffset? until, CancellationToken cancellation);

    /// <summary>The simulated frames of a world's own, by instant.</summary>
    IAsyncEnumerable<Journal.SimulatedFrame> FramesAsync(string world, CancellationToken cancellation);

    /// <summary>Forgets what is older than an instant, except each property's newest value before it and whatever a fork still sees.</summary>
    /// <returns>How many entries were forgotten.</returns>
    Task<long> ForgetAsync(string world, DateTimeOffset olderThan, CancellationToken cancellation);
}

/// <summary>What is kept of one twin.</summary>
/// <param name="Observed">The newest observed, derived or assumed reading of each property.</param>
/// <param name="Simulated">The newest simulated reading of each property.</param>
/// <param name="Alerts">Active alerts.</param>
/// <param name="Outcomes">The newest 256 commands and what became of them, the oldest first.</param>
/// <param name="Rules">What it watches, or null when nobody ever said.</param>
public sealed record TwinRecord(
    ImmutableArray<Reading> Observed, ImmutableArray<Reading> Simulated, ImmutableArray<Alert> Alerts, ImmutableArray<CommandOutcome> Outcomes, Rules? Rules);

/// <summary>The newest readings of one twin.</summary>
/// <param name="Asset">The asset.</param>
/// <param name="Readings">Observed, derived, assumed and simulated, by property.</param>
public sealed record TwinReadings(string Asset, ImmutableArray<Reading> Readings);

/// <summary>A world at an instant.</summary>
/// <param name="World">The world.</param>
/// <param name="At">The instant; the newest when null.</param>
public readonly record struct WorldMoment(string World, DateTimeOffset? At);

/// <summary>A property that differs.</summary>
/// <param name="Asset">The asset.</param>
/// <param name="Property">The property.</param>
/// <param name="Left">What the left knows, or null.</param>
/// <param name="Right">What the right knows, or null.</param>
public sealed record Difference(string Asset, string Property, Reading? Left, Reading? Right);

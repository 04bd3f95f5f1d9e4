using DigitalTwin.Grains.Contracts.Telemetry;

namespace DigitalTwin.Client.Telemetry;

/// <summary>What became of one observation that was sent.</summary>
/// <param name="Observation">The observation.</param>
/// <param name="Tag">The number that it was sent with: its line in a file, say.</param>
/// <param name="Reception">What became of it. After a second attempt, what the first had brought home comes back as a duplicate.</param>
public readonly record struct Receipt(Observation Observation, long Tag, Reception Reception);

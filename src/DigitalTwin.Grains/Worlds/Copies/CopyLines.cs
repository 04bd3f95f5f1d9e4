using DigitalTwin.Grains.Contracts.Twins;

namespace DigitalTwin.Grains.Worlds.Copies;

/// <summary>A line of <see cref="WorldManifest.Commands"/>.</summary>
internal sealed record CommandLine(string Asset, CommandOutcome Outcome);

/// <summary>A line of <see cref="WorldManifest.Rules"/>.</summary>
internal sealed record RulesLine(string Asset, Rules Rules);

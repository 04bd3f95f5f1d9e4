using DigitalTwin.Grains.Contracts.Twins;
using DigitalTwin.Storage.Journal;

namespace DigitalTwin.Storage.Archive;

/// <summary>
/// Whole worlds, to be taken away: everything that a world sees, what it shares with its ancestors included, so that it can stand alone elsewhere. Read a fork that nobody
/// writes to: a world that is being fed changes between the calls.
/// </summary>
public interface IWorldArchive
{
    /// <summary>Every reading that the world sees, bad ones included, by asset, property and instant, those of one instant in the order in which they came.</summary>
    IAsyncEnumerable<(string Asset, Reading Reading)> EntriesAsync(string world, CancellationToken cancellation);

    /// <summary>Every simulated frame that the world sees, by instant, with when it was written.</summary>
    IAsyncEnumerable<SimulatedFrame> FramesAsync(string world, CancellationToken cancellation);

    /// <summary>Every command that the world sees and what became of it, in the order in which they came.</summary>
    IAsyncEnumerable<(string Asset, CommandOutcome Outcome)> OutcomesAsync(string world, CancellationToken cancellation);
}

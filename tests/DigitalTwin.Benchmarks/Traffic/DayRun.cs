using System.Diagnostics;
using System.Security.Cryptography;
using DigitalTwin.Mobility;
using DigitalTwin.Mobility.Parking.Drivers;
using DigitalTwin.Mobility.Traffic;
using DigitalTwin.Numerics.Randomness;

namespace DigitalTwin.Benchmarks.Traffic;

/// <summary>What a simulated day cost, and a hash of the whole state at its end.</summary>
internal sealed record DayRun(int Agents, double Seconds, double Processor, string Hash, string Trips, long Moves, long Allocated, int Unfinished)
{
    /// <summary>End of the day, s.</summary>
    public const double Day = 86400;

    private const ulong Seed = 7;

    /// <summary>Simulates a day of a district, whose making is not counted.</summary>
    public static DayRun Of(District district, int threads)
    {
        var model = new MobilityModel(district.Roads, district.Parking, district.Places, [DriverGroups.Default[0]], new MobilityOptions { Threads = threads });
        var state = model.InitialState(new KeyedRandom(Seed));
        using var process = Process.GetCurrentProcess();
        var (watch, before, allocated) = (Stopwatch.StartNew(), process.TotalProcessorTime, GC.GetTotalAllocatedBytes());
        model.AddTrips(state, district.Trips);
        model.Advance(state, Day);
        process.Refresh();
        var (seconds, processor) = (watch.Elapsed.TotalSeconds, (process.TotalProcessorTime - before).TotalSeconds);
        allocated = GC.GetTotalAllocatedBytes() - allocated;
        var count = state.Count();
        var unfinished = count.OnLinks + count.WaitingToEnter + count.InLotQueues;
        var ended = string.Join(", ", Enum.GetValues<TripOutcome>().Where(outcome => outcome != TripOutcome.Underway).Select(outcome => $"{outcome} {count.Ended[(int)outcome]:N0}"));
        return new(district.Trips.Count, seconds, processor, HashOf(state), $"{ended}, still parked {count.Parked:N0}, on the road {unfinished:N0}; links driven {state.Moves:N0}", state.Moves, allocated, unfinished);
    }

    /// <summary>SHA-256 of all bits of a state.</summary>
    private static string HashOf(MobilityState state)
    {
        using var memory = new MemoryStream();
        using var writer = new BinaryWriter(memory);
        state.Save(writer);
        writer.Flush();
        return Convert.ToHexStringLower(SHA256.HashData(memory.GetBuffer().AsSpan(0, (int)memory.Length)));
    }

    public override string ToString() => $"{Seconds:F1} s, processor {Processor:F1} s: {Agents / Seconds:N0} agents/s; hash {Hash[..16]}";
}

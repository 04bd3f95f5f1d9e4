using System.Runtime.InteropServices;
using DigitalTwin.Simulation.Results;
using DigitalTwin.Simulation.Results.Manifests;
using DigitalTwin.Storage.Journal;

namespace DigitalTwin.Grains.Worlds;

/// <summary>
/// The record of a run as frames of a world: every field of every layer at every recorded time, and what another run needs to go on. Properties have the names that twins use
/// (<c>air_temperature</c> is <c>air-temperature</c>). What twins are asked between two recorded times is the frame before.
/// </summary>
public static class RunFrames
{
    /// <summary>The frames, by layer, property and time.</summary>
    /// <param name="world">The world that they are written to.</param>
    /// <param name="record">The record.</param>
    /// <param name="period">The simulated period.</param>
    public static IEnumerable<SimulatedFrame> Of(string world, RunRecord record, SimulatedPeriod period)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(period);
        foreach (var layer in record.Layers)
        {
            var set = Set(layer.AssetIds);
            foreach (var field in layer.Fields)
                for (var i = 0; i < field.Times.Length; i++)
                    yield return new(world, set, field.Name.Replace('_', '-'), At(field.Times[i]), field.Values[i]);
        }
        var sets = new Dictionary<IReadOnlyList<string>, AssetSet>(ReferenceEqualityComparer.Instance);
        foreach (var state in record.States)
        {
            if (!sets.TryGetValue(state.AssetIds, out var set)) sets.Add(state.AssetIds, set = Set(state.AssetIds));
            yield return new(world, set, state.Property, At(state.Time), state.Values);
        }

        DateTimeOffset At(double seconds) => period.At(seconds).ToUniversalTime();
    }

    private static AssetSet Set(IReadOnlyList<string> ids) => new(ImmutableCollectionsMarshal.AsImmutableArray(ids.ToArray()));
}

using DigitalTwin.Grains.Contracts.Telemetry;
using DigitalTwin.Grains.Contracts.Twins;
using DigitalTwin.Simulation.Starting;
using DigitalTwin.Storage.History;
using World = DigitalTwin.Storage.Worlds.World;

namespace DigitalTwin.Grains.Worlds;

/// <summary>From what a world knows to what a run starts from.</summary>
public static class WorldReading
{
    /// <summary>Reads a starting point.</summary>
    /// <param name="history">What is known of twins.</param>
    /// <param name="seen">The world through which it is read: the one that is named, or a fork of it that sees the same.</param>
    /// <param name="world">The world that is named as the origin.</param>
    /// <param name="instant">The instant.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static async Task<StartingPoint> StartAsync(ITwinHistory history, World seen, string world, DateTimeOffset instant, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(seen);
        var readings = new List<StartingReading>();
        await foreach (var twin in history.NewestAsync(seen.Name, instant, cancellation).ConfigureAwait(false))
            foreach (var reading in twin.Readings)
                if (reading.Origin != Origin.Simulated || SimulatedProperties.AreTaken(reading.Property)) readings.Add(Of(twin.Asset, reading));
        return StartingPoint.Of(world, seen.Map, instant, readings);
    }

    /// <summary>A reading as simulations know it.</summary>
    public static StartingReading Of(string asset, Reading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        return new(asset, reading.Property, reading.Value, reading.Text, reading.ObservedAt, (ReadingQuality)reading.Quality, reading.Source, (ReadingOrigin)reading.Origin);
    }
}

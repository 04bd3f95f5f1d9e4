using DigitalTwin.Numerics.Randomness;
using DigitalTwin.Water.Network;

namespace DigitalTwin.Simulation.Water;

/// <summary>
/// Why demand differs from the network file's patterns: chance by the hour and by the day, and heat. Chance is log-normal with mean 1:
/// exp(σz − σ²/2), z standard normal, keyed by junction and hour, so it is the same for every variant of a replication.
/// </summary>
internal sealed class DemandDrivers
{
    private static readonly ulong DayStream = KeyedRandom.Stream("water.demand-day");
    private readonly WaterSettings settings;
    private readonly KeyedRandom random;
    private readonly int[] district;
    private readonly ulong[] streams;
    private readonly double[] noise;
    private long hourDrawn = long.MinValue;

    /// <summary>Drivers for the nodes of a network, whose districts are given.</summary>
    public DemandDrivers(WaterSettings settings, KeyedRandom random, WaterNetwork network, int[] district)
    {
        (this.settings, this.random, this.district) = (settings, random, district);
        var junctions = network.Nodes.JunctionCount;
        streams = settings.DemandNoise > 0 ? [.. network.Nodes.Ids.Take(junctions).Select(id => KeyedRandom.Stream("water.demand", id))] : [];
        noise = new double[junctions];
        Array.Fill(noise, 1);
    }

    /// <summary>Sets the demand factors of a step that begins at <paramref name="time"/> (s), from the air temperature (degC) by district, empty when unknown, and the scenario's own factors.</summary>
    public void Apply(double time, ReadOnlySpan<double> airTemperature, ReadOnlySpan<double> scenarioFactor, Span<double> demandFactor)
    {
        Draw((long)Math.Floor(time / 3600));
        for (var i = 0; i < noise.Length; i++)
        {
            var above = airTemperature.IsEmpty ? 0 : airTemperature[district[i]] - settings.HeatAbove;
            var heat = above > 0 ? 1 + settings.HeatSlope * above : 1;
            demandFactor[i] = scenarioFactor[i] * noise[i] * heat;
        }
    }

    private void Draw(long hour)
    {
        if (hour == hourDrawn || (settings.DemandNoise <= 0 && settings.DemandDayNoise <= 0)) return;
        hourDrawn = hour;
        var day = LogNormal(settings.DemandDayNoise, DayStream, (long)Math.Floor(hour / 24.0));
        for (var i = 0; i < noise.Length; i++)
            noise[i] = streams.Length > 0 ? day * LogNormal(settings.DemandNoise, streams[i], hour) : day;
    }

    private double LogNormal(double deviation, ulong stream, long counter)
    {
        if (deviation <= 0) return 1;
        // The deviation asked for is that of the factor itself: σ² = ln(1 + s²).
        var sigma = Math.Sqrt(Math.Log(1 + deviation * deviation));
        return Math.Exp(sigma * random.Normal(stream, (ulong)counter) - sigma * sigma / 2);
    }
}

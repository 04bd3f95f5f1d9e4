using System.Runtime.CompilerServices;
using DigitalTwin.Grains.Contracts.Telemetry;
using DigitalTwin.Grains.Contracts.Twins;
using DigitalTwin.Grains.Twins;

namespace DigitalTwin.Grains.WaterAssets;

/// <summary>A tank: its volume by its level, how fast it fills, and how long until it is full or empty at that pace.</summary>
internal sealed class TankBehaviour(string id) : WaterAssetBehaviour
{
    private const string Level = "level";
    private readonly LevelTrend trend = new();
    private TankShape? shape;

    public override IEnumerable<Want> Wants(Twin twin)
    {
        shape = TankShape.Of(twin.Site.Assets.City, id);
        if (shape is null || NewestLevel(twin) is not { } newest) return [];
        var (from, until) = (Micros.Instant(newest.ObservedAt) - LevelTrend.Window, Micros.Instant(newest.ObservedAt + 1));
        return [new(new(Level, from, until), samples => trend.Recall(samples, shape))];
    }

    public override void Take(Twin twin, Observation observation, Draft draft)
    {
        if (shape is not null && observation.Property == Level) trend.Add(Micros.Of(observation.ObservedAt), shape.VolumeAt(observation.Value));
    }

    /// <summary>(T5) time to full = (V_full - V) / Q while Q > 0, time to empty = (V - V_empty) / -Q while Q &lt; 0; Q the slope of the volume.</summary>
    public override IEnumerable<Figure> Figures(Twin twin, long now)
    {
        if (shape is null || NewestLevel(twin) is not { } newest) yield break;
        var (volume, inflow) = (shape.VolumeAt(newest.Value), trend.Slope());
        yield return new("volume", volume, "m³");
        yield return new("fill", (volume - shape.Empty) / (shape.Full - shape.Empty), "1");
        yield return new("inflow", inflow, "m³/s");
        yield return new("time-to-full", inflow > 0 ? Math.Max(0, (shape.Full - volume) / inflow) : double.NaN, "s");
        yield return new("time-to-empty", inflow < 0 ? Math.Max(0, (volume - shape.Empty) / -inflow) : double.NaN, "s");
    }

    private static Newest? NewestLevel(Twin twin)
    {
        ref var row = ref twin.Known(Level);
        return Unsafe.IsNullRef(ref row) || double.IsNaN(row.Value) ? null : row;
    }
}

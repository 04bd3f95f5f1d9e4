using DigitalTwin.Water.Hydraulics;
using DigitalTwin.Water.Network;

namespace DigitalTwin.Water.Tanks;

/// <summary>Volume by level and level by volume of one tank (equation W14), heads in m, volumes in m³. A reservoir has no volume.</summary>
internal sealed class TankGeometry
{
    private readonly double bottom;
    private readonly double area;
    private readonly Curve? curve;
    private readonly double fullHead;
    private readonly double emptyHead;

    public int Node { get; }

    public bool IsReservoir { get; }

    public bool CanOverflow { get; }

    public double InitialHead { get; }

    public double MinHead { get; }

    public double MaxHead { get; }

    public double InitialVolume { get; }

    public double MinVolume { get; }

    public double MaxVolume { get; }

    public TankGeometry(Tank tank, WaterNetwork network)
    {
        Node = tank.Node;
        bottom = network.Nodes.Elevation[tank.Node];
        area = tank.Area;
        IsReservoir = area == 0;
        CanOverflow = tank.CanOverflow;
        curve = tank.VolumeCurve >= 0 ? network.Curves[tank.VolumeCurve] : null;
        InitialHead = bottom + tank.InitialLevel;
        MinHead = bottom + tank.MinLevel;
        MaxHead = bottom + tank.MaxLevel;
        if (IsReservoir) return;
        MinVolume = tank.MinVolume > 0 ? tank.MinVolume : area * tank.MinLevel;
        InitialVolume = MinVolume + area * (tank.InitialLevel - tank.MinLevel);
        MaxVolume = MinVolume + area * (tank.MaxLevel - tank.MinLevel);
        var (full, empty) = BrimRounding.Reached(tank, bottom, curve, network.Options.FileLength);
        fullHead = full ? MaxHead : Math.BitDecrement(MaxHead);
        emptyHead = empty ? MinHead : Math.BitIncrement(MinHead);
        if (curve is null) return;
        MinVolume = CurveReading.Interpolate(curve.X, curve.Y, tank.MinLevel);
        InitialVolume = CurveReading.Interpolate(curve.X, curve.Y, tank.InitialLevel);
        MaxVolume = CurveReading.Interpolate(curve.X, curve.Y, tank.MaxLevel);
    }

    /// <summary>Volume at a head.</summary>
    public double Volume(double head) =>
        curve is null ? MinVolume + (head - MinHead) * area : CurveReading.Interpolate(curve.X, curve.Y, head - bottom);

    /// <summary>Head at a volume.</summary>
    public double Head(double volume)
    {
        if (volume == MaxVolume) return fullHead;
        if (volume == MinVolume) return emptyHead;
        return curve is null ? MinHead + (volume - MinVolume) / area : bottom + CurveReading.Interpolate(curve.Y, curve.X, volume);
    }
}

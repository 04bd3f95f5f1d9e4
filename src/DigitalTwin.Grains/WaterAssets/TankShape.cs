using DigitalTwin.Cities;
using DigitalTwin.Water.Network;

namespace DigitalTwin.Grains.WaterAssets;

/// <summary>Volume of a tank by its level, as the map's network has it (equation W14 of the water model): V = V_min + (h - h_min) π d² / 4, or by its curve. Levels in m above the bottom, volumes in m³.</summary>
internal sealed class TankShape
{
    private readonly Tank tank;
    private readonly Curve? curve;

    private TankShape(Tank tank, Curve? curve)
    {
        (this.tank, this.curve) = (tank, curve);
        (Empty, Full) = (VolumeAt(tank.MinLevel), VolumeAt(tank.MaxLevel));
    }

    /// <summary>Volume at the lowest level at which it delivers.</summary>
    public double Empty { get; }

    /// <summary>Volume at the highest level.</summary>
    public double Full { get; }

    public double MinLevel => tank.MinLevel;

    public double MaxLevel => tank.MaxLevel;

    /// <summary>The shape of a tank by its id in the network; null when the map has no such tank, or it is a reservoir.</summary>
    public static TankShape? Of(City? city, string id)
    {
        if (city?.Water is not { } water || water.NodeIndex(id) is not (>= 0 and var node)) return null;
        var tank = water.Tanks.FirstOrDefault(t => t.Node == node);
        return tank is null || tank.Area == 0 ? null : new(tank, tank.VolumeCurve < 0 ? null : water.Curves[tank.VolumeCurve]);
    }

    public double VolumeAt(double level)
    {
        if (curve is not null) return Interpolated(level);
        var least = tank.MinVolume > 0 ? tank.MinVolume : tank.Area * tank.MinLevel;
        return least + (level - tank.MinLevel) * tank.Area;
    }

    private double Interpolated(double level)
    {
        var (x, y) = (curve!.X, curve.Y);
        if (level <= x[0]) return y[0];
        for (var k = 1; k < x.Length; k++)
            if (level <= x[k]) return y[k] - (x[k] - level) * (y[k] - y[k - 1]) / (x[k] - x[k - 1]);
        return y[^1];
    }
}

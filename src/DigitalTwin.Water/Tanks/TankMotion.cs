using System.Runtime.CompilerServices;
using DigitalTwin.Water.Hydraulics;

namespace DigitalTwin.Water.Tanks;

/// <summary>How tanks fill and drain between solutions, at the flows of the last one (equation W14).</summary>
internal static class TankMotion
{
    /// <summary>Moves all tanks on by a number of seconds. A tank that would be full or empty within one more second is so now.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Advance(WaterState state, TankGeometry[] tanks, double seconds)
    {
        for (var t = 0; t < tanks.Length; t++)
        {
            var tank = tanks[t];
            var q = state.Demand[tank.Node];
            if (tank.IsReservoir || Math.Abs(q) <= Foot.ZeroFlow) continue;
            var volume = state.TankVolume[t] + q * seconds;
            if (volume + q >= tank.MaxVolume) volume = tank.MaxVolume;
            else if (volume - q <= tank.MinVolume) volume = tank.MinVolume;
            state.TankVolume[t] = volume;
            state.Head[tank.Node] = tank.Head(volume);
        }
    }

    /// <summary>Shortens a step to the time at which the first tank is full or empty, in whole seconds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double LimitStep(WaterState state, TankGeometry[] tanks, double step)
    {
        for (var t = 0; t < tanks.Length; t++)
        {
            var tank = tanks[t];
            var (h, q) = (state.Head[tank.Node], state.Demand[tank.Node]);
            if (tank.IsReservoir || Math.Abs(q) <= Foot.ZeroFlow) continue;
            double volume;
            if (q > 0 && h < tank.MaxHead) volume = tank.MaxVolume - state.TankVolume[t];
            else if (q < 0 && h > tank.MinHead) volume = tank.MinVolume - state.TankVolume[t];
            else continue;
            var seconds = volume / q;
            if (Math.Abs(seconds) > step + 1) continue;
            seconds = Math.Round(seconds, MidpointRounding.AwayFromZero);
            if (seconds > 0 && seconds < step) step = seconds;
        }
        return step;
    }
}

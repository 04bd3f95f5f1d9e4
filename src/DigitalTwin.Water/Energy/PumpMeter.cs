using DigitalTwin.Water.Hydraulics;
using DigitalTwin.Water.Network;

namespace DigitalTwin.Water.Energy;

/// <summary>Reads pumps' power and adds it up (equations W19, W20).</summary>
internal static class PumpMeter
{
    // kW per m⁴/s: EPANET's horsepower per 8.814 ft⁴/s, at 0.7457 kW.
    private const double KilowattsPerLift = 0.7457 / 8.814 / (Foot.Length * Foot.Flow);

    /// <summary>Electrical power (kW) and efficiency (0 to 1) of a pump by its index; nothing when it is off.</summary>
    public static (double Power, double Efficiency) Read(WaterState state, int index)
    {
        var network = state.Network;
        var pump = network.Pumps[index];
        if (state.Status[pump.Link] <= LinkStatus.Closed) return (0, 0);
        var q = Math.Abs(state.Flow[pump.Link]);
        var lift = Math.Abs(state.Head[network.Links.From[pump.Link]] - state.Head[network.Links.To[pump.Link]]);
        var percent = network.Energy.Efficiency;
        if (pump.EfficiencyCurve >= 0)
        {
            var curve = network.Curves[pump.EfficiencyCurve];
            var speed = state.Setting[pump.Link];
            percent = CurveReading.Interpolate(curve.X, curve.Y, q / speed);
            // Sarbu and Borza (1998): losses grow as speed falls.
            percent = 100 - (100 - percent) * Math.Pow(1 / speed, 0.1);
        }
        var efficiency = Math.Max(Math.Min(percent, 100), 1) / 100;
        return (lift * q * network.Options.SpecificGravity * KilowattsPerLift / efficiency, efficiency);
    }

    /// <summary>Adds what all pumps use over a number of seconds at the state's present flows and prices.</summary>
    public static void Add(WaterState state, double seconds)
    {
        if (state.PumpEnergy.Length == 0 || seconds <= 0) return;
        var (network, hours, together) = (state.Network, seconds / 3600, 0.0);
        for (var i = 0; i < state.PumpEnergy.Length; i++)
        {
            if (state.Status[network.Pumps[i].Link] <= LinkStatus.Closed) continue;
            var (power, efficiency) = Read(state, i);
            if (efficiency == 0) continue;
            together += power;
            ref var used = ref state.PumpEnergy[i];
            used.HoursOnline += hours;
            used.EfficiencyHours += efficiency * hours;
            used.Energy += power * hours;
            used.Cost += Price(network, network.Pumps[i], state.Time) * power * hours;
            used.PeakPower = Math.Max(used.PeakPower, power);
            used.Volume += Math.Abs(state.Flow[network.Pumps[i].Link]) * seconds;
        }
        state.PeakPower = Math.Max(state.PeakPower, together);
    }

    private static double Price(WaterNetwork network, Pump pump, double time)
    {
        var price = pump.EnergyPrice > 0 ? pump.EnergyPrice : network.Energy.Price;
        var pattern = pump.PricePattern >= 0 ? pump.PricePattern : network.Energy.PricePattern;
        return pattern < 0 ? price : price * PatternClock.Multiplier(network.Patterns[pattern], PatternClock.Period(network.Times, time));
    }
}

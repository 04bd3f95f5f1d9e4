using DigitalTwin.Numerics.Clocks;
using DigitalTwin.Simulation.Loop;

namespace DigitalTwin.Simulation.Mobility;

/// <summary>
/// What rain and snow do to the roads of each district (Highway Capacity Manual, 7th edition, chapter 29, equations 29-25, 29-26 and 29-12, for urban streets; R in in/h of water, T in °F).
/// (M1) capacity: 1 / (1 + 0.48 R_rain + 0.39 R_snow); (M2) free speed: 1 / (1 + 0.48 R_rain + 1.4 R_snow); (M3) on a wet road both are at most 0.95, on snow and ice 0.90, until it is dry:
/// 5 min (snow: 30 min) + 0.888 e^(−0.0070 T) h, by night 0.19 h more after rain.
/// </summary>
internal sealed class WetRoads
{
    /// <summary>What it takes to be counted as rain, mm/h: the resolution of a rain gauge.</summary>
    private const double Noticeable = 0.1;

    private const double MillimetresPerInch = 25.4;
    private const double OnWet = 0.95, OnSnow = 0.90;

    private readonly MobilitySettings settings;
    private readonly LocalClock clock;
    private readonly double[] wetUntil, snowUntil;

    public WetRoads(int districts, MobilitySettings settings, LocalClock clock)
    {
        (this.settings, this.clock) = (settings, clock);
        (wetUntil, snowUntil, Speed, Capacity) = (new double[districts], new double[districts], new double[districts], new double[districts]);
        Array.Fill(wetUntil, double.NegativeInfinity);
        Array.Fill(snowUntil, double.NegativeInfinity);
        Array.Fill(Speed, 1);
        Array.Fill(Capacity, 1);
    }

    /// <summary>Factor of the free speed by district.</summary>
    public double[] Speed { get; }

    /// <summary>Factor of the capacity by district.</summary>
    public double[] Capacity { get; }

    /// <summary>Sets the factors of a step.</summary>
    /// <param name="window">The step.</param>
    /// <param name="precipitation">Rain, or snow as water, by district, mm/h; NaN when unknown, and then none.</param>
    /// <param name="airTemperature">Air temperature by district, degC: below 0 it snows.</param>
    public void Advance(StepWindow window, ReadOnlySpan<double> precipitation, ReadOnlySpan<double> airTemperature)
    {
        for (var d = 0; d < Speed.Length; d++)
        {
            var intensity = Math.Min(precipitation[d], settings.HeaviestRain);
            var snows = airTemperature[d] < 0;
            if (intensity > Noticeable) (snows ? snowUntil : wetUntil)[d] = window.End + Drying(airTemperature[d], window.End, snows);
            else intensity = 0;
            var inches = intensity / MillimetresPerInch;
            var bound = snowUntil[d] > window.Start ? OnSnow : wetUntil[d] > window.Start ? OnWet : 1;
            Capacity[d] = Weakened(Math.Min(bound, 1 / (1 + (snows ? 0.39 : 0.48) * inches)));
            Speed[d] = Weakened(Math.Min(bound, 1 / (1 + (snows ? 1.4 : 0.48) * inches)));
        }
    }

    /// <summary>Writes until when which district is wet.</summary>
    public void Save(BinaryWriter writer)
    {
        foreach (var time in (double[])[.. wetUntil, .. snowUntil]) writer.Write(time);
    }

    /// <summary>Reads what was written.</summary>
    public void Load(BinaryReader reader)
    {
        for (var d = 0; d < wetUntil.Length; d++) wetUntil[d] = reader.ReadDouble();
        for (var d = 0; d < snowUntil.Length; d++) snowUntil[d] = reader.ReadDouble();
    }

    private double Weakened(double factor) => 1 - settings.RainEffect * (1 - factor);

    private double Drying(double celsius, double time, bool snows)
    {
        var fahrenheit = 1.8 * (double.IsNaN(celsius) ? 15 : celsius) + 32;
        var isNight = clock.TimeOfDay(time) is < 6 * 3600 or >= 18 * 3600;
        return 3600 * ((snows ? 0.5 : 0.083) + 0.888 * Math.Exp(-0.0070 * fahrenheit) + (isNight && !snows ? 0.19 : 0));
    }
}

using DigitalTwin.Buildings.Sun;
using DigitalTwin.Buildings.Zones;
using DigitalTwin.Buildings.Zones.Iso13790;

namespace DigitalTwin.Buildings.Bestest;

/// <summary>Runs a case over a year, after a December for the walls to forget where they began.</summary>
public static class BestestRun
{
    private const int WarmUp = 31 * 24, StepsPerHour = 6;

    /// <summary>With the detailed model.</summary>
    public static BestestYear Detailed(BestestCase @case, BestestWeather weather, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(@case);
        ArgumentNullException.ThrowIfNull(weather);
        var model = new ZoneModel(@case.Zone, @case.Options);
        var state = model.InitialState();
        return Year(hour =>
        {
            double heating = 0, cooling = 0, air = 0;
            for (var k = 1; k <= StepsPerHour; k++)
            {
                var time = ((hour + 24) % 24) + ((double)k / StepsPerHour);
                var step = model.Advance(state, weather[hour], weather.Sun(hour), @case.At(time), 3600.0 / StepsPerHour);
                (heating, cooling, air) = (heating + step.Heating, cooling + step.Cooling, air + step.Air);
            }
            return (heating / StepsPerHour, cooling / StepsPerHour, air / StepsPerHour);
        }, cancellation);
    }

    /// <summary>With 5R1C, an hour a step.</summary>
    public static BestestYear Simple(BestestCase @case, BestestWeather weather, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(@case);
        ArgumentNullException.ThrowIfNull(weather);
        var p = Rc5Parameters.Of(@case.Zone);
        var sun = new Rc5Sun(@case.Zone);
        var mass = 20.0;
        return Year(hour =>
        {
            ref readonly var outdoors = ref weather[hour];
            var controls = @case.At(((hour + 24) % 24) + 0.5);
            var ventilation = (@case.Zone.Infiltration + (controls.Ventilation * 3600 / @case.Zone.Volume)) * p.Ventilation;
            var solar = sun.Gains(Sky.Of(outdoors, weather.Sun(hour)), outdoors.AirTemperature, outdoors.SkyTemperature);
            var drive = new Rc5Drive(outdoors.AirTemperature, p.BehindOpaque(outdoors.AirTemperature, outdoors.GroundTemperature), outdoors.AirTemperature, ventilation, @case.Gains, solar);
            var answer = Rc5Zone.Advance(p, mass, drive, controls.SetPoints, 3600);
            mass = answer.Mass;
            return (Math.Max(0, answer.Load), Math.Max(0, -answer.Load), answer.Air);
        }, cancellation);
    }

    private static BestestYear Year(Func<int, (double Heating, double Cooling, double Air)> advance, CancellationToken cancellation)
    {
        double[] heating = new double[BestestWeather.Hours], cooling = new double[BestestWeather.Hours], air = new double[BestestWeather.Hours];
        for (var hour = -WarmUp; hour < BestestWeather.Hours; hour++)
        {
            if (hour % 24 == 0) cancellation.ThrowIfCancellationRequested();
            var answer = advance(hour);
            if (hour >= 0) (heating[hour], cooling[hour], air[hour]) = answer;
        }
        return BestestYear.Of(heating, cooling, air);
    }
}

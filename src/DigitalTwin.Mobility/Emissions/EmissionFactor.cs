namespace DigitalTwin.Mobility.Emissions;

/// <summary>
/// What a warm car emits per kilometre by its mean speed, stops included (E1). Outside of the range in which it was measured: faster than it, as at its upper end; slower, as much in an hour as at its lower end (E2), so that
/// a car that stands still goes on emitting and no pole at speed 0 makes a queue count for more than its engines can burn.
/// </summary>
/// <param name="Vehicle">Kind of car: <c>petrol-euro-5</c>.</param>
/// <param name="Pollutant">What is emitted.</param>
/// <param name="Factor">g of it per g of what the curve gives: 1, or what burning 1 g of fuel makes.</param>
/// <param name="A">Coefficient of E1, as the next five; speeds in km/h, result in g/km.</param>
/// <param name="B">Coefficient.</param>
/// <param name="C">Coefficient.</param>
/// <param name="D">Coefficient.</param>
/// <param name="E">Coefficient.</param>
/// <param name="F">Coefficient.</param>
/// <param name="From">Least speed of its range, km/h; above 0.</param>
/// <param name="Until">Highest speed of its range, km/h.</param>
/// <param name="Source">Where the numbers are from.</param>
public sealed record EmissionFactor(string Vehicle, Pollutant Pollutant, double Factor, double A, double B, double C, double D, double E, double F, double From, double Until, string Source)
{
    private const double KilometresPerHour = 3.6;

    /// <summary>E1: emission at a mean speed within the range, g/km; the speed in km/h.</summary>
    public double GramsPerKilometre(double speed) => Factor * (A + C * speed + E * speed * speed + F / speed) / (1 + B * speed + D * speed * speed);

    /// <summary>E3: emission of cars that together drove so far in so much time, kg.</summary>
    /// <param name="metres">m, of all cars.</param>
    /// <param name="seconds">s, of all cars, standing included.</param>
    public double Mass(double metres, double seconds)
    {
        // m/s as it would be without rounding at 0 s: who drove in no time is as fast as the range goes.
        var speed = seconds > 0 ? metres / seconds * KilometresPerHour : Until;
        if (speed < From) return GramsPerKilometre(From) * From * (seconds / 3600) / 1000;
        return GramsPerKilometre(Math.Min(speed, Until)) * (metres / 1000) / 1000;
    }
}

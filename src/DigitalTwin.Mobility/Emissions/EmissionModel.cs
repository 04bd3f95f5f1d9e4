using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Mobility.Emissions;

/// <summary>
/// What the traffic of a fleet emits, from metres and vehicle-seconds. It knows warm exhausts of cars on level roads: neither cold starts nor slopes, nor what power stations emit for the part of the fleet that is electric.
/// </summary>
public sealed class EmissionModel
{
    private readonly (EmissionFactor Factor, double Share)[][] parts = new (EmissionFactor, double)[Enum.GetValues<Pollutant>().Length][];

    /// <summary>The fleet that is assumed where nothing is known of it.</summary>
    public EmissionModel()
        : this(VehicleFleet.Assumed)
    {
    }

    /// <summary>A city's fleet.</summary>
    public EmissionModel(VehicleFleet fleet)
        : this((fleet ?? throw new ArgumentNullException(nameof(fleet))).Factors, fleet.Shares)
    {
    }

    /// <summary>A fleet of several kinds of cars; those that are called electric, and what the shares leave to 1, emit nothing on the road unless the factors say otherwise.</summary>
    /// <exception cref="InputException">A kind of car has no factors, or the shares are none; says all that is wrong.</exception>
    public EmissionModel(IReadOnlyList<EmissionFactor> factors, IReadOnlyList<FleetShare> fleet)
    {
        ArgumentNullException.ThrowIfNull(factors);
        ArgumentNullException.ThrowIfNull(fleet);
        var problems = new ProblemList();
        foreach (var pollutant in Enum.GetValues<Pollutant>())
        {
            parts[(int)pollutant] = [.. fleet.Select(part => (factors.FirstOrDefault(f => f.Vehicle == part.Vehicle && f.Pollutant == pollutant), part.Share)).Where(part => part.Item1 is not null)!];
        }
        foreach (var (vehicle, share) in fleet)
        {
            foreach (var pollutant in Enum.GetValues<Pollutant>())
            {
                if (vehicle != VehicleFleet.Electric && !factors.Any(f => f.Vehicle == vehicle && f.Pollutant == pollutant)) problems.Error("", 0, 0, $"Cars '{vehicle}' have no emission factor for {pollutant}.{NearestName.Hint(vehicle, factors.Select(f => f.Vehicle))}");
            }
            if (!(share is >= 0 and <= 1)) problems.Error("", 0, 0, $"Cars '{vehicle}' have a share of {share} in the fleet; 0 to 1 is accepted.");
        }
        if (fleet.Sum(part => part.Share) > 1 + 1e-9) problems.Error("", 0, 0, $"The shares of the fleet add up to {fleet.Sum(part => part.Share)}; at most 1 is accepted, what is left to 1 is electric.");
        problems.ThrowIfErrors();
    }

    /// <summary>E4: mass that cars emitted which together drove so far in so much time, kg.</summary>
    /// <param name="pollutant">What is emitted.</param>
    /// <param name="metres">m, of all cars.</param>
    /// <param name="seconds">s, of all cars, standing on the road included.</param>
    public double Mass(Pollutant pollutant, double metres, double seconds)
    {
        var mass = 0.0;
        foreach (var (factor, share) in parts[(int)pollutant]) mass += share * factor.Mass(metres, seconds);
        return mass;
    }

    /// <summary>Mass emitted on many links, each at its own speed, summed in their order, kg.</summary>
    public double Mass(Pollutant pollutant, ReadOnlySpan<double> metres, ReadOnlySpan<double> seconds)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(seconds.Length, metres.Length);
        var mass = 0.0;
        for (var link = 0; link < metres.Length; link++) mass += Mass(pollutant, metres[link], seconds[link]);
        return mass;
    }
}

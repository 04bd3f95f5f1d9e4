using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Mobility.Emissions;

/// <summary>Which cars drive in a city, and what each kind emits. Shares are of the kilometres, so that a share of the cars is only right where all drive as much.</summary>
/// <param name="Factors">What each kind emits.</param>
/// <param name="Shares">Kinds and their shares, together 1 unless the rest is electric.</param>
public sealed record VehicleFleet(IReadOnlyList<EmissionFactor> Factors, IReadOnlyList<FleetShare> Shares)
{
    /// <summary>The name of cars that emit nothing on the road; a file of factors may give it a curve of its own.</summary>
    public const string Electric = "electric";

    /// <summary>How far shares may add up to something else than 1: what writing them in percent rounds away.</summary>
    public const double Rounding = 1e-6;

    /// <summary>Petrol cars of Euro 5, which China's stage 5 (GB 18352.5-2013) took over: an assumption where nothing is known of the fleet.</summary>
    public static VehicleFleet Assumed { get; } = new(EmissionFactorReader.Shipped, [new("petrol-euro-5", 1)]);

    /// <summary>The kinds of cars that can be in it: those of the factors, and electric ones.</summary>
    public IReadOnlyList<string> Kinds { get; } = KindsOf(Factors);

    /// <summary>Kinds of cars with a factor for every pollutant, in the order of the factors, and electric ones.</summary>
    public static IReadOnlyList<string> KindsOf(IReadOnlyList<EmissionFactor> factors)
    {
        ArgumentNullException.ThrowIfNull(factors);
        var pollutants = Enum.GetValues<Pollutant>();
        return [.. factors.Select(f => f.Vehicle).Distinct().Where(v => Array.TrueForAll(pollutants, p => factors.Any(f => f.Vehicle == v && f.Pollutant == p))).Append(Electric).Distinct()];
    }

    /// <summary>What is wrong with a name of a kind of car; null when it is known.</summary>
    public static string? ObjectionTo(string kind, IReadOnlyList<EmissionFactor> factors)
    {
        ArgumentNullException.ThrowIfNull(factors);
        var kinds = KindsOf(factors);
        if (kinds.Contains(kind)) return null;
        return factors.Any(f => f.Vehicle == kind)
            ? $"Cars '{kind}' have no emission factor for {string.Join(" and ", Enum.GetValues<Pollutant>().Where(p => !factors.Any(f => f.Vehicle == kind && f.Pollutant == p)))}."
            : $"There are no emission factors of cars '{kind}'; there are {string.Join(", ", kinds)}.{NearestName.Hint(kind, kinds)}";
    }

    /// <summary>The fleet with other shares of some kinds: what they leave is shared by the other kinds as it was, so that "40 % electric" leaves 60 % to the cars of before in their proportions.</summary>
    /// <exception cref="ArgumentException">They leave something, and there are no others; see <see cref="ObjectionTo(IReadOnlyList{FleetShare})"/>.</exception>
    public VehicleFleet With(IReadOnlyList<FleetShare> shares)
    {
        ArgumentNullException.ThrowIfNull(shares);
        if (ObjectionTo(shares) is { } objection) throw new ArgumentException(objection, nameof(shares));
        FleetShare[] others = [.. Shares.Where(s => !shares.Any(n => n.Vehicle == s.Vehicle))];
        var (left, before) = (1 - shares.Sum(s => s.Share), others.Sum(s => s.Share));
        return this with { Shares = [.. shares, .. left > Rounding ? others.Select(s => s with { Share = s.Share * left / before }) : []] };
    }

    /// <summary>Why shares cannot be laid over this fleet; null when they can. Each is known and from 0 to 1 already.</summary>
    public string? ObjectionTo(IReadOnlyList<FleetShare> shares)
    {
        ArgumentNullException.ThrowIfNull(shares);
        var sum = shares.Sum(s => s.Share);
        if (sum > 1 + Rounding) return $"The shares add up to {Percent(sum)}; 100 % is the most.";
        if (sum >= 1 - Rounding || Shares.Any(s => s.Share > 0 && !shares.Any(n => n.Vehicle == s.Vehicle))) return null;
        return $"The shares add up to {Percent(sum)}, and the map's fleet has no other cars for the rest; it has {string.Join(", ", Shares.Select(s => s.Vehicle))}. Say what the rest is.";
    }

    /// <summary>The shares as a person would write them: <c>petrol-euro-5 60 %, electric 40 %</c>; kinds of which there are none are left out.</summary>
    public override string ToString() => string.Join(", ", Shares.Where(s => s.Share > 0).Select(s => $"{s.Vehicle} {Percent(s.Share)}"));

    private static string Percent(double share) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{share * 100:0.##} %");
}

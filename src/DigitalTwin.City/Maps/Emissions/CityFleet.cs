using DigitalTwin.Mobility.Emissions;

namespace DigitalTwin.Cities.Maps.Emissions;

/// <summary>Which cars drive in a city, and where that is from.</summary>
/// <param name="Vehicles">The cars.</param>
/// <param name="Factors">Name of the file of the emission factors; null for those that the program brings.</param>
/// <param name="File">Name of the file that says the fleet; null when it is assumed.</param>
/// <param name="Source">Where the shares are from; empty when the map does not say.</param>
public sealed record CityFleet(VehicleFleet Vehicles, string? Factors, string? File, string Source)
{
    /// <summary>The cars of a map that says nothing of them.</summary>
    public static CityFleet Assumed { get; } = new(VehicleFleet.Assumed, null, null, "");
}

/// <summary>Which cars drive, for a reader.</summary>
/// <param name="Shares">Kinds of cars and their shares, 0 to 1.</param>
/// <param name="File">Name of the file that says it; null when it is assumed.</param>
/// <param name="Source">Where the shares are from; empty when the map does not say.</param>
/// <param name="Factors">Name of the file of the emission factors; null for those that the program brings.</param>
public sealed record FleetInfo(IReadOnlyList<KeyValuePair<string, double>> Shares, string? File, string Source, string? Factors)
{
    /// <summary>What a city says of its cars.</summary>
    public static FleetInfo Of(CityFleet fleet)
    {
        ArgumentNullException.ThrowIfNull(fleet);
        return new([.. fleet.Vehicles.Shares.Select(s => new KeyValuePair<string, double>(s.Vehicle, s.Share))], fleet.File, fleet.Source, fleet.Factors);
    }

    /// <summary>A line for a terminal.</summary>
    public string Line()
    {
        var shares = string.Join(", ", Shares.Where(s => s.Value > 0).Select(s => FormattableString.Invariant($"{s.Key} {s.Value * 100:0.##} %")));
        var from = File is null ? "assumed: 'emissions' in city.yaml says otherwise" : Source.Length > 0 ? $"{File}: {Source}" : $"{File}, which names no source";
        return $"  fleet      {shares} ({from}); emission factors {(Factors is null ? "of the EMEP/EEA guidebook 2013, which come with the program" : "of " + Factors)}";
    }
}

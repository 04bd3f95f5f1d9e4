using DigitalTwin.Mobility.Parking;

namespace DigitalTwin.Cities.Maps.Roads;

/// <summary>Sums over the places to park of a map.</summary>
/// <param name="Lots">Lots off the street.</param>
/// <param name="LotSpaces">Their spaces.</param>
/// <param name="Kerbs">Kerb segments.</param>
/// <param name="KerbSpaces">Their bays.</param>
/// <param name="Reserved">Places to park that not everybody may use at all times.</param>
/// <param name="Chargers">Spaces with a charger.</param>
/// <param name="Priced">Places to park that cost something.</param>
/// <param name="Tariffs">Tariffs.</param>
public sealed record ParkingTotals(int Lots, int LotSpaces, int Kerbs, int KerbSpaces, int Reserved, int Chargers, int Priced, int Tariffs)
{
    /// <summary>Counts a supply.</summary>
    public static ParkingTotals Of(ParkingSupply supply)
    {
        ArgumentNullException.ThrowIfNull(supply);
        var lots = supply.Facilities.Where(f => f.Kind == FacilityKind.Lot).ToArray();
        var kerbs = supply.Facilities.Where(f => f.Kind == FacilityKind.Kerb).ToArray();
        return new(
            lots.Length, lots.Sum(f => f.Capacity), kerbs.Length, kerbs.Sum(f => f.Capacity),
            supply.Facilities.Count(f => f.Access.Count > 0), supply.Facilities.Sum(f => f.Chargers), supply.Facilities.Count(f => f.Tariff >= 0), supply.Tariffs.Count);
    }
}

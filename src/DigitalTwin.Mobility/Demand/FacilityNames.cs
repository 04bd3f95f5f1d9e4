using DigitalTwin.Mobility.Parking;

namespace DigitalTwin.Mobility.Demand;

/// <summary>Lots and kerbs as destinations, by the names that a map gives them. They are put together when the first is asked for: most demand names none.</summary>
/// <param name="supply">Where one can park.</param>
/// <param name="name">What a facility is called: <c>parking/lot/P-07</c>.</param>
public sealed class FacilityNames(ParkingSupply supply, Func<ParkingFacility, string> name)
{
    private readonly Lazy<Dictionary<string, int>> rows = new(() =>
    {
        var made = new Dictionary<string, int>(supply.Facilities.Count, StringComparer.Ordinal);
        for (var row = 0; row < supply.Facilities.Count; row++) made.TryAdd(name(supply.Facilities[row]), row);
        return made;
    });

    /// <summary>All names, in the order of the supply.</summary>
    public IEnumerable<string> Names => supply.Facilities.Select(name);

    /// <summary>Row of a facility in the supply, or -1.</summary>
    public int Find(string text) => rows.Value.GetValueOrDefault(text, -1);

    /// <summary>The facility in a row.</summary>
    public ParkingFacility this[int row] => supply.Facilities[row];
}

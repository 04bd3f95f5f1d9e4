namespace DigitalTwin.Mobility.Parking.Drivers;

/// <summary>Groups of drivers: those that come with the library, and those of a planner's file.</summary>
public static class DriverGroups
{
    /// <summary>The groups that come with the library (<c>data/driver-groups.csv</c>, with the source of each number).</summary>
    public static IReadOnlyList<DriverGroup> Default => Shipped.Value;

    private static readonly Lazy<IReadOnlyList<DriverGroup>> Shipped = new(DriverGroupReader.ReadShipped);
}

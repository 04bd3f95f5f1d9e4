using DigitalTwin.Numerics.Clocks;
using System.Globalization;
using DigitalTwin.Mobility.Parking;
using DigitalTwin.Mobility.Parking.Drivers;
using DigitalTwin.Mobility.Parking.Tariffs;

namespace DigitalTwin.Mobility.Tests.Parking;

/// <summary>Small lots for tests; second 0 is midnight of Monday, 7 July 2025, in Wuhan.</summary>
internal static class MadeParking
{
    public static LocalClock Clock { get; } = new(new DateTimeOffset(2025, 7, 7, 0, 0, 0, TimeSpan.FromHours(8)));

    public static DriverGroup Anybody { get; } = Group("anybody");

    public static DriverGroup Residents { get; } = Group("residents");

    public static DriverGroup Group(string name, params string[] permits) => DriverGroups.Default[0] with { Name = name, Permits = permits };

    public static ParkingFacility Lot(int capacity = 1) => new()
    {
        Id = "P-1", Kind = FacilityKind.Lot, Link = 0, ExitNode = 0, Longitude = 114.4, Latitude = 30.5, Capacity = capacity,
    };

    public static ParkingModel Model(ParkingFacility facility, params Tariff[] tariffs) => new(new ParkingSupply([facility], tariffs), [Anybody, Residents], Clock);

    public static ParkingRequest Car(int driver, double dwell, double patience = 0, int group = 0, bool needsCharger = false, double energy = 0, bool reserved = false) =>
        new(driver, group, dwell, patience, needsCharger, energy, reserved);

    /// <summary><c>08:30</c> of the first day, or <c>2 08:30</c> two days later, in s.</summary>
    public static double At(string text)
    {
        var parts = text.Split(' ');
        return (parts.Length == 2 ? 86400.0 * int.Parse(parts[0], CultureInfo.InvariantCulture) : 0) + TimeSpan.ParseExact(parts[^1], "hh\\:mm", CultureInfo.InvariantCulture).TotalSeconds;
    }

    public static WeekTime Daily(string from, string until) => new(WeekTime.EveryDay, At(from), until == "24:00" ? 86400 : At(until));
}

/// <summary>Writes down what happens: <c>parked 1 at 60</c>.</summary>
internal sealed class Diary : IParkingEvents
{
    public List<string> Lines { get; } = [];

    public void Parked(int facility, int driver, double time) => Lines.Add(FormattableString.Invariant($"parked {driver} at {time}"));

    public void Reneged(int facility, int driver, double time) => Lines.Add(FormattableString.Invariant($"reneged {driver} at {time}"));

    public void Left(int facility, int driver, double time, long paid) => Lines.Add(FormattableString.Invariant($"left {driver} at {time} paid {paid}"));
}

using DigitalTwin.Buildings.Use;

namespace DigitalTwin.Buildings.Districts;

/// <summary>What is set of a building, as the district's loop reads it.</summary>
internal static class ControlColumns
{
    /// <summary>Writes the columns below <see cref="Lane.Controls"/>.</summary>
    /// <param name="building">The building.</param>
    /// <param name="profile">Of its present use.</param>
    /// <param name="control">What is set.</param>
    /// <param name="row">Receives the values.</param>
    public static void Write(Building building, UseProfile profile, in BuildingControl control, Span<double> row)
    {
        var active = control.IsActive ? 1.0 : 0;
        var powered = control.IsPowered ? active : 0;
        // A building that changed its use holds as many people as its new use puts on its floor.
        var occupants = control.Use == building.Use ? building.Occupants : building.Zone.FloorArea / profile.FloorAreaPerPerson;
        var scheduled = double.IsNaN(control.People);
        row[Lane.People] = scheduled ? occupants * control.PeopleFactor * active : 0;
        row[Lane.PeopleAdded] = scheduled ? 0 : control.People * active;
        row[Lane.Floor] = building.Zone.FloorArea * control.LoadFactor * powered;
        row[Lane.HeatingCapacity] = building.Zone.FloorArea * profile.HeatingCapacity * powered;
        row[Lane.CoolingCapacity] = building.Zone.FloorArea * profile.CoolingCapacity * powered;
        (row[Lane.HeatingTimes], row[Lane.HeatingPlus]) = SetPoint(control.HeatingSetPoint, control.HeatingOffset);
        (row[Lane.CoolingTimes], row[Lane.CoolingPlus]) = SetPoint(control.CoolingSetPoint, control.CoolingOffset);
        row[Lane.WaterSupply] = control.WaterSupply;
        row[Lane.Powered] = powered;
        row[Lane.Photovoltaics] = (double.IsNaN(control.Photovoltaics) ? building.InstalledPhotovoltaics : control.Photovoltaics) * powered;
        row[Lane.Active] = active;
    }

    /// <summary>A set-point is so many times the schedule's plus so many °C.</summary>
    private static (double Times, double Plus) SetPoint(double fixedAt, double offset) => double.IsNaN(fixedAt) ? (1, offset) : (0, fixedAt + offset);
}

using DigitalTwin.Buildings;
using DigitalTwin.Numerics.Clocks;

namespace DigitalTwin.Simulation.Buildings;

/// <summary>
/// (B2) What the people of a building of the map draw at an hour of the week as everybody is used to: q = n w p_h, with n its occupants, w the daily quota of its use and p_h the hour's share. It is what a network file's
/// demand stands for, so that a run adds to that only what differs. Buildings that events add were never a part of it.
/// </summary>
internal sealed class UsualWater(BuildingsSite site, int[] mine, LocalClock clock)
{
    private const double LeastPresence = 0.05;

    /// <summary>m³/s of the buildings of a partition.</summary>
    /// <param name="time">s since the scenario's start.</param>
    /// <param name="values">Receives a value for each.</param>
    public void At(double time, Span<double> values)
    {
        var hour = 24 * (((int)clock.DayOfWeek(time) + 6) % 7) + (int)(clock.TimeOfDay(time) / 3600);
        Span<double> perPerson = stackalloc double[Enum.GetValues<BuildingUse>().Length];
        foreach (var use in Enum.GetValues<BuildingUse>())
        {
            var profile = site.Uses[use];
            // As the model does: water follows the people who are there, except where hardly anybody is.
            perPerson[(int)use] = profile.WaterPerPerson / 86400 * profile.Water[hour] * Math.Min(1, profile.Occupancy[hour] / LeastPresence);
        }
        for (var b = 0; b < mine.Length; b++)
        {
            var building = site.Buildings[mine[b]];
            values[b] = mine[b] < site.OnMap ? building.Occupants * perPerson[(int)building.Use] : 0;
        }
    }
}

using DigitalTwin.Buildings;
using DigitalTwin.Numerics.Clocks;

namespace DigitalTwin.Simulation.Buildings;

/// <summary>
/// (B3) Who is on the road is not in the building: of the n_p people whom schedules put into the map's buildings at a place p at an hour, m_p are missing, so that every one of these buildings has
/// max(0, 1 − m_p / n_p) of its own.
/// </summary>
internal sealed class PeopleAtPlaces
{
    private readonly BuildingsSite site;
    private readonly LocalClock clock;
    private readonly double[] there;
    private int hourOfThere = -1;

    public PeopleAtPlaces(BuildingsSite site, LocalClock clock)
    {
        (this.site, this.clock) = (site, clock);
        there = new double[site.Place.DefaultIfEmpty(-1).Max() + 1];
    }

    /// <summary>The share of its people that a building has.</summary>
    /// <param name="building">Index among the city's.</param>
    /// <param name="time">s since the scenario's start.</param>
    /// <param name="missing">By place who is missing.</param>
    public double Share(int building, double time, ReadOnlySpan<double> missing)
    {
        var place = site.Place[building];
        if (place < 0 || missing[place] == 0) return 1;
        TurnTo(24 * (((int)clock.DayOfWeek(time) + 6) % 7) + (int)(clock.TimeOfDay(time) / 3600));
        return there[place] > 0 ? Math.Max(0, 1 - missing[place] / there[place]) : 1;
    }

    private void TurnTo(int hour)
    {
        if (hour == hourOfThere) return;
        hourOfThere = hour;
        Array.Clear(there);
        Span<double> presence = stackalloc double[Enum.GetValues<BuildingUse>().Length];
        foreach (var use in Enum.GetValues<BuildingUse>()) presence[(int)use] = site.Uses[use].Occupancy[hour];
        for (var b = 0; b < site.OnMap; b++)
            if (site.Place[b] >= 0) there[site.Place[b]] += site.Buildings[b].Occupants * presence[(int)site.Buildings[b].Use];
    }
}

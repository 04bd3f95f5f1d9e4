using DigitalTwin.Mobility.Routing;

namespace DigitalTwin.Mobility.Parking.Choice;

/// <summary>
/// The facilities within walking distance of each destination, nearest first: found once, through a grid, and kept in one array (the facilities of destination d stand from
/// <c>Start[d]</c> until <c>Start[d + 1]</c>). The walk is that of <see cref="WalkingDistance"/>.
/// </summary>
public sealed class ParkingCandidates
{
    private readonly int[] start, facilities;
    private readonly double[] walks;

    private ParkingCandidates(int[] start, int[] facilities, double[] walks) => (this.start, this.facilities, this.walks) = (start, facilities, walks);

    /// <summary>Number of destinations.</summary>
    public int Count => start.Length - 1;

    /// <summary>Facilities within reach of a destination, nearest first.</summary>
    public ReadOnlySpan<int> Of(int destination) => facilities.AsSpan(start[destination]..start[destination + 1]);

    /// <summary>Walks from those facilities to the destination, m.</summary>
    public ReadOnlySpan<double> WalksOf(int destination) => walks.AsSpan(start[destination]..start[destination + 1]);

    /// <summary>Finds them.</summary>
    /// <param name="supply">Facilities.</param>
    /// <param name="longitude">Longitude of destinations, degrees; NaN where unknown: such a destination has no candidates.</param>
    /// <param name="latitude">Latitude, degrees.</param>
    /// <param name="longestWalk">m.</param>
    /// <param name="most">Most candidates of a destination: the nearest are kept.</param>
    /// <param name="detour">Ratio of the way on foot to the great circle.</param>
    public static ParkingCandidates Find(ParkingSupply supply, ReadOnlySpan<double> longitude, ReadOnlySpan<double> latitude, double longestWalk, int most = 64, double detour = WalkingDistance.UsualDetour)
    {
        ArgumentNullException.ThrowIfNull(supply);
        if (longitude.Length != latitude.Length) throw new ArgumentException("Longitudes and latitudes differ in number.", nameof(latitude));
        var grid = new FacilityGrid(supply.Facilities, longestWalk / detour);
        var (start, facilities, walks) = (new int[longitude.Length + 1], new List<int>(), new List<double>());
        var near = new List<(double Walk, int Facility)>();
        for (var d = 0; d < longitude.Length; d++)
        {
            near.Clear();
            foreach (var f in grid.Around(longitude[d], latitude[d]))
            {
                var facility = supply.Facilities[f];
                var walk = WalkingDistance.Between(longitude[d], latitude[d], facility.Longitude, facility.Latitude, detour);
                if (walk <= longestWalk) near.Add((walk, f));
            }
            near.Sort();
            foreach (var (walk, f) in near.Take(most))
            {
                facilities.Add(f);
                walks.Add(walk);
            }
            start[d + 1] = facilities.Count;
        }
        return new ParkingCandidates(start, [.. facilities], [.. walks]);
    }
}

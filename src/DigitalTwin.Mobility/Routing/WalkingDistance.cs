using DigitalTwin.Numerics.Geodesy;

namespace DigitalTwin.Mobility.Routing;

/// <summary>How far one walks between two places of a town: the straight line times a detour factor (RT4), for there is no network of footways.</summary>
public static class WalkingDistance
{
    /// <summary>
    /// Ways walked to stations of Calgary's light railway were 1.21 to 1.23 times as long as the straight line, in suburbs and in the centre (O'Sullivan and Morrall 1996, "Walking distances to and from light-rail
    /// transit stations", Transportation Research Record 1538).
    /// </summary>
    public const double UsualDetour = 1.22;

    /// <summary>m between two places given in degrees; NaN when a place is unknown.</summary>
    public static double Between(double longitude1, double latitude1, double longitude2, double latitude2, double detour = UsualDetour) =>
        detour * SphereDistance.Between(longitude1, latitude1, longitude2, latitude2);
}

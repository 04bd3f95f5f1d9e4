namespace DigitalTwin.Cities.Maps.Buildings;

/// <summary>What a building is joined to; indices are into the city's own tables, -1 for none within reach.</summary>
/// <param name="Junction">Index of the water junction among the nodes of <see cref="City.Water"/>.</param>
/// <param name="JunctionDistance">m; NaN without one.</param>
/// <param name="Link">Row of the road link at which its entrance lies, in <see cref="City.Roads"/>.</param>
/// <param name="LinkDistance">m; NaN without one.</param>
/// <param name="District">Index into <see cref="City.Districts"/>.</param>
/// <param name="Lots">Indices into the facilities of <see cref="City.Parking"/> where its people park, nearest first.</param>
public sealed record BuildingConnection(int Junction, double JunctionDistance, int Link, double LinkDistance, int District, IReadOnlyList<int> Lots);

/// <summary>How far from a building what serves it may lie, m.</summary>
/// <param name="Water">The water junction.</param>
/// <param name="Road">The road with its entrance.</param>
/// <param name="Parking">Lots and kerbs.</param>
public sealed record BuildingReach(double Water = 500, double Road = 300, double Parking = 300)
{
    /// <summary>Most lots and kerbs to a building.</summary>
    public const int MostLots = 8;
}

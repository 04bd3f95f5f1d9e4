using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;
using NetTopologySuite.Index.Strtree;

namespace DigitalTwin.Cities.Maps;

/// <summary>Finds the district of a place. Safe to ask from many threads.</summary>
internal sealed class DistrictMap
{
    private readonly STRtree<(int District, IPreparedGeometry Area)> tree = new(10);

    public DistrictMap(IReadOnlyList<District> districts)
    {
        for (var i = 0; i < districts.Count; i++)
            tree.Insert(districts[i].Area.EnvelopeInternal, (i, PreparedGeometryFactory.Prepare(districts[i].Area)));
        tree.Build();
    }

    /// <summary>Index of the district that holds a place, the first where several do, or -1.</summary>
    public int At(double longitude, double latitude)
    {
        if (double.IsNaN(longitude)) return -1;
        var place = new Point(longitude, latitude);
        var found = -1;
        foreach (var (district, area) in tree.Query(place.EnvelopeInternal))
            if ((found < 0 || district < found) && area.Covers(place)) found = district;
        return found;
    }
}

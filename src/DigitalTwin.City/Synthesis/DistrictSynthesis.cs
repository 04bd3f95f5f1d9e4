using DigitalTwin.Cities.GeoJson;
using DigitalTwin.Cities.Places;
using NetTopologySuite.Geometries;

namespace DigitalTwin.Cities.Synthesis;

/// <summary>
/// Districts of a synthetic city: a quarter each, or four to the only quarter of a small map. Their borders run between the streets, so that every
/// corner lies inside one.
/// </summary>
internal sealed class DistrictSynthesis(CityPlan city, TransverseMercator plane)
{
    private const int StepsPerEdge = 8;

    private readonly List<GeoFeature> features = [];

    public IReadOnlyList<GeoFeature> Features => features;

    public void Add(Quarter quarter)
    {
        var grid = quarter.Grid;
        var parts = city.Quarters.Count == 1 && grid.Count >= 100 ? 2 : 1;
        for (var b = 0; b < parts; b++)
            for (var a = 0; a < parts; a++)
            {
                var (west, east) = (a * grid.Columns / parts, (a + 1) * grid.Columns / parts);
                var (south, north) = (b * grid.Rows / parts, (b + 1) * grid.Rows / parts);
                var people = 0;
                for (var i = 0; i < grid.Count; i++)
                    if (grid.Column[i] >= west && grid.Column[i] < east && grid.Row[i] >= south && grid.Row[i] < north) people += quarter.Use.People[i];
                Add(Ring(quarter.Plan, grid, west, east, south, north, StepsPerEdge), people);
            }
    }

    private void Add(LinearRing ring, int people)
    {
        var (en, zh) = InventedNames.District(features.Count);
        features.Add(new($"D-{features.Count + 1}", new Polygon(ring),
            [new("name_en", GeoValue.Of(en)), new("name_zh", GeoValue.Of(zh)), new("people", GeoValue.Of(people))]));
    }

    /// <summary>The border of a block of the lattice, between its columns and rows, in degrees.</summary>
    public LinearRing Ring(QuarterPlan plan, StreetGrid grid, int westColumn, int eastColumn, int southRow, int northRow, int stepsPerEdge)
    {
        var (west, east, south, north) = (grid.ColumnEdges[westColumn], grid.ColumnEdges[eastColumn], grid.RowEdges[southRow], grid.RowEdges[northRow]);
        if (plan.MirrorX) (west, east) = (1 - east, 1 - west);
        if (plan.MirrorY) (south, north) = (1 - north, 1 - south);
        (double U, double V)[] corners = [(west, south), (east, south), (east, north), (west, north)];
        var ring = new List<Coordinate>();
        for (var c = 0; c < 4; c++)
            for (var k = 0; k < stepsPerEdge; k++)
            {
                var (from, to) = (corners[c], corners[(c + 1) % 4]);
                var f = k / (double)stepsPerEdge;
                var (x, y) = city.Bend(plan.West + plan.Side * (from.U + f * (to.U - from.U)), plan.South + plan.Side * (from.V + f * (to.V - from.V)));
                var (longitude, latitude) = plane.Inverse(x - city.Width / 2, y - city.Height / 2);
                ring.Add(new(Math.Round(longitude, 7), Math.Round(latitude, 7)));
            }
        ring.Add(ring[0].Copy());
        return new([.. ring]);
    }
}

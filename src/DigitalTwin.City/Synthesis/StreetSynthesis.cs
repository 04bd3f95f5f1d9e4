using DigitalTwin.Cities.GeoJson;
using DigitalTwin.Cities.Places;
using NetTopologySuite.Geometries;

namespace DigitalTwin.Cities.Synthesis;

/// <summary>Writes the streets of quarters as GeoJSON lines: main roads with invented names, and side streets.</summary>
internal sealed class StreetSynthesis(GeoJsonWriter writer, CityPlan city, TransverseMercator plane)
{
    private int count;

    public void Add(Quarter quarter)
    {
        var grid = quarter.Grid;
        foreach (var street in grid.Streets.Concat(grid.Crossings))
        {
            List<KeyValuePair<string, GeoValue>> properties = [new("class", GeoValue.Of(street.IsMain ? "main" : "side"))];
            if (street.IsMain)
            {
                var isAvenue = grid.Column[street.A] == grid.Column[street.B];
                var (en, zh) = InventedNames.Road(quarter.Plan.Index, isAvenue ? grid.Column[street.A] : grid.Row[street.A], isAvenue);
                properties.Add(new("name_en", GeoValue.Of(en)));
                properties.Add(new("name_zh", GeoValue.Of(zh)));
            }
            writer.Write(new($"S-{++count}", new LineString([At(grid, street.A), At(grid, street.B)]), properties));
        }
    }

    private Coordinate At(StreetGrid grid, int corner)
    {
        var (longitude, latitude) = plane.Inverse(grid.X[corner] - city.Width / 2, grid.Y[corner] - city.Height / 2);
        return new(longitude, latitude);
    }
}

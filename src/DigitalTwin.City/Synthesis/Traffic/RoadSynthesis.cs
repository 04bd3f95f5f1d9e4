using DigitalTwin.Cities.GeoJson;
using DigitalTwin.Cities.Places;
using DigitalTwin.Mobility.Roads;
using NetTopologySuite.Geometries;

namespace DigitalTwin.Cities.Synthesis.Traffic;

/// <summary>Writes streets and signals of quarters, and the roads that join quarters or lead out of the city, as GeoJSON.</summary>
internal sealed class RoadSynthesis(GeoJsonWriter writer, CityPlan city, TransverseMercator plane)
{
    private int streets, signals;

    private const int LanesOut = 2;

    /// <summary>Number of the first street of the quarter that comes next; its k-th street is <c>S-</c>(first + k).</summary>
    public int Next => streets + 1;

    public void Add(Quarter quarter, QuarterRoads roads)
    {
        var (grid, first) = (quarter.Grid, Next);
        foreach (var corner in roads.Signals) writer.Write(new($"X-{++signals}", new Point(At(grid, corner)), [new("signal", new(GeoValueKind.Truth, 1, null))]));
        for (var k = 0; k < roads.Plans.Count; k++)
        {
            var plan = roads.Plans[k];
            List<KeyValuePair<string, GeoValue>> properties = [new("class", GeoValue.Of(RoadClassText.Of(plan.Class)))];
            if (plan.Street.IsMain)
            {
                var (en, zh) = InventedNames.Road(quarter.Plan.Index, roads.IsAvenue(k) ? grid.Column[plan.Street.A] : grid.Row[plan.Street.A], roads.IsAvenue(k));
                properties.Add(new("name_en", GeoValue.Of(en)));
                properties.Add(new("name_zh", GeoValue.Of(zh)));
                properties.Add(new("lanes", GeoValue.Of(plan.Class == RoadClass.Primary ? 2 : 1)));
                properties.Add(new("capacity", GeoValue.Of(plan.Class == RoadClass.Primary ? 2100 : 900)));
            }
            properties.Add(new("maxspeed", GeoValue.Of(plan.Class switch { RoadClass.Primary => 60, RoadClass.Secondary => 50, RoadClass.Tertiary => 40, _ => 30 })));
            if (plan.IsOneWay) properties.Add(new("oneway", new(GeoValueKind.Truth, 1, null)));
            if (plan.GreenForward < 1) properties.Add(new("green:forward", GeoValue.Of(plan.GreenForward)));
            if (plan.GreenBackward < 1) properties.Add(new("green:backward", GeoValue.Of(plan.GreenBackward)));
            if (plan.Banned >= 0) properties.Add(new("banned:forward", GeoValue.Json($"[\"S-{first + plan.Banned}\"]")));
            writer.Write(new($"S-{++streets}", new LineString([At(grid, plan.Street.A), At(grid, plan.Street.B)]), properties));
        }
    }

    /// <summary>A road that joins two quarters.</summary>
    public void Join(StreetGrid a, int from, StreetGrid b, int to) =>
        writer.Write(new($"S-{++streets}", new LineString([At(a, from), At(b, to)]),
            [new("class", GeoValue.Of("secondary")), new("lanes", GeoValue.Of(1)), new("maxspeed", GeoValue.Of(50))]));

    /// <summary>A road that leads out of the city to a gate; the gate's place.</summary>
    public Coordinate Out(StreetGrid grid, int from, string gate, double x, double y)
    {
        var end = At(x, y);
        writer.Write(new(gate, new Point(end), []));
        writer.Write(new($"S-{++streets}", new LineString([At(grid, from), end]),
            [new("class", GeoValue.Of("primary")), new("lanes", GeoValue.Of(LanesOut)), new("maxspeed", GeoValue.Of(60))]));
        return end;
    }

    /// <summary>A corner in degrees.</summary>
    public Coordinate At(StreetGrid grid, int corner) => At(grid.X[corner], grid.Y[corner]);

    /// <summary>A point of the plan in degrees.</summary>
    public Coordinate At(double x, double y)
    {
        var (longitude, latitude) = plane.Inverse(x - city.Width / 2, y - city.Height / 2);
        return new(longitude, latitude);
    }
}

using DigitalTwin.Buildings.Shapes;
using static DigitalTwin.Buildings.Tests.CityJson.Documents;

namespace DigitalTwin.Buildings.Tests.CityJson;

public class CityJsonGeometryTests
{
    [Fact]
    public void A_vertex_is_a_whole_number_times_the_scale_from_the_translation()
    {
        var shape = Good(Model(Building(Solid))).Shapes[0]!;
        Assert.Equal((8.0, 5.0, 7.0), (Math.Round(shape.Measures.Volume, 9), shape.Measures.Lowest, shape.Measures.Highest));
        Assert.Equal("POINT (1001 2001)", Footprints.Of(shape)!.Centroid.AsText());
    }

    [Theory]
    [InlineData("{'type':'MultiSurface','lod':'2','boundaries':[" + Faces + "]}")]
    [InlineData("{'type':'CompositeSurface','lod':2,'boundaries':[" + Faces + "]}")]
    [InlineData("{'type':'Solid','lod':'2.2','boundaries':[[" + Faces + "]]}")]
    [InlineData("{'type':'MultiSolid','lod':'2','boundaries':[[[" + Faces + "]]]}")]
    [InlineData("{'type':'CompositeSolid','lod':'2','boundaries':[[[" + Faces + "]]]}")]
    public void Every_type_of_geometry_with_surfaces_makes_the_same_cube(string geometry)
    {
        var m = Good(Model(Building(geometry))).Shapes[0]!.Measures;
        Assert.Equal((8, 4, 4, 16), (Math.Round(m.Volume, 9), Math.Round(m.Roof, 9), Math.Round(m.Ground, 9), Math.Round(m.Wall, 9)));
    }

    [Fact]
    public void A_template_is_turned_and_put_at_its_vertex()
    {
        // Turned by 90 degrees about z, twice as high, at the vertex (1002, 2000, 5).
        var templates = "'geometry-templates':{'templates':[" + Solid + "],'vertices-templates':[[0,0,0],[2,0,0],[2,1,0],[0,1,0],[0,0,2],[2,0,2],[2,1,2],[0,1,2]]},";
        var instance = "{'type':'GeometryInstance','template':0,'boundaries':[1],'transformationMatrix':[0,-1,0,0, 1,0,0,0, 0,0,2,0, 0,0,0,1]}";
        var shape = Good(Model(Building(instance), more: templates)).Shapes[0]!;
        Assert.Equal((8.0, 9.0), (Math.Round(shape.Measures.Volume, 9), shape.Measures.Highest));
        Assert.Equal("POINT (1001.5 2001)", Footprints.Of(shape)!.Centroid.AsText());
    }

    [Fact]
    public void A_cavity_takes_from_the_volume()
    {
        const string Inner = "[[8,9,10,11]],[[12,15,14,13]],[[8,12,13,9]],[[9,13,14,10]],[[10,14,15,11]],[[11,15,12,8]]";
        const string More = Vertices + "[500,500,500],[1500,500,500],[1500,1500,500],[500,1500,500],[500,500,1500],[1500,500,1500],[1500,1500,1500],[500,1500,1500]]";
        var shape = Good(Model(Building("{'type':'Solid','lod':'2','boundaries':[[" + Faces + "],[" + Inner + "]]}"), vertices: More.Replace("]][", "],[", StringComparison.Ordinal))).Shapes[0]!;
        Assert.Equal(7, shape.Measures.Volume, 9);
    }

    [Fact]
    public void Semantics_go_before_normals()
    {
        var shape = Good(Model(Building("{'type':'Solid','lod':'2','boundaries':[[" + Faces + "]],'semantics':{'surfaces':[{'type':'GroundSurface'},{'type':'RoofSurface'},{'type':'WallSurface'},{'type':'Window'}],'values':[[0,1,2,2,3,2]]}}"))).Shapes[0]!;
        Assert.Equal((12.0, 4.0), (Math.Round(shape.Measures.Wall, 9), Math.Round(shape.Measures.Opening, 9)));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[null]")]
    [InlineData("[[null,null,null,null,null,null]]")]
    public void Where_semantics_are_null_normals_tell(string values)
    {
        var m = Good(Model(Building("{'type':'Solid','lod':'2','boundaries':[[" + Faces + "]],'semantics':{'values':" + values + ",'surfaces':[]}}"))).Shapes[0]!.Measures;
        Assert.Equal((4, 4, 16), (Math.Round(m.Ground, 9), Math.Round(m.Roof, 9), Math.Round(m.Wall, 9)));
    }

    [Theory]
    [InlineData(null, "2.2")]
    [InlineData("1", "1.3")]
    [InlineData("1.2", "1.2")]
    [InlineData("2", "2.2")]
    [InlineData("3", "2.2")]
    [InlineData("0.5", "1.2")]
    public void The_level_of_detail_is_the_best_or_the_one_that_is_asked_for(string? asked, string taken)
    {
        string[] levels = ["0", "1.2", "1.3", "2.2"];
        var model = Good(Model(Building(string.Join(',', levels.Select(l => Solid.Replace("'2'", $"'{l}'", StringComparison.Ordinal))))), new() { Lod = asked });
        Assert.Equal(taken, model.Shapes[0]!.Lod);
        Assert.Equal(8, model.Buildings[0].Volume!.Value, 9);
    }

    [Fact]
    public void An_outline_with_a_height_is_drawn_up()
    {
        var outline = "{'type':'MultiSurface','lod':'0','boundaries':[[[0,1,2,3]]]}";
        var drawn = Good(Model(Building(outline, "'measuredHeight':6")));
        Assert.Equal(24, drawn.Buildings[0].Volume!.Value, 9);
        var flat = Good(Model(Building(outline)));
        Assert.Equal((4.0, 1), (flat.Buildings[0].Footprint!.Value.Area, flat.Counts.WithoutGeometry));
    }

    [Fact]
    public void Degrees_become_metres_and_the_footprint_stays_in_degrees()
    {
        var vertices = "[[0,0,0],[0,1000,0],[1000,1000,0],[1000,0,0],[0,0,20000],[0,1000,20000],[1000,1000,20000],[1000,0,20000]]";
        var text = Model(Building(Solid), vertices: vertices, more: "'metadata':{'referenceSystem':'https://www.opengis.net/def/crs/EPSG/0/4979'},")
            .Replace("[0.001,0.001,0.001],'translate':[1000,2000,5]", "[1e-6,1e-6,0.001],'translate':[30.5,114.4,20]", StringComparison.Ordinal);
        var model = Good(text);
        // A thousandth of a degree at 30.5 N: 110.86 m north, 95.98 m east on WGS 84.
        Assert.Equal(110.86 * 95.98, model.Shapes[0]!.Measures.Ground, 5.0);
        Assert.Equal((114.4005, 30.5005), (Math.Round(model.Buildings[0].Longitude!.Value, 9), Math.Round(model.Buildings[0].Latitude!.Value, 9)));
        Assert.Equal("EPSG:4326", model.Buildings[0].Crs);
    }
}

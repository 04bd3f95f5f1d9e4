using DigitalTwin.Numerics.Diagnostics;
using static DigitalTwin.Buildings.Tests.CityJson.Documents;

namespace DigitalTwin.Buildings.Tests.CityJson;

public class CityJsonMistakeTests
{
    [Theory]
    [InlineData("", "empty")]
    [InlineData("[1]", "does not begin with a JSON object")]
    [InlineData("{'type':'CityJSON'", "cut off")]
    [InlineData("{'type':'CityJSON',,}", "not JSON")]
    [InlineData("{'type':'FeatureCollection'}", "'FeatureCollection'; 'CityJSON' is expected")]
    [InlineData("{'type':'CityJSONFeature'}", "first line of a CityJSONSeq")]
    [InlineData("{'type':'CityJSON','version':'1.0'}", "'vertices' is missing")]
    [InlineData("{'type':'CityJSON','version':'1.0','vertices':[]}", "'CityObjects' is missing")]
    [InlineData("{'type':'CityJSON','CityObjects':{},'vertices':[]}", "'version' is missing")]
    [InlineData("{'type':'CityJSON','version':'2.0','CityObjects':{},'vertices':[]}", "'transform' is missing")]
    [InlineData("{'type':'CityJSON','version':'2.0','transform':{'scale':[1,1]},'CityObjects':{},'vertices':[]}", "'transform' is not understood")]
    [InlineData("{'type':'CityJSON','version':'3.0','transform':{'scale':[1,1,1],'translate':[0,0,0]},'CityObjects':{},'vertices':[]}", "version is '3.0'")]
    public void A_document_that_is_none_says_why(string text, string expected) => Assert.Contains(Read(text).Problems, p => p.Sentence.Contains(expected, StringComparison.Ordinal));

    [Theory]
    [InlineData("{'type':'Solid','lod':'2','boundaries':[[[[0,3,2,99]]," + Faces + "]]}", "the vertex 99 does not exist; there are 8")]
    [InlineData("{'type':'Solid','lod':'2','boundaries':[[[[0,3,2,-1]]," + Faces + "]]}", "the vertex -1 does not exist")]
    [InlineData("{'type':'Solid','lod':'2','boundaries':[[[[0,3,2,1.5]]," + Faces + "]]}", "the vertex 1.5 does not exist")]
    [InlineData(Solid + ",{'type':'Sollid','lod':'2','boundaries':[]}", "Did you mean 'Solid'?")]
    [InlineData("{'type':'Solid','lod':'2','boundaries':[[" + Faces + "]],'semantics':{'surfaces':[{'type':'RoofSurfac'}],'values':[[0,0,0,0,0,0]]}}", "Did you mean 'RoofSurface'?")]
    [InlineData("{'type':'Solid','lod':'2','boundaries':[[" + Faces + "]],'semantics':{'surfaces':[{'type':'RoofSurface'}],'values':[[['a']]]}}", "not nested like its boundaries")]
    [InlineData("{'type':'Solid','lod':'two','boundaries':[[" + Faces + "]]}", "level of detail 'two'")]
    public void A_mistake_in_a_geometry_is_said_and_the_rest_of_it_is_read(string geometry, string expected)
    {
        var (model, problems) = Read(Model(Building(geometry)));
        Assert.Contains(expected, Assert.Single(problems).Sentence, StringComparison.Ordinal);
        Assert.Equal(8, model.Buildings[0].Volume!.Value, 9);
    }

    [Theory]
    [InlineData("{'type':'Solid','lod':'2','boundaries':[" + Faces + "]}", "not nested as a Solid is")]
    [InlineData("{'type':'MultiSurface','lod':'2','boundaries':[[" + Faces + "]]}", "not nested as a MultiSurface is")]
    [InlineData("{'type':'Solid','lod':'2','boundaries':7}", "not nested as a Solid is")]
    [InlineData("{'type':'Solid','lod':'2'}", "has no 'boundaries'")]
    [InlineData("{'type':'Solid','lod':'2','boundaries':[]}", "902 EmptyPrimitive")]
    [InlineData("{'type':'GeometryInstance','template':4,'boundaries':[0]}", "template 4; there are 0")]
    public void A_geometry_that_is_none_is_left_out_and_the_building_stays(string geometry, string expected)
    {
        var (model, problems) = Read(Model(Building(geometry, "'measuredHeight':9") + "," + Building(Solid, id: "c")));
        Assert.Contains(expected, string.Join('\n', problems), StringComparison.Ordinal);
        Assert.Equal(["b", "c"], model.Buildings.Select(b => b.Id));
        Assert.Equal((1, 9.0), (model.Counts.WithoutGeometry, model.Buildings[0].Height!.Value));
    }

    [Theory]
    [InlineData("[2000,0]")]
    [InlineData("[2000,0,null]")]
    [InlineData("['2000',0,0]")]
    [InlineData("{'x':1}")]
    [InlineData("[1e999,0,0]")]
    public void A_vertex_that_is_not_three_numbers_takes_its_surfaces_with_it(string vertex)
    {
        var (model, problems) = Read(Model(Building(Solid), vertices: Vertices.Replace("[2000,0,0]", vertex, StringComparison.Ordinal)));
        Assert.Contains(problems, p => p.Severity == Severity.Error && p.Sentence.StartsWith("vertices[1] is not", StringComparison.Ordinal));
        Assert.Contains(problems, p => p.Sentence.Contains("302 ShellNotClosed", StringComparison.Ordinal));
        Assert.Equal(3, model.Shapes[0]!.FaceCount);
    }

    [Fact]
    public void Objects_of_one_id_are_said_and_the_first_is_kept()
    {
        var (model, problems) = Read(Model(Building(Solid, "'name':'first'") + "," + Building(Solid, "'name':'second'")));
        Assert.Contains("occurs twice", Assert.Single(problems).Sentence, StringComparison.Ordinal);
        Assert.Equal("first", Assert.Single(model.Buildings).Name!.Value);
    }

    [Fact]
    public void Parts_that_belong_to_each_other_end()
    {
        var (model, problems) = Read(Model($"'p':{{'type':'BuildingPart','parents':['q'],'children':['q'],'geometry':[{Solid}]}},'q':{{'type':'BuildingPart','parents':['p'],'children':['p'],'geometry':[{Solid}]}}"));
        Assert.Contains(problems, p => p.Sentence.Contains("belongs to itself", StringComparison.Ordinal));
        Assert.Single(model.Buildings);
    }

    [Fact]
    public void Children_and_parents_that_do_not_exist_are_named_with_their_nearest()
    {
        var (_, problems) = Read(Model($"{Building("", more: "'children':['part-11'],")},'part-1':{{'type':'BuildingPart','parents':['z9z9z'],'geometry':[{Solid}]}}"));
        Assert.Contains(problems, p => p.Sentence.Contains("'part-11', which does not exist. Did you mean 'part-1'?", StringComparison.Ordinal));
        Assert.Contains(problems, p => p.Sentence.Contains("'z9z9z', which does not exist", StringComparison.Ordinal));
        Assert.Contains(problems, p => p.Sentence.Contains("belongs to no building; it is read as one", StringComparison.Ordinal));
    }

    [Fact]
    public void A_mistake_has_the_line_and_column_at_which_it_stands()
    {
        var text = Model(Building(Solid)).Replace("'vertices':[", "\n\n  'vertices':['é',", StringComparison.Ordinal);
        var problem = Read(text).Problems.First(p => p.Severity == Severity.Error);
        Assert.Equal((3, 15), (problem.Line, problem.Column));
        Assert.StartsWith("town.city.json:3:15: error: vertices[0]", problem.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_is_a_sentence()
    {
        var problems = new ProblemList();
        Assert.Empty(Buildings.CityJson.CityJsonReader.Read("nowhere/at.json", null, problems).Buildings);
        Assert.Contains("cannot be read", Assert.Single(problems).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Reading_can_be_cancelled()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        var text = System.Text.Encoding.UTF8.GetBytes(Model(Building(Solid)).Replace('\'', '"'));
        Assert.Throws<OperationCanceledException>(() => Buildings.CityJson.CityJsonReader.Read(text, "x", null, new(), cancelled.Token));
    }
}

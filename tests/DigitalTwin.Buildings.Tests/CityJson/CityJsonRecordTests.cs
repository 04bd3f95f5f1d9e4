using static DigitalTwin.Buildings.Tests.CityJson.Documents;

namespace DigitalTwin.Buildings.Tests.CityJson;

public class CityJsonRecordTests
{
    [Theory]
    [InlineData("'function':'1000'", BuildingUse.Residential)]
    [InlineData("'class':'1100'", BuildingUse.School)]
    [InlineData("'function':['2310']", BuildingUse.Hospital)]
    [InlineData("'usage':'31001_2020'", BuildingUse.Office)]
    [InlineData("'gebruiksdoel':'woonfunctie,winkelfunctie'", BuildingUse.Residential)]
    [InlineData("'class':'1000','usage':'1210'", BuildingUse.Hotel)]
    [InlineData("'function':'商业'", BuildingUse.Retail)]
    public void Codes_and_words_say_what_a_building_is_for(string attributes, BuildingUse use) =>
        Assert.Equal(use, Good(Model(Building(Solid, attributes))).Buildings[0].Use!.Value);

    [Theory]
    [InlineData("'yearOfConstruction':1985")]
    [InlineData("'yearOfConstruction':'1985'")]
    [InlineData("'oorspronkelijkbouwjaar':1985")]
    [InlineData("'oorspronkelijk_bouwjaar':1985")]
    [InlineData("'bouwjaar':'1985'")]
    [InlineData("'dateOfConstruction':'1985-06-01'")]
    public void The_year_has_many_names(string attributes) => Assert.Equal(1985, Good(Model(Building(Solid, attributes))).Buildings[0].Year!.Value);

    [Theory]
    [InlineData("'measuredHeight':7.5", 7.5)]
    [InlineData("'b3_h_dak_70p':12.5,'b3_h_dak_max':14,'b3_h_maaiveld':5", 7.5)]
    [InlineData("'roofheight':8.5,'baseheight':1", 7.5)]
    [InlineData("'RelativeRidgeHeight':7.5", 7.5)]
    [InlineData("", 2)]
    public void A_stated_height_goes_before_the_geometrys(string attributes, double height) =>
        Assert.Equal(height, Good(Model(Building(Solid, attributes))).Buildings[0].Height!.Value, 9);

    [Fact]
    public void What_no_value_holds_is_kept_and_counted()
    {
        var model = Good(Model(Building(Solid, "'roofType':'1000','measures':{'a':[1]},'nothing':null")));
        Assert.Equal(["""{"a":[1]}""", "1000"], model.Buildings[0].Others.OrderBy(o => o.Key).Select(o => o.Value.Value));
        Assert.Equal(["roofType", "measures"], model.Counts.AttributesNotUnderstood.Select(a => a.Key));
    }

    [Fact]
    public void Values_that_cannot_be_are_said_and_not_used()
    {
        var (model, problems) = Read(Model(Building(Solid, "'storeysAboveGround':-1,'yearOfConstruction':9999,'measuredHeight':'tall'")));
        Assert.Equal(["storeysAboveGround", "yearOfConstruction", "measuredHeight"], problems.Select(p => p.Sentence.Split("attribute ")[1].Split(' ')[0]));
        Assert.All(problems, p => Assert.Contains("is accepted", p.Sentence, StringComparison.Ordinal));
        Assert.Equal((null, null, 2.0), (model.Buildings[0].Storeys, model.Buildings[0].Year, model.Buildings[0].Height!.Value));
    }

    [Theory]
    [InlineData("https://www.opengis.net/def/crs/EPSG/0/7415", "EPSG:28992")]
    [InlineData("http://www.opengis.net/def/crs/EPSG/6.12/3068", "EPSG:3068")]
    [InlineData("urn:ogc:def:crs:EPSG::25832", "EPSG:25832")]
    [InlineData("urn:ogc:def:crs,crs:EPSG:6.12:3068,crs:EPSG:6.12:5783", "EPSG:3068")]
    [InlineData("EPSG:4547", "EPSG:4547")]
    public void A_coordinate_system_has_many_spellings(string written, string name) =>
        Assert.Equal(name, Good(Model(Building(Solid), more: $"'metadata':{{'referenceSystem':'{written}'}},")).Crs);

    [Fact]
    public void An_address_is_its_words()
    {
        var model = Good(Model(Building(Solid, more: "'address':[{'Country':'Canada','Locality':'Chibougamau','ThoroughfareNumber':'1','location':{'type':'MultiPoint'}}],")));
        Assert.Equal("Canada, Chibougamau, 1", model.Buildings[0].Address!.Value);
    }

    [Fact]
    public void Parts_belong_to_their_building_and_do_not_count_twice()
    {
        string Part(string id) => $"'{id}':{{'type':'BuildingPart','parents':['b'],'geometry':[{Solid}]}}";
        var once = Good(Model($"{Part("p")},'b':{{'type':'Building','children':['p']}}"));
        Assert.Equal((1, 1, 8.0), (once.Counts.Buildings, once.Counts.Parts, Math.Round(once.Buildings[0].Volume!.Value, 9)));
        // The building says again what its part says.
        var again = Good(Model($"'b':{{'type':'Building','children':['p'],'geometry':[{Solid}]}},{Part("p")}"));
        Assert.Equal(8, again.Buildings[0].Volume!.Value, 9);
        Assert.Equal(["p"], again.Shapes[0]!.Parts);
    }

    [Fact]
    public void What_is_no_building_is_counted_by_its_type()
    {
        var model = Good(Model($"{Building(Solid)},'r':{{'type':'Road'}},'s':{{'type':'Road'}},'g':{{'type':'+Noise'}}"));
        Assert.Equal((4, 1), (model.Counts.Objects, model.Counts.Buildings));
        Assert.Equal([new("Road", 2), new("+Noise", 1)], model.Counts.Ignored);
        Assert.Contains("2 Road", model.Counts.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_sequence_has_a_header_and_features_with_vertices_of_their_own()
    {
        var feature = "{'type':'CityJSONFeature','id':'ID','CityObjects':{" + Building(Solid).Replace("'b'", "'ID'", StringComparison.Ordinal) + "},'vertices':" + Vertices + "}";
        var text = Model("", vertices: "[]") + "\n" + feature.Replace("ID", "one", StringComparison.Ordinal) + "\r\n\n" + feature.Replace("ID", "two", StringComparison.Ordinal);
        var model = Good(text);
        Assert.Equal(("CityJSONSeq 2.0", 16.0), (model.Format, model.Buildings.Sum(b => b.Volume!.Value)));
        // A line that is broken costs its own building only.
        var (rest, problems) = Read(text.Replace("'one':{", "'one':", StringComparison.Ordinal));
        Assert.Equal("two", Assert.Single(rest.Buildings).Id);
        Assert.Equal(2, Assert.Single(problems).Line);
    }
}

using System.Text;
using DigitalTwin.Buildings.CityGml;
using DigitalTwin.Buildings.CityModels;
using DigitalTwin.Buildings.Envelope;
using DigitalTwin.Buildings.Shapes.Validity;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Randomness;

namespace DigitalTwin.Buildings.Tests.CityGml;

public class CityGmlTests
{
    private static readonly string[] Faces = ["0 0 0 0 2 0 2 2 0 2 0 0 0 0 0", "0 0 2 2 0 2 2 2 2 0 2 2 0 0 2", "0 0 0 2 0 0 2 0 2 0 0 2 0 0 0", "2 0 0 2 2 0 2 2 2 2 0 2 2 0 0", "2 2 0 0 2 0 0 2 2 2 2 2 2 2 0", "0 2 0 0 0 0 0 0 2 0 2 2 0 2 0"];

    private static readonly string[] Kinds = ["Ground", "Roof", "Wall", "Wall", "Wall", "Wall"];

    [Fact]
    public void A_solid_points_at_its_thematic_surfaces_and_is_the_cube_that_they_bound()
    {
        var model = Good(File("<bldg:measuredHeight uom='m'>2</bldg:measuredHeight><bldg:function>1000</bldg:function><bldg:yearOfConstruction>1990</bldg:yearOfConstruction>" + Thematic() + Links()));
        var m = model.Shapes[0]!.Measures;
        Assert.Equal((8, 4, 4, 16), (Math.Round(m.Volume, 9), m.Ground, m.Roof, m.Wall));
        Assert.Equal((BuildingUse.Residential, 1990, "EPSG:25832", "CityGML 2.0"), (model.Buildings[0].Use!.Value, model.Buildings[0].Year!.Value, model.Crs, model.Format));
    }

    [Fact]
    public void Surfaces_without_a_solid_that_close_have_a_volume_too() => Assert.Equal(8, Good(File(Thematic())).Buildings[0].Volume!.Value, 9);

    [Fact]
    public void CityGML_3_says_boundary_and_height_in_its_own_way()
    {
        var text = File("<con:height><con:Height><con:value uom='m'>2.5</con:value></con:Height></con:height>" + Thematic() + Links())
            .Replace("bldg:boundedBy", "core:boundary", StringComparison.Ordinal).Replace("<bldg:lod2", "<core:lod2", StringComparison.Ordinal).Replace("</bldg:lod2", "</core:lod2", StringComparison.Ordinal)
            .Replace("citygml/2.0", "citygml/3.0", StringComparison.Ordinal).Replace("citygml/building/2.0", "citygml/building/3.0", StringComparison.Ordinal);
        var model = Good(text);
        Assert.Equal(("CityGML 3.0", 2.5, 8.0), (model.Format, model.Buildings[0].Height!.Value, Math.Round(model.Buildings[0].Volume!.Value, 9)));
    }

    [Fact]
    public void A_window_in_a_wall_is_a_window()
    {
        var wall = "<bldg:boundedBy><bldg:WallSurface><bldg:lod3MultiSurface>" + Multi(Polygon("w", "0 0 0 4 0 0 4 0 3 0 0 3 0 0 0", "1 0 1 1 0 2 2 0 2 2 0 1 1 0 1")) + "</bldg:lod3MultiSurface>"
            + "<bldg:opening><bldg:Window><bldg:lod3MultiSurface>" + Multi(Polygon("o", "1 0 1 2 0 1 2 0 2 1 0 2 1 0 1")) + "</bldg:lod3MultiSurface></bldg:Window></bldg:opening></bldg:WallSurface></bldg:boundedBy>";
        var surfaces = Good(File(wall)).Buildings[0].Surfaces;
        Assert.Equal(11, Assert.Single(surfaces, s => s.Kind == SurfaceKind.Wall).Area, 9);
        Assert.Equal(1, Assert.Single(surfaces, s => s.Kind is null).Area, 9);
    }

    [Fact]
    public void Parts_of_a_building_are_one_building()
    {
        var part = "<bldg:consistsOfBuildingPart><bldg:BuildingPart gml:id='p'>" + Thematic() + Links() + "</bldg:BuildingPart></bldg:consistsOfBuildingPart>";
        var model = Good(File(part));
        Assert.Equal((1, 1, 8.0), (model.Counts.Buildings, model.Counts.Parts, Math.Round(model.Buildings[0].Volume!.Value, 9)));
        Assert.Equal(["p"], model.Shapes[0]!.Parts);
    }

    [Fact]
    public void Generic_attributes_and_an_address_are_read()
    {
        var model = Good(File("<gen:stringAttribute name='owner'><gen:value>city</gen:value></gen:stringAttribute><bldg:address><core:Address><core:xalAddress><xAL:AddressDetails xmlns:xAL='urn:oasis:names:tc:ciq:xsdschema:xAL:2.0'><xAL:ThoroughfareNumber>77</xAL:ThoroughfareNumber><xAL:ThoroughfareName>Guanggu Dadao</xAL:ThoroughfareName></xAL:AddressDetails></core:xalAddress></core:Address></bldg:address>" + Thematic()));
        Assert.Equal(("city", "77, Guanggu Dadao"), (model.Buildings[0].Others["owner"].Value, model.Buildings[0].Address!.Value));
    }

    [Fact]
    public void A_ring_that_is_not_closed_is_closed_and_said_103()
    {
        var (model, problems) = Read(File(Thematic().Replace(Faces[1], "0 0 2 2 0 2 2 2 2 0 2 2", StringComparison.Ordinal)));
        Assert.Equal(ValidityCode.RingNotClosed, Assert.Single(model.Findings).Code);
        Assert.Equal((8.0, 4), (Math.Round(model.Buildings[0].Volume!.Value, 9), Assert.Single(problems).Line));
    }

    [Theory]
    [InlineData("0 0 2 2 0 2 2 2 x 0 2 2 0 0 2", "'x' is not a finite number")]
    [InlineData("0 0 2 2 0 2 2 2 NaN 0 2 2 0 0 2", "'NaN' is not a finite number")]
    [InlineData("0 0 2 2 0 2 2 2 0 2 2 0 0 2", "not a multiple of three")]
    [InlineData("", "count of its numbers|no points")]
    public void A_ring_that_is_not_understood_is_left_out_with_its_line(string points, string expected)
    {
        var (model, problems) = Read(File("\n\n" + Thematic().Replace(Faces[1], points, StringComparison.Ordinal)));
        var problem = Assert.Single(problems, p => p.Severity == Severity.Error);
        Assert.Contains(expected.Split('|'), e => problem.Sentence.Contains(e, StringComparison.Ordinal));
        Assert.Equal((6, 5), (problem.Line, model.Shapes[0]!.FaceCount));
    }

    [Fact]
    public void A_link_to_nowhere_is_said() => Assert.Contains(Read(File(Links())).Problems, p => p.Sentence.Contains("'#f0' leads nowhere", StringComparison.Ordinal));

    [Fact]
    public void Links_in_a_circle_end() =>
        Assert.Contains(Read(File("<bldg:lod2MultiSurface><gml:MultiSurface gml:id='m'><gml:surfaceMember xlink:href='#m'/></gml:MultiSurface></bldg:lod2MultiSurface>")).Problems, p => p.Sentence.Contains("circle", StringComparison.Ordinal));

    [Theory]
    [InlineData("<a/>", "CityModel is expected")]
    [InlineData("<CityModel>", "not XML")]
    [InlineData("<!DOCTYPE a [<!ENTITY b 'c'>]><a/>", "not XML")]
    [InlineData("", "not XML")]
    public void What_is_no_CityGML_says_so(string text, string expected) => Assert.Contains(expected, Assert.Single(Read(text).Problems).Sentence, StringComparison.Ordinal);

    [Fact]
    public void No_damage_makes_the_reader_throw()
    {
        var seed = Encoding.UTF8.GetBytes(File(Thematic() + Links()));
        var random = new KeyedRandom(1);
        for (ulong trial = 0; trial < 3_000; trial++)
        {
            var bytes = (byte[])seed.Clone();
            for (ulong k = 0; k < 1 + trial % 3; k++) bytes[random.Below(bytes.Length, trial, 2 * k)] = (byte)"<>/ \"'#-9xN&"[random.Below(12, trial, 2 * k + 1)];
            using var stream = new MemoryStream(bytes);
            var model = CityGmlReader.Read(stream, "fuzz", null, new());
            Assert.All(model.Buildings, b => Assert.All(b.Surfaces, s => Assert.True(double.IsFinite(s.Area))));
        }
    }

    private static string File(string building) =>
        "<core:CityModel xmlns:core='http://www.opengis.net/citygml/2.0' xmlns:bldg='http://www.opengis.net/citygml/building/2.0' xmlns:con='http://www.opengis.net/citygml/construction/3.0' xmlns:gen='http://www.opengis.net/citygml/generics/2.0' xmlns:gml='http://www.opengis.net/gml' xmlns:xlink='http://www.w3.org/1999/xlink'>\n"
        + "<gml:boundedBy><gml:Envelope srsName='urn:ogc:def:crs:EPSG::25832'><gml:lowerCorner>0 0 0</gml:lowerCorner></gml:Envelope></gml:boundedBy>\n"
        + "<core:cityObjectMember>\n<bldg:Building gml:id='b'>" + building + "</bldg:Building></core:cityObjectMember><core:appearanceMember><x/></core:appearanceMember></core:CityModel>";

    private static string Thematic() => string.Concat(Faces.Select((f, i) => $"<bldg:boundedBy><bldg:{Kinds[i]}Surface><bldg:lod2MultiSurface>{Multi(Polygon($"f{i}", f))}</bldg:lod2MultiSurface></bldg:{Kinds[i]}Surface></bldg:boundedBy>"));

    private static string Links() => "<bldg:lod2Solid><gml:Solid><gml:exterior><gml:CompositeSurface>" + string.Concat(Faces.Select((_, i) => $"<gml:surfaceMember xlink:href='#f{i}'/>")) + "</gml:CompositeSurface></gml:exterior></gml:Solid></bldg:lod2Solid>";

    private static string Multi(string polygon) => $"<gml:MultiSurface><gml:surfaceMember>{polygon}</gml:surfaceMember></gml:MultiSurface>";

    private static string Polygon(string id, string points, string? hole = null) =>
        $"<gml:Polygon gml:id='{id}'><gml:exterior><gml:LinearRing><gml:posList>{points}</gml:posList></gml:LinearRing></gml:exterior>{(hole is null ? "" : $"<gml:interior><gml:LinearRing><gml:posList>{hole}</gml:posList></gml:LinearRing></gml:interior>")}</gml:Polygon>";

    private static (CityModel Model, ProblemList Problems) Read(string text)
    {
        var problems = new ProblemList();
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return (CityGmlReader.Read(stream, "town.gml", null, problems), problems);
    }

    private static CityModel Good(string text)
    {
        var (model, problems) = Read(text);
        Assert.Empty(problems);
        return model;
    }
}

using System.Text;
using DigitalTwin.Buildings.Ifc;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Randomness;

namespace DigitalTwin.Buildings.Tests.Ifc;

public class RobustnessTests
{
    [Fact]
    public void A_placement_in_itself_is_cut_with_a_sentence()
    {
        var frame = SmallIfc.Frame.Replace("#9=IFCLOCALPLACEMENT($,#6);", "#9=IFCLOCALPLACEMENT(#13,#6);", StringComparison.Ordinal);
        using var model = SmallIfc.Read(SmallIfc.File("IFC2X3", frame, SmallIfc.Wall), out var problems)!;
        Assert.Contains(problems, p => p.Sentence.Contains("the chain is cut", StringComparison.Ordinal));
        Assert.Contains(model.Quality.Findings, f => f.Code == "cycles");
        Assert.NotNull(model.Of(IfcElementKind.Wall).Single().Extent);
    }

    [Fact]
    public void A_storey_that_contains_its_building_is_left_where_it_was()
    {
        using var model = SmallIfc.Read(SmallIfc.File("IFC2X3", SmallIfc.Frame, "#60=IFCRELAGGREGATES('0000000000000000000060',$,$,$,#14,(#10));"), out var problems)!;
        Assert.Contains(problems, p => p.Sentence.Contains("is a part of it", StringComparison.Ordinal));
        Assert.Equal("Site", model.Roots.Single().Name);
        Assert.Single(model.Roots.Single().Tree().OfType<IfcStorey>());
    }

    [Fact]
    public void References_to_nothing_are_said_and_the_rest_is_kept()
    {
        using var model = SmallIfc.Read(SmallIfc.File("IFC2X3", SmallIfc.Frame, SmallIfc.Wall,
            "#60=IFCRELCONTAINEDINSPATIALSTRUCTURE('0000000000000000000060',$,$,$,(#999),#14);",
            "#61=IFCRELDEFINESBYPROPERTIES('0000000000000000000061',$,$,$,(#38),#998);",
            "#62=IFCRELVOIDSELEMENT('0000000000000000000062',$,$,$,#38,#8);"), out var problems)!;
        Assert.Equal(3, model.Quality.BrokenReferences);
        Assert.Contains(problems, p => p.Sentence.Contains("#999, a record that the file does not have", StringComparison.Ordinal));
        Assert.Single(model.Storeys.Single().Elements);
    }

    [Fact]
    public void Records_with_too_few_values_are_read_as_far_as_they_go()
    {
        using var model = SmallIfc.Read(SmallIfc.File("IFC2X3", SmallIfc.Frame, "#60=IFCWINDOW('0000000000000000000060',$,'Short');"), out var problems)!;
        Assert.Contains("has 3 values; the schema has 10", problems.Single().Sentence, StringComparison.Ordinal);
        Assert.Equal("Short", model.Of(IfcElementKind.Window).Single().Name);
        Assert.Null(model.Of(IfcElementKind.Window).Single().OverallHeight);
    }

    [Fact]
    public void Duplicate_identities_are_listed_once_each_and_names_of_22_letters_are_none()
    {
        using var model = SmallIfc.Read("IFC2X3", SmallIfc.Frame, SmallIfc.Wall.Replace("'0000000000000000000038'", "'0000000000000000000012'", StringComparison.Ordinal),
            "#60=IFCPROPERTYSINGLEVALUE('0000000000000000000012',$,IFCLABEL('x'),$);");
        var (globalId, records) = model.Quality.DuplicateGlobalIds.Single();
        Assert.Equal("0000000000000000000012", globalId);
        Assert.Equal(2, records.Count);
    }

    [Fact]
    public void An_element_of_an_unknown_entity_is_kept_as_a_plain_one()
    {
        using var model = SmallIfc.Read("IFC4", SmallIfc.Frame, "#60=IFCSPACESHIP('0000000000000000000060',$,'X-wing',$,$,$,$,$);", "#61=IFCRELCONTAINEDINSPATIALSTRUCTURE('0000000000000000000061',$,$,$,(#60),#14);");
        Assert.Equal("X-wing", model.Storeys.Single().Elements.Single().Name);
        Assert.Contains(model.Quality.Findings, f => f.Code == "unknown-entities");
    }

    [Fact]
    public void Texts_of_a_wrong_code_page_stay_texts()
    {
        var frame = SmallIfc.Frame.Replace("'House'", @"'\X\96\X\7B\S\-'", StringComparison.Ordinal);
        using var model = SmallIfc.Read("IFC2X3", frame);
        Assert.NotEmpty(model.Buildings.Single().Name!);
    }

    [Fact]
    public void Mutated_files_never_throw()
    {
        var healthy = Encoding.ASCII.GetBytes(SmallIfc.File("IFC2X3", SmallIfc.Frame, SmallIfc.Wall, """
            #60=IFCSPACE('0000000000000000000060',$,'1',$,$,#37,#36,'Room',.ELEMENT.,.INTERNAL.,$);
            #61=IFCRELAGGREGATES('0000000000000000000061',$,$,$,#14,(#60));
            #62=IFCPLANE(#6);
            #63=IFCPOLYLINE((#5,#30,#5));
            #64=IFCCURVEBOUNDEDPLANE(#62,#63,());
            #65=IFCCONNECTIONSURFACEGEOMETRY(#64,$);
            #66=IFCRELSPACEBOUNDARY('0000000000000000000066',$,'2ndLevel',$,#60,#38,#65,.PHYSICAL.,.EXTERNAL.);
            #67=IFCWINDOW('0000000000000000000067',$,'W',$,$,#37,#36,$,1.2,1.);
            #68=IFCOPENINGELEMENT('0000000000000000000068',$,$,$,$,#37,#36,$);
            #69=IFCRELVOIDSELEMENT('0000000000000000000069',$,$,$,#38,#68);
            #70=IFCRELFILLSELEMENT('0000000000000000000070',$,$,$,#68,#67);
            #71=IFCMATERIAL('Brick');
            #72=IFCMATERIALLAYER(#71,0.3,$);
            #73=IFCMATERIALLAYERSET((#72),'W');
            #74=IFCMATERIALLAYERSETUSAGE(#73,.AXIS2.,.POSITIVE.,0.);
            #75=IFCRELASSOCIATESMATERIAL('0000000000000000000075',$,$,$,(#38),#74);
            #76=IFCTASK('0000000000000000000076',$,'T',$,$,'1',$,$,.F.,$);
            #77=IFCRELASSIGNSTOPROCESS('0000000000000000000077',$,$,$,(#38),$,#76,$);
            #78=IFCRELSEQUENCE('0000000000000000000078',$,$,$,#76,#76,2.,.START_START.);
            #79=IFCQUANTITYAREA('NetFloorArea',$,$,12.);
            #80=IFCELEMENTQUANTITY('0000000000000000000080',$,'BaseQuantities',$,$,(#79));
            #81=IFCRELDEFINESBYPROPERTIES('0000000000000000000081',$,$,$,(#60),#80);
            #82=IFCSLAB('0000000000000000000082',$,'S',$,$,#37,#36,$,.ROOF.);
            #83=IFCRELCONTAINEDINSPATIALSTRUCTURE('0000000000000000000083',$,$,$,(#82),#14);
            """));
        const string alphabet = "#0123456789()',.$*-=;IFC/E\\ ";
        for (var round = 0; round < 400; round++)
        {
            var (random, counter) = (new KeyedRandom((ulong)round), 0UL);
            int Draw(int bound) => random.Below(bound, KeyedRandom.Stream("ifc-mutation"), counter++);
            var bytes = healthy.ToList();
            var edits = 1 + Draw(6);
            for (var i = 0; i < edits; i++)
            {
                var at = 250 + Draw(bytes.Count - 260);
                switch (Draw(4))
                {
                    case 0: bytes[at] = (byte)alphabet[Draw(alphabet.Length)]; break;
                    case 1: bytes.RemoveRange(at, Math.Min(1 + Draw(30), bytes.Count - at)); break;
                    case 2: bytes.Insert(at, (byte)alphabet[Draw(alphabet.Length)]); break;
                    default:
                        // Another number in a reference: a thing of the wrong kind, or a circle.
                        var hash = bytes.IndexOf((byte)'#', at);
                        if (hash > 0 && hash + 2 < bytes.Count) bytes[hash + 1] = (byte)('1' + Draw(8));
                        break;
                }
            }
            Use([.. bytes]);
        }
    }

    private static void Use(byte[] bytes)
    {
        var problems = new ProblemList();
        using var model = IfcModel.Read(bytes, "mutated.ifc", problems);
        if (model is null) return;
        Assert.All(model.ToRecords(), r => Assert.All(r.Surfaces, s => Assert.True(s.Area > 0)));
        Assert.NotNull(model.Quality.Findings);
        foreach (var boundary in model.Spaces.SelectMany(s => s.Boundaries)) Assert.False(boundary.Area < 0);
    }
}

using System.Text;
using DigitalTwin.Buildings.Ifc;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Randomness;

namespace DigitalTwin.Verification.Buildings.IfcSampleModels;

/// <summary>Models with bytes, references, values and whole records changed by chance, read to the last shape and finding: what is damaged is left out, and nothing throws or hangs.</summary>
internal static class DamagedModels
{
    private const string Letters = "#0123456789()',.$*-=;IFC/E\\ ";

    /// <summary>A small house of our own; where the shared data are, buildingSMART's scheduling sample takes turns with it.</summary>
    private static readonly Lazy<byte[][]> Healthy = new(() =>
        SharedData.Folder is null ? [Encoding.ASCII.GetBytes(House)] : [Encoding.ASCII.GetBytes(House), File.ReadAllBytes(SharedData.Path("bim", "construction-scheduling-task.ifc"))]);

    private const string House = """
        ISO-10303-21;
        HEADER;
        FILE_DESCRIPTION((''),'2;1');
        FILE_NAME('','',(''),(''),'','','');
        FILE_SCHEMA(('IFC4'));
        ENDSEC;
        DATA;
        #1=IFCSIUNIT(*,.LENGTHUNIT.,.MILLI.,.METRE.);
        #2=IFCUNITASSIGNMENT((#1));
        #3=IFCCARTESIANPOINT((0.,0.,0.));
        #4=IFCAXIS2PLACEMENT3D(#3,$,$);
        #5=IFCGEOMETRICREPRESENTATIONCONTEXT($,'Model',3,1.E-5,#4,$);
        #6=IFCPROJECT('0000000000000000000006',$,'P',$,$,$,$,(#5),#2);
        #7=IFCLOCALPLACEMENT($,#4);
        #8=IFCSITE('0000000000000000000008',$,'S',$,$,#7,$,$,.ELEMENT.,(30,30,0),(114,24,0),20.,$,$);
        #9=IFCBUILDING('0000000000000000000009',$,'B',$,$,#7,$,$,.ELEMENT.,$,$,$);
        #10=IFCBUILDINGSTOREY('0000000000000000000010',$,'G',$,$,#7,$,$,.ELEMENT.,0.);
        #11=IFCRELAGGREGATES('0000000000000000000011',$,$,$,#6,(#8));
        #12=IFCRELAGGREGATES('0000000000000000000012',$,$,$,#8,(#9));
        #13=IFCRELAGGREGATES('0000000000000000000013',$,$,$,#9,(#10));
        #14=IFCRECTANGLEPROFILEDEF(.AREA.,$,$,4000.,300.);
        #15=IFCDIRECTION((0.,0.,1.));
        #16=IFCEXTRUDEDAREASOLID(#14,#4,#15,3000.);
        #17=IFCSHAPEREPRESENTATION(#5,'Body','SweptSolid',(#16));
        #18=IFCPRODUCTDEFINITIONSHAPE($,$,(#17));
        #19=IFCWALL('0000000000000000000019',$,'W',$,$,#7,#18,$,$);
        #20=IFCSPACE('0000000000000000000020',$,'1',$,$,#7,#18,'Room',.ELEMENT.,.INTERNAL.,$);
        #21=IFCRELAGGREGATES('0000000000000000000021',$,$,$,#10,(#20));
        #22=IFCRELCONTAINEDINSPATIALSTRUCTURE('0000000000000000000022',$,$,$,(#19,#24),#10);
        #23=IFCCARTESIANPOINTLIST3D(((0.,0.,0.),(1.,0.,0.),(0.,1.,5.)));
        #24=IFCSLAB('0000000000000000000024',$,'R',$,$,#7,#27,$,.ROOF.);
        #25=IFCTRIANGULATEDFACESET(#23,$,$,((1,2,3)),$);
        #26=IFCSHAPEREPRESENTATION(#5,'Body','Tessellation',(#25,#28));
        #27=IFCPRODUCTDEFINITIONSHAPE($,$,(#26));
        #28=IFCMAPPEDITEM(#29,#30);
        #29=IFCREPRESENTATIONMAP(#4,#17);
        #30=IFCCARTESIANTRANSFORMATIONOPERATOR3D($,$,#3,$,$);
        #31=IFCPROPERTYSINGLEVALUE('IsExternal',$,IFCBOOLEAN(.T.),$);
        #32=IFCPROPERTYSET('0000000000000000000032',$,'Pset_WallCommon',$,(#31));
        #33=IFCRELDEFINESBYPROPERTIES('0000000000000000000033',$,$,$,(#19),#32);
        #34=IFCPROJECTEDCRS('EPSG:4547',$,$,$,$,$,$);
        #35=IFCMAPCONVERSION(#5,#34,500000.,3370000.,20.,0.,1.,$);
        ENDSEC;
        END-ISO-10303-21;
        """;

    public static void Read(int variants)
    {
        for (var i = 0; i < variants; i++)
        {
            var healthy = Healthy.Value[i % Healthy.Value.Length];
            var damaged = Damage(healthy, new KeyedRandom((ulong)i));
            var problems = new ProblemList();
            using var model = IfcModel.Read(damaged, "damaged.ifc", problems);
            if (model is null)
            {
                Assert.True(problems.HasErrors);
                continue;
            }
            foreach (var record in model.ToRecords())
                Assert.All(record.Surfaces, s => Assert.True(s.Area > 0 && s.Source.Length > 0));
            Assert.NotEmpty(model.Quality.Findings);
            foreach (var element in model.Elements) Assert.False(element.Extent?.Height < 0);
        }
    }

    private static byte[] Damage(byte[] healthy, KeyedRandom random)
    {
        var (bytes, counter) = (healthy.ToList(), 0UL);
        for (var edits = 1 + Draw(5); edits > 0; edits--)
        {
            var at = Draw(bytes.Count);
            switch (Draw(5))
            {
                case 0:
                    bytes[at] = (byte)Letters[Draw(Letters.Length)];
                    break;
                case 1:
                    bytes.RemoveRange(at, Math.Min(1 + Draw(40), bytes.Count - at));
                    break;
                case 2:
                    bytes.Insert(at, (byte)Draw(256));
                    break;
                case 3 when bytes.IndexOf((byte)'#', at) is >= 0 and var reference && reference + 1 < bytes.Count:
                    bytes[reference + 1] = (byte)('1' + Draw(9));
                    break;
                default:
                    var length = Math.Min(Draw(60), bytes.Count - at);
                    bytes.InsertRange(Draw(bytes.Count), bytes.GetRange(at, length));
                    break;
            }
            if (bytes.Count == 0) break;
        }
        return [.. bytes];

        int Draw(int bound) => random.Below(Math.Max(1, bound), KeyedRandom.Stream("damage"), counter++);
    }
}

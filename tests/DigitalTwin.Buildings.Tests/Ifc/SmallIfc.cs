using System.Text;
using DigitalTwin.Buildings.Ifc;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Buildings.Tests.Ifc;

/// <summary>Files of a few records, written as IFC says; what a test asks about is put in.</summary>
internal static class SmallIfc
{
    /// <summary>Units of metres and a project, a site, a building, a storey: #1 to #29.</summary>
    public const string Frame = """
        #1=IFCSIUNIT(*,.LENGTHUNIT.,$,.METRE.);
        #2=IFCSIUNIT(*,.AREAUNIT.,$,.SQUARE_METRE.);
        #3=IFCSIUNIT(*,.VOLUMEUNIT.,$,.CUBIC_METRE.);
        #4=IFCUNITASSIGNMENT((#1,#2,#3));
        #5=IFCCARTESIANPOINT((0.,0.,0.));
        #6=IFCAXIS2PLACEMENT3D(#5,$,$);
        #7=IFCGEOMETRICREPRESENTATIONCONTEXT($,'Model',3,1.E-5,#6,$);
        #8=IFCPROJECT('0000000000000000000008',$,'Project',$,$,$,$,(#7),#4);
        #9=IFCLOCALPLACEMENT($,#6);
        #10=IFCSITE('0000000000000000000010',$,'Site',$,$,#9,$,$,.ELEMENT.,$,$,$,$,$);
        #11=IFCLOCALPLACEMENT(#9,#6);
        #12=IFCBUILDING('0000000000000000000012',$,'House',$,$,#11,$,$,.ELEMENT.,$,$,$);
        #13=IFCLOCALPLACEMENT(#11,#6);
        #14=IFCBUILDINGSTOREY('0000000000000000000014',$,'Ground',$,$,#13,$,$,.ELEMENT.,0.);
        #15=IFCRELAGGREGATES('0000000000000000000015',$,$,$,#8,(#10));
        #16=IFCRELAGGREGATES('0000000000000000000016',$,$,$,#10,(#12));
        #17=IFCRELAGGREGATES('0000000000000000000017',$,$,$,#12,(#14));
        """;

    /// <summary>A wall of 4 by 0.3 by 3 m along x from the origin, in the storey: #30 to #49.</summary>
    public const string Wall = """
        #30=IFCCARTESIANPOINT((2.,0.));
        #31=IFCAXIS2PLACEMENT2D(#30,$);
        #32=IFCRECTANGLEPROFILEDEF(.AREA.,$,#31,4.,0.3);
        #33=IFCDIRECTION((0.,0.,1.));
        #34=IFCEXTRUDEDAREASOLID(#32,#6,#33,3.);
        #35=IFCSHAPEREPRESENTATION(#7,'Body','SweptSolid',(#34));
        #36=IFCPRODUCTDEFINITIONSHAPE($,$,(#35));
        #37=IFCLOCALPLACEMENT(#13,#6);
        #38=IFCWALLSTANDARDCASE('0000000000000000000038',$,'Wall',$,$,#37,#36,$);
        #39=IFCRELCONTAINEDINSPATIALSTRUCTURE('0000000000000000000039',$,$,$,(#38),#14);
        """;

    public static string File(string schema, params string[] data) =>
        $"ISO-10303-21;\nHEADER;\nFILE_DESCRIPTION((''),'2;1');\nFILE_NAME('small.ifc','2025-01-01T00:00:00',(''),(''),'','by hand','');\nFILE_SCHEMA(('{schema}'));\nENDSEC;\nDATA;\n{string.Join('\n', data)}\nENDSEC;\nEND-ISO-10303-21;\n";

    /// <summary>Reads a file that nothing is wrong with.</summary>
    public static IfcModel Read(string schema, params string[] data)
    {
        var model = Read(File(schema, data), out var problems);
        Assert.Empty(problems);
        return model!;
    }

    public static IfcModel? Read(string text, out ProblemList problems)
    {
        problems = [];
        return IfcModel.Read(Encoding.UTF8.GetBytes(text), "small.ifc", problems);
    }
}

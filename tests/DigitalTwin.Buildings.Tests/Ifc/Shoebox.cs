using System.Globalization;
using System.Text;

namespace DigitalTwin.Buildings.Tests.Ifc;

/// <summary>A box of 8 by 6 m and 3 m high: four walls of 0.2 m along its edges, a slab below, a window of 2 by 1.5 m in the south wall; without quantities.</summary>
internal static class Shoebox
{
    public static string Text { get; } = Write();

    private static string Write()
    {
        var text = new StringBuilder(SmallIfc.Frame).Append('\n');
        text.AppendLine("#30=IFCDIRECTION((0.,0.,1.));");
        Box(text, 100, "IFCWALL", "South", 4, 0.1, 8, 0.2, 0, 3, "$");
        Box(text, 120, "IFCWALL", "North", 4, 5.9, 8, 0.2, 0, 3, "$");
        Box(text, 140, "IFCWALL", "West", 0.1, 3, 0.2, 6, 0, 3, "$");
        Box(text, 160, "IFCWALL", "East", 7.9, 3, 0.2, 6, 0, 3, "$");
        Box(text, 180, "IFCSLAB", "Base", 4, 3, 8, 6, -0.2, 0.2, "$,.BASESLAB.");
        Box(text, 200, "IFCWINDOW", "Window", 4, 0.1, 2, 0.2, 1, 1.5, "$,1.5,2.");
        text.AppendLine("#220=IFCOPENINGELEMENT('0000000000000000000220',$,$,$,$,#37,$,$);");
        text.AppendLine("#37=IFCLOCALPLACEMENT(#13,#6);");
        text.AppendLine("#221=IFCRELVOIDSELEMENT('0000000000000000000221',$,$,$,#100,#220);");
        text.AppendLine("#222=IFCRELFILLSELEMENT('0000000000000000000222',$,$,$,#220,#200);");
        text.AppendLine("#223=IFCRELCONTAINEDINSPATIALSTRUCTURE('0000000000000000000223',$,$,$,(#100,#120,#140,#160,#180,#200),#14);");
        return text.ToString();
    }

    private static void Box(StringBuilder text, int id, string entity, string name, double x, double y, double width, double depth, double z, double height, string tail)
    {
        var c = CultureInfo.InvariantCulture;
        text.AppendLine(c, $"#{id + 1}=IFCCARTESIANPOINT(({x:0.0##},{y:0.0##},{z:0.0##}));");
        text.AppendLine(c, $"#{id + 2}=IFCAXIS2PLACEMENT3D(#{id + 1},$,$);");
        text.AppendLine(c, $"#{id + 3}=IFCLOCALPLACEMENT(#13,#{id + 2});");
        text.AppendLine(c, $"#{id + 4}=IFCRECTANGLEPROFILEDEF(.AREA.,$,$,{width:0.0##},{depth:0.0##});");
        text.AppendLine(c, $"#{id + 5}=IFCEXTRUDEDAREASOLID(#{id + 4},#6,#30,{height:0.0##});");
        text.AppendLine(c, $"#{id + 6}=IFCSHAPEREPRESENTATION(#7,'Body','SweptSolid',(#{id + 5}));");
        text.AppendLine(c, $"#{id + 7}=IFCPRODUCTDEFINITIONSHAPE($,$,(#{id + 6}));");
        text.AppendLine(c, $"#{id}={entity}('{id:0000000000000000000000}',$,'{name}',$,$,#{id + 3},#{id + 7},{tail});");
    }
}

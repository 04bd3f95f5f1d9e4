using DigitalTwin.Buildings.Ifc;
using DigitalTwin.Buildings.Ifc.Schema;

namespace DigitalTwin.Buildings.Tests.Ifc;

public class SchemaTests
{
    [Theory]
    [InlineData("IfcBuildingStorey", "Elevation", 9, 9, 9, 9)]
    [InlineData("IfcWindow", "OverallHeight", 8, 8, 8, 8)]
    [InlineData("IfcWindow", "PredefinedType", -1, -1, 10, 10)]
    [InlineData("IfcWallStandardCase", "PredefinedType", -1, -1, 8, 8)]
    [InlineData("IfcPropertySingleValue", "NominalValue", 2, 2, 2, 2)]
    [InlineData("IfcQuantityArea", "AreaValue", 3, 3, 3, 3)]
    [InlineData("IfcRelDefinesByProperties", "RelatingPropertyDefinition", 5, 5, 5, 5)]
    [InlineData("IfcMaterialProperties", "Material", 0, 0, 3, 3)]
    [InlineData("IfcTask", "Identification", 5, 5, 5, 5)]
    [InlineData("IfcTask", "TaskTime", -1, -1, 11, 11)]
    [InlineData("IfcWorkSchedule", "StartTime", 11, 11, 11, 11)]
    [InlineData("IfcRelSpaceBoundary", "InternalOrExternalBoundary", 8, 8, 8, 8)]
    [InlineData("IfcProjectedCRS", "MapUnit", 6, 6, 6, 6)]
    public void Attributes_lie_where_each_generation_of_the_schema_puts_them(string entity, string attribute, int in2x, int in2x3, int in4, int in4x3)
    {
        int[] expected = [in2x, in2x3, in4, in4x3];
        foreach (var schema in Enum.GetValues<IfcSchema>()) Assert.Equal(expected[(int)schema], IfcLayout.Of(schema)[entity].At(attribute));
    }

    [Fact]
    public void A_standard_case_is_a_wall_and_a_type_need_not_be_in_the_table()
    {
        var layout = IfcLayout.Of(IfcSchema.Ifc4);
        Assert.True(layout["IfcWallStandardCase"].Is("IfcWall"));
        Assert.True(layout.Find("IFCAUDIOVISUALAPPLIANCETYPE")!.Is("IfcTypeObject"));
        Assert.Null(layout.Find("IFCNOSUCHTHING"));
    }

    [Theory]
    [InlineData("IFC2X_FINAL", IfcSchema.Ifc2x)]
    [InlineData("IFC2X2_FINAL", IfcSchema.Ifc2x)]
    [InlineData("ifc2x3", IfcSchema.Ifc2x3)]
    [InlineData("IFC4", IfcSchema.Ifc4)]
    [InlineData("IFC4X3_RC2", IfcSchema.Ifc4x3)]
    [InlineData("IFC4X3_ADD2", IfcSchema.Ifc4x3)]
    public void The_same_house_is_read_from_every_generation(string name, IfcSchema schema)
    {
        var wall = schema >= IfcSchema.Ifc4 ? SmallIfc.Wall.Replace(",#36,$);", ",#36,$,.STANDARD.);", StringComparison.Ordinal) : SmallIfc.Wall;
        using var model = SmallIfc.Read(name, SmallIfc.Frame, wall);
        Assert.Equal(schema, model.Schema);
        Assert.Equal("House", model.Buildings.Single().Name);
        var element = model.Of(IfcElementKind.Wall).Single();
        Assert.Equal("IfcWallStandardCase", element.Class);
        Assert.Same(model.Storeys.Single(), element.Parent);
    }

    [Fact]
    public void An_unknown_schema_is_refused_with_the_names_that_are_read()
    {
        Assert.Null(SmallIfc.Read(SmallIfc.File("AUTOMOTIVE_DESIGN", SmallIfc.Frame), out var problems));
        Assert.Contains("IFC2X3", problems.Single(p => p.Severity == Numerics.Diagnostics.Severity.Error).Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not a file of steps")]
    public void What_is_no_step_file_is_an_error_and_no_model(string text)
    {
        Assert.Null(SmallIfc.Read(text, out var problems));
        Assert.True(problems.HasErrors);
    }

    [Fact]
    public void A_file_that_is_not_there_is_an_error_and_no_model()
    {
        var problems = new Numerics.Diagnostics.ProblemList();
        Assert.Null(IfcModel.Read("no-such-folder/no-such.ifc", problems));
        Assert.True(problems.HasErrors);
    }
}

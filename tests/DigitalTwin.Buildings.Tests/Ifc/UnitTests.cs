using DigitalTwin.Buildings.Ifc;

namespace DigitalTwin.Buildings.Tests.Ifc;

public class UnitTests
{
    private static string WithLength(string records, string unit = "#1") =>
        SmallIfc.Frame.Replace("#1=IFCSIUNIT(*,.LENGTHUNIT.,$,.METRE.);", records, StringComparison.Ordinal).Replace("((#1,#2,#3))", $"(({unit},#2,#3))", StringComparison.Ordinal);

    private static string Quantity(string value) => $"""
        #60=IFCQUANTITYLENGTH('Length',$,$,{value});
        #61=IFCELEMENTQUANTITY('0000000000000000000061',$,'BaseQuantities',$,$,(#60));
        #62=IFCRELDEFINESBYPROPERTIES('0000000000000000000062',$,$,$,(#38),#61);
        """;

    [Theory]
    [InlineData("#1=IFCSIUNIT(*,.LENGTHUNIT.,.MILLI.,.METRE.);", 0.001)]
    [InlineData("#1=IFCSIUNIT(*,.LENGTHUNIT.,$,.METRE.);", 1)]
    [InlineData("#20=IFCSIUNIT(*,.LENGTHUNIT.,$,.METRE.);\n#21=IFCMEASUREWITHUNIT(IFCLENGTHMEASURE(0.3048),#20);\n#1=IFCCONVERSIONBASEDUNIT($,.LENGTHUNIT.,'FOOT',#21);", 0.3048)]
    [InlineData("#20=IFCSIUNIT(*,.LENGTHUNIT.,.MILLI.,.METRE.);\n#21=IFCMEASUREWITHUNIT(IFCRATIOMEASURE(25.4),#20);\n#1=IFCCONVERSIONBASEDUNIT($,.LENGTHUNIT.,'inch',#21);", 0.0254)]
    public void Lengths_come_out_in_metres(string unit, double metres)
    {
        using var model = SmallIfc.Read("IFC2X3", WithLength(unit), SmallIfc.Wall, Quantity("10."));
        Assert.Equal(metres, model.Units.Length, 12);
        var wall = model.Of(IfcElementKind.Wall).Single();
        Assert.Equal(10 * metres, wall.QuantitySets[0].Quantities[0].Value, 12);
        Assert.Equal(4 * metres, wall.Extent!.OwnSize.X, 12);
        Assert.Equal(3 * metres, wall.Extent.Height, 12);
    }

    [Fact]
    public void A_quantity_with_its_own_unit_does_not_take_the_projects()
    {
        using var model = SmallIfc.Read("IFC2X3", SmallIfc.Frame, SmallIfc.Wall, "#63=IFCSIUNIT(*,.LENGTHUNIT.,.CENTI.,.METRE.);", Quantity("250.").Replace("'Length',$,$", "'Length',$,#63", StringComparison.Ordinal));
        Assert.Equal(2.5, model.Of(IfcElementKind.Wall).Single().QuantitySets[0].Quantities[0].Value, 12);
    }

    [Fact]
    public void A_foot_without_a_factor_is_taken_as_the_law_defines_it_and_said()
    {
        using var model = SmallIfc.Read(SmallIfc.File("IFC2X3", WithLength("#1=IFCCONVERSIONBASEDUNIT($,.LENGTHUNIT.,'FOOT',$);")), out var problems)!;
        Assert.Equal(0.3048, model.Units.Length, 12);
        Assert.Contains("'FOOT' has no factor", problems.Single().Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Prefixes_of_squares_and_cubes_are_raised_with_them_and_masses_are_kilograms()
    {
        const string units = """
            #2=IFCSIUNIT(*,.AREAUNIT.,.MILLI.,.SQUARE_METRE.);
            #3=IFCSIUNIT(*,.VOLUMEUNIT.,.CENTI.,.CUBIC_METRE.);
            #64=IFCSIUNIT(*,.MASSUNIT.,$,.GRAM.);
            #65=IFCSIUNIT(*,.THERMODYNAMICTEMPERATUREUNIT.,$,.KELVIN.);
            #66=IFCDIMENSIONALEXPONENTS(0,0,0,0,1,0,0);
            #4=IFCUNITASSIGNMENT((#1,#2,#3,#64,#65));
            """;
        var frame = string.Join('\n', SmallIfc.Frame.Split('\n').Where(l => !l.StartsWith("#2=", StringComparison.Ordinal) && !l.StartsWith("#3=", StringComparison.Ordinal) && !l.StartsWith("#4=", StringComparison.Ordinal)));
        using var model = SmallIfc.Read("IFC4", frame, units);
        Assert.Equal(1e-6, model.Units.Area, 15);
        Assert.Equal(1e-6, model.Units.Volume, 15);
        Assert.Equal(1e-3, model.Units.Of("MASSUNIT").ToSi(1), 15);
        Assert.Equal(20, model.Units.OfMeasure("IFCTHERMODYNAMICTEMPERATUREMEASURE").ToSi(293.15), 10);
    }

    [Fact]
    public void A_unit_made_of_itself_does_not_hang()
    {
        const string unit = "#20=IFCMEASUREWITHUNIT(IFCLENGTHMEASURE(0.5),#1);\n#1=IFCCONVERSIONBASEDUNIT($,.LENGTHUNIT.,'ELL',#20);";
        using var model = SmallIfc.Read(SmallIfc.File("IFC4", WithLength(unit)), out _)!;
        Assert.Equal(0.5, model.Units.Length);
    }
}

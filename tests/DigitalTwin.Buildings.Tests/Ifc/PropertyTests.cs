using DigitalTwin.Buildings.Ifc;
using DigitalTwin.Buildings.Ifc.Materials;
using DigitalTwin.Buildings.Ifc.Properties;

namespace DigitalTwin.Buildings.Tests.Ifc;

public class PropertyTests
{
    private static IfcElement Wall(IfcModel model) => model.Of(IfcElementKind.Wall).Single();

    [Fact]
    public void Every_form_of_property_is_read()
    {
        using var model = SmallIfc.Read("IFC4", SmallIfc.Frame, SmallIfc.Wall.Replace(",#36,$);", ",#36,$,$);", StringComparison.Ordinal), """
            #60=IFCPROPERTYSINGLEVALUE('IsExternal',$,IFCBOOLEAN(.T.),$);
            #61=IFCPROPERTYENUMERATEDVALUE('Status',$,(IFCLABEL('NEW'),IFCLABEL('OLD')),$);
            #62=IFCPROPERTYBOUNDEDVALUE('Temperature',$,IFCREAL(26.),IFCREAL(20.),$,IFCREAL(22.));
            #63=IFCPROPERTYLISTVALUE('Colours',$,(IFCLABEL('red'),IFCLABEL('blue')),$);
            #64=IFCPROPERTYTABLEVALUE('Curve',$,(IFCREAL(1.),IFCREAL(2.)),(IFCREAL(10.),IFCREAL(20.)),$,$,$,$);
            #65=IFCPROPERTYREFERENCEVALUE('Whose',$,$,#8);
            #66=IFCCOMPLEXPROPERTY('Frame',$,'Frame',(#60,#63));
            #67=IFCPROPERTYSINGLEVALUE('Unknown',$,IFCLOGICAL(.U.),$);
            #68=IFCPROPERTYSET('0000000000000000000068',$,'Pset_WallCommon',$,(#60,#61,#62,#63,#64,#65,#66,#67));
            #69=IFCRELDEFINESBYPROPERTIES('0000000000000000000069',$,$,$,(#38),#68);
            """);
        var set = Wall(model).PropertySets.Single();
        Assert.True(Wall(model).IsExternal);
        Assert.Equal(2, Assert.IsType<IfcEnumeratedProperty>(set.Find("status")).Chosen.Count);
        Assert.Equal(22, Assert.IsType<IfcBoundedProperty>(set.Find("Temperature")).Value.Number);
        Assert.Equal(["red", "blue"], Assert.IsType<IfcListProperty>(set.Find("Colours")).Values.Select(v => v.Text));
        Assert.Equal(20, Assert.IsType<IfcTableProperty>(set.Find("Curve")).Defined[1].Number);
        Assert.Equal("IFCPROJECT", Assert.IsType<IfcReferenceProperty>(set.Find("Whose")).Class);
        Assert.Equal(2, Assert.IsType<IfcComplexProperty>(set.Find("Frame")).Properties.Count);
        Assert.False(set.Find("Unknown")!.Value.IsSomething);
    }

    [Fact]
    public void What_a_type_says_is_inherited_and_what_the_thing_says_itself_wins()
    {
        using var model = SmallIfc.Read("IFC2X3", SmallIfc.Frame, SmallIfc.Wall, """
            #60=IFCPROPERTYSINGLEVALUE('ThermalTransmittance',$,IFCTHERMALTRANSMITTANCEMEASURE(0.4),$);
            #61=IFCPROPERTYSINGLEVALUE('IsExternal',$,IFCBOOLEAN(.T.),$);
            #62=IFCPROPERTYSET('0000000000000000000062',$,'Pset_WallCommon',$,(#60,#61));
            #63=IFCWALLTYPE('0000000000000000000063',$,'Brick',$,$,(#62),$,$,$,.STANDARD.);
            #64=IFCRELDEFINESBYTYPE('0000000000000000000064',$,$,$,(#38),#63);
            #65=IFCPROPERTYSINGLEVALUE('IsExternal',$,IFCBOOLEAN(.F.),$);
            #66=IFCPROPERTYSET('0000000000000000000066',$,'Pset_WallCommon',$,(#65));
            #67=IFCRELDEFINESBYPROPERTIES('0000000000000000000067',$,$,$,(#38),#66);
            """);
        Assert.Equal("Brick", Wall(model).Type!.Name);
        Assert.Equal(0.4, Wall(model).ThermalTransmittance);
        Assert.False(Wall(model).IsExternal);
    }

    [Theory]
    [InlineData("'Qto_WallBaseQuantities'", "'NetSideArea'")]
    [InlineData("'BaseQuantities'", "'NetSideArea'")]
    [InlineData("'BaseQuantities'", "'GrossSideArea'", false)]
    [InlineData("'ArchiCADQuantities'", @"'Netto-Oberfl\X2\00E4\X0\chenbereich an der Au\X2\00DF\X0\enseite'")]
    [InlineData("$", "'left face area'")]
    public void Areas_are_found_under_the_names_that_programs_give_them(string set, string name, bool isNet = true)
    {
        using var model = SmallIfc.Read("IFC2X3", SmallIfc.Frame, SmallIfc.Wall, $"""
            #60=IFCQUANTITYAREA({name},$,$,11.5);
            #61=IFCELEMENTQUANTITY('0000000000000000000061',$,{set},$,$,(#60));
            #62=IFCRELDEFINESBYPROPERTIES('0000000000000000000062',$,$,$,(#38),#61);
            """);
        Assert.Equal(isNet ? 11.5 : null, Wall(model).StatedArea);
    }

    [Fact]
    public void The_standards_quantity_wins_over_a_vendors_and_quantities_hide_in_complex_ones()
    {
        using var model = SmallIfc.Read("IFC2X3", SmallIfc.Frame, SmallIfc.Wall, """
            #60=IFCQUANTITYAREA('Area',$,$,99.);
            #61=IFCELEMENTQUANTITY('0000000000000000000061',$,'ArchiCADQuantities',$,$,(#60));
            #62=IFCRELDEFINESBYPROPERTIES('0000000000000000000062',$,$,$,(#38),#61);
            #63=IFCQUANTITYAREA('NetSideArea',$,$,12.);
            #64=IFCPHYSICALCOMPLEXQUANTITY('Layers',$,(#63),'layer',$,$);
            #65=IFCELEMENTQUANTITY('0000000000000000000065',$,'BaseQuantities',$,$,(#64));
            #66=IFCRELDEFINESBYPROPERTIES('0000000000000000000066',$,$,$,(#38),#65);
            """);
        Assert.Equal(12, Wall(model).StatedArea);
    }

    [Fact]
    public void Layers_keep_their_thickness_their_order_and_their_conductivity()
    {
        using var model = SmallIfc.Read("IFC2X3", SmallIfc.Frame, SmallIfc.Wall, """
            #60=IFCMATERIAL('Brick');
            #61=IFCMATERIAL('Wool');
            #62=IFCTHERMALMATERIALPROPERTIES(#61,1030.,$,$,0.04);
            #63=IFCMATERIALLAYER(#60,0.12,$);
            #64=IFCMATERIALLAYER(#61,0.1,$);
            #65=IFCMATERIALLAYER($,0.04,.U.);
            #66=IFCMATERIALLAYERSET((#63,#64,#65),'Cavity wall');
            #67=IFCMATERIALLAYERSETUSAGE(#66,.AXIS2.,.NEGATIVE.,0.);
            #68=IFCRELASSOCIATESMATERIAL('0000000000000000000068',$,$,$,(#38),#67);
            """);
        var use = Wall(model).Material!;
        Assert.Equal(IfcMaterialForm.Layers, use.Form);
        Assert.Equal(0.26, use.Thickness, 12);
        Assert.Equal((2, false), (use.Axis, use.IsForward));
        Assert.Equal(0.04, use.Parts[1].Material!.Conductivity);
        Assert.Null(use.Parts[0].Material!.Conductivity);
        var construction = MaterialTable.Construction(use, firstIsOutside: false)!;
        Assert.Equal(["air gap", "Wool", "Brick"], construction.Layers.Select(l => l.Material));
        Assert.Equal(0.18, construction.Layers[0].Resistance, 12);
        Assert.Equal(2.5, construction.Layers[1].Resistance, 12);
    }

    [Fact]
    public void Materials_of_IFC4_say_their_heat_in_properties_and_come_as_lists_and_constituents_too()
    {
        using var model = SmallIfc.Read("IFC4", SmallIfc.Frame, SmallIfc.Wall.Replace(",#36,$);", ",#36,$,$);", StringComparison.Ordinal), """
            #60=IFCMATERIAL('Clay',$,$);
            #61=IFCPROPERTYSINGLEVALUE('ThermalConductivity',$,IFCTHERMALCONDUCTIVITYMEASURE(0.8),$);
            #62=IFCMATERIALPROPERTIES('Pset_MaterialThermal',$,(#61),#60);
            #63=IFCMATERIALCONSTITUENT('Frame',$,#60,$,$);
            #64=IFCMATERIALCONSTITUENTSET('Window',$,(#63));
            #65=IFCRELASSOCIATESMATERIAL('0000000000000000000065',$,$,$,(#38),#64);
            """);
        Assert.Equal(IfcMaterialForm.Constituents, Wall(model).Material!.Form);
        Assert.Equal(0.8, Wall(model).Material!.Parts.Single().Material!.Conductivity);
    }
}

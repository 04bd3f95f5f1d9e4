using DigitalTwin.Buildings.Envelope;
using DigitalTwin.Buildings.Ifc;
using DigitalTwin.Buildings.Ifc.Placements;

namespace DigitalTwin.Buildings.Tests.Ifc;

public class PlacementTests
{
    private static string Site(string latitude, string longitude) =>
        SmallIfc.Frame.Replace("#9,$,$,.ELEMENT.,$,$,$,$,$)", $"#9,$,$,.ELEMENT.,{latitude},{longitude},30.,$,$)", StringComparison.Ordinal);

    [Theory]
    [InlineData("(30,30,0)", "(114,24,0)", 30.5, 114.4)]
    [InlineData("(49,6,1,566000)", "(8,26,11,540400)", 49.100435, 8.436539)]
    [InlineData("(-33,-51,-30,0)", "(151,12,36)", -33.8583333, 151.21)]
    [InlineData("(0,-7,-34,-500000)", "(-87,-38,-21,-839999)", -0.1262500, -87.6394)]
    [InlineData("(12,30)", "(13,15)", 12.5, 13.25)]
    public void Latitude_and_longitude_are_degrees_minutes_seconds_and_millionths_all_of_one_sign(string latitude, string longitude, double north, double east)
    {
        using var model = SmallIfc.Read("IFC2X3", Site(latitude, longitude));
        Assert.Equal(north, model.Georeference.Latitude!.Value, 6);
        Assert.Equal(east, model.Georeference.Longitude!.Value, 6);
        Assert.True(model.Georeference.IsPlaced);
    }

    [Theory]
    [InlineData("(0,0,0)", "(0,0,0)")]
    [InlineData("(42,21,30,344238)", "(-71,-3,-35,-194702)")]
    [InlineData("(35,41,59,999999)", "(139,45,59,999999)")]
    public void Places_that_programs_write_by_themselves_are_doubted(string latitude, string longitude)
    {
        using var model = SmallIfc.Read("IFC2X3", Site(latitude, longitude));
        Assert.False(model.Georeference.IsPlaced);
        Assert.Contains(model.Quality.Findings, f => f.Code == "default-location");
        Assert.Null(model.ToRecords().Single().Latitude);
    }

    [Fact]
    public void A_latitude_beyond_the_pole_is_refused()
    {
        using var model = SmallIfc.Read(SmallIfc.File("IFC2X3", Site("(91,0,0)", "(10,0,0)")), out var problems)!;
        Assert.Null(model.Georeference.Latitude);
        Assert.Contains("RefLatitude", problems.Single().Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("(0.,1.)", 0, 90)]
    [InlineData("(1.,0.)", 270, 0)] // North along x: y points west, and x north.
    [InlineData("(-1.,1.)", 45, 135)]
    public void True_north_turns_every_azimuth(string north, double ofY, double ofX)
    {
        var frame = SmallIfc.Frame.Replace("1.E-5,#6,$)", "1.E-5,#6,#28)", StringComparison.Ordinal);
        using var model = SmallIfc.Read("IFC2X3", frame, $"#28=IFCDIRECTION({north});");
        Assert.Equal(ofY, model.Georeference.Azimuth, 9);
        Assert.Equal(ofX, model.Georeference.AzimuthOf(new IfcPoint(1, 0, 0)), 9);
        Assert.True(double.IsNaN(model.Georeference.AzimuthOf(new IfcPoint(0, 0, 1))));
    }

    [Fact]
    public void A_map_conversion_gives_the_footprint_its_projected_place()
    {
        using var model = SmallIfc.Read("IFC4", SmallIfc.Frame, SmallIfc.Wall.Replace(",#36,$);", ",#36,$,$);", StringComparison.Ordinal),
            "#60=IFCPROJECTEDCRS('EPSG:4547','CGCS2000',$,$,$,$,$);", "#61=IFCMAPCONVERSION(#7,#60,500000.,3370000.,20.,0.,1.,$);");
        Assert.Equal(4547, model.Georeference.Map!.Epsg);
        var record = model.ToRecords().Single();
        Assert.Equal("EPSG:4547", record.Crs);
        // The wall runs along x, and x points north on the map.
        var box = record.Footprint!.Value.EnvelopeInternal;
        Assert.Equal(3370004, box.MaxY, 6);
        Assert.InRange(box.MinX, 499999.5, 500000);
    }

    [Fact]
    public void The_property_sets_of_2x3_stand_in_for_a_map_conversion()
    {
        using var model = SmallIfc.Read("IFC2X3", SmallIfc.Frame, """
            #60=IFCPROPERTYSINGLEVALUE('Eastings',$,IFCLENGTHMEASURE(500000.),$);
            #61=IFCPROPERTYSINGLEVALUE('Northings',$,IFCLENGTHMEASURE(3370000.),$);
            #62=IFCPROPERTYSINGLEVALUE('XAxisAbscissa',$,IFCREAL(1.),$);
            #63=IFCPROPERTYSINGLEVALUE('XAxisOrdinate',$,IFCREAL(1.),$);
            #64=IFCPROPERTYSET('0000000000000000000064',$,'ePSet_MapConversion',$,(#60,#61,#62,#63));
            #65=IFCPROPERTYSINGLEVALUE('Name',$,IFCLABEL('EPSG:25832'),$);
            #66=IFCPROPERTYSET('0000000000000000000066',$,'ePSet_ProjectedCRS',$,(#65));
            #67=IFCRELDEFINESBYPROPERTIES('0000000000000000000067',$,$,$,(#10),#64);
            #68=IFCRELDEFINESBYPROPERTIES('0000000000000000000068',$,$,$,(#10),#66);
            """);
        var map = model.Georeference.Map!;
        Assert.Equal((25832, 500000.0, 3370000.0), (map.Epsg, map.Easting, map.Northing));
        Assert.Equal(45, map.Rotation, 9);
    }

    [Fact]
    public void A_chain_of_placements_adds_up_and_turns()
    {
        var frame = SmallIfc.Frame.Replace("#13=IFCLOCALPLACEMENT(#11,#6);", "#20=IFCCARTESIANPOINT((10.,20.,3.));\n#21=IFCDIRECTION((0.,1.,0.));\n#22=IFCAXIS2PLACEMENT3D(#20,$,#21);\n#13=IFCLOCALPLACEMENT(#11,#22);", StringComparison.Ordinal);
        using var model = SmallIfc.Read("IFC2X3", frame, SmallIfc.Wall);
        var extent = model.Of(IfcElementKind.Wall).Single().Extent!;
        Assert.Equal(10 - 0.15, extent.Least.X, 9);
        Assert.Equal(10 + 0.15, extent.Most.X, 9);
        Assert.Equal(24, extent.Most.Y, 9);
        Assert.Equal(6, extent.Most.Z, 9);
        Assert.Equal(12, extent.SideArea, 9);
        Assert.Equal(1.2, extent.Footprint.Area, 9);
    }

    [Fact]
    public void A_gable_cut_by_a_half_space_loses_its_triangle()
    {
        // A plane through (0, ·, 3) and (4, ·, 1): what lies above it goes, 4 m² of the 12.
        var wall = SmallIfc.Wall.Replace("(#34));", "(#48));", StringComparison.Ordinal);
        using var model = SmallIfc.Read("IFC2X3", SmallIfc.Frame, wall, """
            #43=IFCCARTESIANPOINT((0.,0.,3.));
            #44=IFCDIRECTION((1.,0.,2.));
            #45=IFCAXIS2PLACEMENT3D(#43,#44,$);
            #46=IFCPLANE(#45);
            #47=IFCHALFSPACESOLID(#46,.F.);
            #48=IFCBOOLEANCLIPPINGRESULT(.DIFFERENCE.,#34,#47);
            """);
        Assert.Equal(8, model.Of(IfcElementKind.Wall).Single().Extent!.SideArea, 9);
    }

    [Fact]
    public void Four_walls_a_slab_and_a_window_make_a_shoebox()
    {
        using var model = SmallIfc.Read("IFC2X3", Shoebox.Text);
        var record = model.ToRecords().Single();
        var walls = record.Surfaces.Where(s => s.Kind == SurfaceKind.Wall).OrderBy(s => s.Azimuth).ToArray();
        Assert.Equal([0, 90, 180, 270], walls.Select(w => Math.Round(w.Azimuth)));
        var window = record.Surfaces.Single(s => s.Kind is null);
        Assert.Equal((180.0, 3.0), (Math.Round(window.Azimuth), Math.Round(window.Area, 9)));
        Assert.Equal(walls[0].Area - 3, walls[2].Area, 9);
        Assert.Equal(Exposure.Ground, record.Surfaces.Single(s => s.Kind == SurfaceKind.Floor).Exposure);
        Assert.Contains(record.Surfaces, s => s.Kind == SurfaceKind.Roof);
        Assert.Equal(3, record.Height!.Value, 9);
        Assert.Equal("small.ifc", record.Height.Source);
    }

    [Fact]
    public void A_window_that_fills_no_opening_is_found_in_the_wall_it_stands_in()
    {
        var text = string.Join('\n', Shoebox.Text.Split('\n').Where(l => !l.StartsWith("#221=", StringComparison.Ordinal) && !l.StartsWith("#222=", StringComparison.Ordinal)));
        using var model = SmallIfc.Read("IFC2X3", text);
        Assert.Null(model.Of(IfcElementKind.Window).Single().Host);
        Assert.Equal(180, model.ToRecords().Single().Surfaces.Single(s => s.Kind is null).Azimuth, 6);
        Assert.Contains(model.Quality.Findings, f => f.Code == "windows-without-wall");
    }

    [Fact]
    public void A_screed_upon_the_base_is_not_a_second_floor()
    {
        var screed = Shoebox.Text.Replace("$,.BASESLAB.", "$,.FLOOR.", StringComparison.Ordinal)
            + "#230=IFCSLAB('0000000000000000000230',$,'Screed',$,$,#183,#187,$,.FLOOR.);\n#231=IFCRELCONTAINEDINSPATIALSTRUCTURE('0000000000000000000231',$,$,$,(#230),#14);";
        using var model = SmallIfc.Read("IFC2X3", screed);
        Assert.Equal(48, model.ToRecords().Single().Surfaces.Single(s => s.Kind == SurfaceKind.Floor).Area, 6);
    }
}

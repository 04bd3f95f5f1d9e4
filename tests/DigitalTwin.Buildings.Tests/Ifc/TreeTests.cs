using DigitalTwin.Buildings.Ifc.Work;

namespace DigitalTwin.Buildings.Tests.Ifc;

public class TreeTests
{
    [Fact]
    public void Storeys_are_in_order_and_only_those_with_rooms_or_a_floor_to_stand_on_are_floors()
    {
        using var model = SmallIfc.Read("IFC2X3", SmallIfc.Frame, """
            #60=IFCBUILDINGSTOREY('0000000000000000000060',$,'Roof',$,$,#13,$,$,.ELEMENT.,6.);
            #61=IFCBUILDINGSTOREY('0000000000000000000061',$,'Dachgeschoss',$,$,#13,$,$,.ELEMENT.,3.);
            #62=IFCBUILDINGSTOREY('0000000000000000000062',$,'T/FDN',$,$,#13,$,$,.ELEMENT.,-1.25);
            #63=IFCBUILDINGSTOREY('0000000000000000000063',$,'Dach',$,$,#13,$,$,.ELEMENT.,$);
            #64=IFCRELAGGREGATES('0000000000000000000064',$,$,$,#12,(#60,#61,#62,#63));
            #65=IFCSPACE('0000000000000000000065',$,'1',$,$,#13,$,'Kitchen',.ELEMENT.,.INTERNAL.,$);
            #66=IFCSPACE('0000000000000000000066',$,'2',$,$,#13,$,'Attic',.ELEMENT.,.INTERNAL.,$);
            #67=IFCRELAGGREGATES('0000000000000000000067',$,$,$,#14,(#65));
            #68=IFCRELAGGREGATES('0000000000000000000068',$,$,$,#61,(#66));
            """);
        var storeys = model.Buildings.Single().Storeys;
        Assert.Equal(["T/FDN", "Ground", "Dachgeschoss", "Roof", "Dach"], storeys.Select(s => s.Name));
        Assert.Equal(["Ground", "Dachgeschoss"], storeys.Where(s => s.IsFloor).Select(s => s.Name));
        Assert.Equal([1.25, 3, 3, null, null], storeys.Select(s => s.Height));
        Assert.Equal(3, model.Quality.NonFloors.Count);
        Assert.Equal(2, model.ToRecords().Single().Storeys!.Value);
    }

    [Fact]
    public void Zones_hold_their_spaces_and_boundaries_their_areas()
    {
        using var model = SmallIfc.Read("IFC2X3", SmallIfc.Frame, SmallIfc.Wall, """
            #60=IFCSPACE('0000000000000000000060',$,'1',$,$,#13,$,'Kitchen',.ELEMENT.,.INTERNAL.,$);
            #61=IFCRELAGGREGATES('0000000000000000000061',$,$,$,#14,(#60));
            #62=IFCZONE('0000000000000000000062',$,'Flat 1',$,$);
            #63=IFCRELASSIGNSTOGROUP('0000000000000000000063',$,$,$,(#60),$,#62);
            #64=IFCPLANE(#6);
            #65=IFCCARTESIANPOINT((4.,0.));
            #66=IFCCARTESIANPOINT((4.,3.));
            #67=IFCCARTESIANPOINT((0.,3.));
            #68=IFCPOLYLINE((#5,#65,#66,#67,#5));
            #69=IFCCURVEBOUNDEDPLANE(#64,#68,());
            #70=IFCCONNECTIONSURFACEGEOMETRY(#69,$);
            #71=IFCRELSPACEBOUNDARY('0000000000000000000071',$,'2ndLevel','2a',#60,#38,#70,.PHYSICAL.,.EXTERNAL.);
            #72=IFCRELSPACEBOUNDARY('0000000000000000000072',$,'1stLevel',$,#60,$,$,.VIRTUAL.,.INTERNAL.);
            """);
        var space = model.Spaces.Single();
        Assert.Equal("Flat 1", space.Zones.Single().Name);
        Assert.Same(space, model.Zones.Single().Spaces.Single());
        var (outer, inner) = (space.Boundaries[0], space.Boundaries[1]);
        Assert.Equal((2, true, true), (outer.Level, outer.IsPhysical, outer.IsExternal));
        Assert.Equal(12, outer.Area!.Value, 9);
        Assert.Equal(1, outer.Normal!.Value.Z, 9);
        Assert.Equal("Wall", outer.Element!.Name);
        Assert.Equal((1, false, false), (inner.Level, inner.IsPhysical, inner.IsExternal));
        Assert.Null(inner.Area);
    }

    [Fact]
    public void Tasks_of_IFC4_have_times_parts_products_lags_calendars_and_resources()
    {
        using var model = SmallIfc.Read("IFC4", SmallIfc.Frame, SmallIfc.Wall.Replace(",#36,$);", ",#36,$,$);", StringComparison.Ordinal), """
            #60=IFCTASKTIME($,$,$,.WORKTIME.,'P1DT8H','2025-03-01T08:00:00','2025-03-02T16:00:00',$,$,$,$,$,'PT2H',.T.,$,$,$,$,$,0.5);
            #61=IFCTASK('0000000000000000000061',$,'All',$,$,'1',$,$,$,.F.,$,$,.CONSTRUCTION.);
            #62=IFCTASK('0000000000000000000062',$,'Walls',$,$,'1.1',$,$,$,.F.,7,#60,.CONSTRUCTION.);
            #63=IFCTASK('0000000000000000000063',$,'Done',$,$,'1.2',$,$,$,.T.,$,$,$);
            #64=IFCRELNESTS('0000000000000000000064',$,$,$,#61,(#62,#63));
            #65=IFCLAGTIME($,$,$,IFCDURATION('P2D'),.ELAPSEDTIME.);
            #66=IFCRELSEQUENCE('0000000000000000000066',$,$,$,#62,#63,#65,.FINISH_START.,$);
            #67=IFCRELASSIGNSTOPRODUCT('0000000000000000000067',$,$,$,(#62),$,#38);
            #68=IFCLABORRESOURCE('0000000000000000000068',$,'Masons',$,$,$,$,$,$,$,$);
            #69=IFCRELASSIGNSTOPROCESS('0000000000000000000069',$,$,$,(#68),$,#62,$);
            #70=IFCTIMEPERIOD('08:00:00','17:30:00');
            #71=IFCRECURRENCEPATTERN(.WEEKLY.,$,(1,2,3,4,5),$,$,$,$,(#70));
            #72=IFCWORKTIME('Week',$,$,#71,'2025-01-01','2025-12-31');
            #73=IFCWORKCALENDAR('0000000000000000000073',$,'Site',$,$,$,(#72),$,$);
            #74=IFCWORKSCHEDULE('0000000000000000000074',$,'Plan',$,$,$,'2025-01-01T00:00:00',$,$,$,$,'2025-03-01T00:00:00',$,$);
            #75=IFCRELASSIGNSTOCONTROL('0000000000000000000075',$,$,$,(#61),$,#74);
            """);
        var work = model.Work;
        var walls = work.Tasks[1];
        Assert.Equal((TimeSpan.FromHours(32), new DateTime(2025, 3, 1, 8, 0, 0), true, 0.5), (walls.Time!.Duration, walls.Time.Start, walls.Time.IsCritical, walls.Time.Completion));
        Assert.Equal(TimeSpan.FromHours(2), walls.Time.TotalFloat);
        Assert.Equal(7, walls.Priority);
        Assert.Same(work.Tasks[0], walls.Parent);
        Assert.Equal("Wall", walls.Products.Single().Name);
        Assert.Equal("Masons", walls.Resources.Single().Name);
        Assert.True(work.Tasks[2].IsMilestone);
        Assert.Equal(new IfcSequence(62, 63, IfcSequenceKind.FinishStart, TimeSpan.FromDays(2), true), work.Sequences.Single());
        var week = work.Calendars.Single().Working.Single();
        Assert.Equal([1, 2, 3, 4, 5], week.Weekdays);
        Assert.Equal((new TimeSpan(8, 0, 0), new TimeSpan(17, 30, 0)), week.Hours.Single());
        Assert.Equal("All", work.Schedules.Single().Tasks.Single().Name);
    }

    [Fact]
    public void Tasks_of_2x3_take_their_times_from_a_relation_and_records_of_days()
    {
        using var model = SmallIfc.Read("IFC2X3", SmallIfc.Frame, """
            #60=IFCTASK('0000000000000000000060',$,'Dig',$,$,'A1',$,$,.F.,3);
            #61=IFCCALENDARDATE(14,3,2025);
            #62=IFCLOCALTIME(7,30,$,$,$);
            #63=IFCDATEANDTIME(#61,#62);
            #64=IFCSCHEDULETIMECONTROL('0000000000000000000064',$,$,$,$,$,$,$,#63,$,$,$,$,28800.,$,$,$,$,$,$,$,$,$);
            #65=IFCRELASSIGNSTASKS('0000000000000000000065',$,$,$,(#60),$,$,#64);
            #66=IFCTASK('0000000000000000000066',$,'Pour',$,$,'A2',$,$,.F.,$);
            #67=IFCRELSEQUENCE('0000000000000000000067',$,$,$,#60,#66,3600.,.START_START.);
            """);
        var dig = model.Work.Tasks[0];
        Assert.Equal("A1", dig.Identification);
        Assert.Equal(new DateTime(2025, 3, 14, 7, 30, 0), dig.Time!.Start);
        Assert.Equal(TimeSpan.FromHours(8), dig.Time.Duration);
        Assert.Equal(new IfcSequence(60, 66, IfcSequenceKind.StartStart, TimeSpan.FromHours(1), false), model.Work.Sequences.Single());
    }
}

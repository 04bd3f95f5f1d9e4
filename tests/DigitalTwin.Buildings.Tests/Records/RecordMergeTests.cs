using DigitalTwin.Buildings.Records;
using NetTopologySuite.Geometries;

namespace DigitalTwin.Buildings.Tests.Records;

public class RecordMergeTests
{
    private static readonly MergeOptions Usual = new();

    [Fact]
    public void Records_of_one_id_are_one_building_and_each_value_keeps_its_source()
    {
        var (records, report) = Merge(Of("plan", 1, Drawn("B-1", 0, 0, 10, 10) with { Height = new(18, "plan") }), Of("table", 2, new BuildingRecord { Id = "B-1", Occupants = new(40, "table") }));
        var one = Assert.Single(records);
        Assert.Equal(("plan", "table"), (one.Height!.Source, one.Occupants!.Source));
        Assert.Equal(MatchedBy.Id, Assert.Single(report.Matches).By);
        Assert.Empty(report.Conflicts);
    }

    [Fact]
    public void Records_of_one_code_are_one_building_under_the_id_that_came_first()
    {
        var code = new Dictionary<string, string> { ["building-code"] = "42" };
        var (records, report) = Merge(Of("plan", 1, Drawn("B-1", 0, 0, 10, 10) with { Codes = code }), Of("bim", 0, new BuildingRecord { Id = "2O2Fr$t4X7Zf8NOew3FLOH", Codes = code, Year = new(2019, "bim") }));
        Assert.Equal(("B-1", 2019), (records.Single().Id, records.Single().Year!.Value));
        Assert.Equal(MatchedBy.Code, report.Matches.Single().By);
    }

    [Theory]
    [InlineData(4, 1)] // six tenths in common
    [InlineData(6, 2)] // four tenths
    public void Footprints_that_cover_half_of_each_other_are_one_building(double shift, int buildings)
    {
        var (records, report) = Merge(Of("a", 1, Drawn("A", 0, 0, 10, 10)), Of("b", 2, Drawn("B", shift, 0, 10 + shift, 10)));
        Assert.Equal(buildings, records.Count);
        Assert.Equal(2 - buildings, report.Matches.Count(m => m.By == MatchedBy.Place));
    }

    [Fact]
    public void Of_several_footprints_the_one_with_most_in_common_is_the_building()
    {
        var (records, report) = Merge(Of("a", 1, Drawn("A", 0, 0, 10, 10), Drawn("B", 10, 0, 20, 10)), Of("b", 2, Drawn("C", 8, 0, 20, 10)));
        Assert.Equal(2, records.Count);
        Assert.Equal("B", report.Matches.Single().Building);
    }

    [Fact]
    public void A_point_within_a_footprint_is_of_its_building_whichever_comes_first()
    {
        var point = new BuildingRecord { Id = "P", Longitude = new(5, "table"), Latitude = new(5, "table"), Use = new(BuildingUse.Office, "table") };
        foreach (var sources in new[] { new[] { Of("a", 1, Drawn("A", 0, 0, 10, 10)), Of("t", 2, point) }, [Of("t", 2, point), Of("a", 1, Drawn("A", 0, 0, 10, 10))] })
            Assert.Equal(BuildingUse.Office, RecordMerge.Merge(sources, Usual).Records.Single().Use!.Value);
    }

    [Fact]
    public void The_better_rank_is_believed_and_the_difference_is_told()
    {
        var (records, report) = Merge(Of("plan", 5, Drawn("A", 0, 0, 10, 10) with { Height = new(12, "plan") }), Of("bim", 1, Drawn("A", 0, 0, 10, 10) with { Height = new(30, "bim") }));
        Assert.Equal(30, records.Single().Height!.Value);
        Assert.Equal(new RecordConflict("A", "height", "30.0 m", "bim", "12.0 m", "plan"), Assert.Single(report.Conflicts));
    }

    [Theory]
    [InlineData(30, 30.9, 0)]
    [InlineData(30, 32.9, 0)]
    [InlineData(30, 34, 1)]
    [InlineData(4, 4.9, 0)]
    public void Heights_within_a_metre_or_a_tenth_are_no_conflict(double a, double b, int conflicts)
    {
        var (_, report) = Merge(Of("a", 1, Drawn("A", 0, 0, 10, 10) with { Height = new(a, "a") }), Of("b", 2, Drawn("A", 0, 0, 10, 10) with { Height = new(b, "b") }));
        Assert.Equal(conflicts, report.Conflicts.Count);
    }

    [Fact]
    public void Equal_ids_far_apart_are_told()
    {
        var (_, report) = Merge(Of("a", 1, Drawn("1", 0, 0, 10, 10)), Of("b", 2, Drawn("1", 50, 0, 60, 10)));
        Assert.Equal("place", Assert.Single(report.Conflicts).Value);
        var (records, _) = RecordMerge.Merge([Of("a", 1, Drawn("1", 0, 0, 10, 10)), Of("b", 2, Drawn("1x", 50, 0, 60, 10))], Usual with { ById = false });
        Assert.Equal(2, records.Count);
    }

    [Fact]
    public void Records_of_one_source_never_meet()
    {
        var (records, _) = Merge(Of("a", 1, Drawn("A", 0, 0, 10, 10), Drawn("B", 0, 0, 10, 10)), Of("b", 2));
        Assert.Equal(2, records.Count);
    }

    [Theory]
    [InlineData("住宅", BuildingUse.Residential)]
    [InlineData("Kantoorfunctie", BuildingUse.Office)]
    [InlineData("supermarket", BuildingUse.Retail)]
    public void Words_of_registers_and_maps_are_uses(string word, BuildingUse use) => Assert.Equal((true, use), (BuildingUseWords.TryParse(word, out var found), found));

    private static (IReadOnlyList<BuildingRecord> Records, MergeReport Report) Merge(params RecordSource[] sources) => RecordMerge.Merge(sources, Usual);

    private static RecordSource Of(string name, int rank, params BuildingRecord[] records) => new(name, rank, records);

    private static BuildingRecord Drawn(string id, double west, double south, double east, double north) => new()
    {
        Id = id, Crs = "EPSG:4326", Footprint = new(new Polygon(new LinearRing([new(west, south), new(east, south), new(east, north), new(west, north), new(west, south)])), id),
    };
}

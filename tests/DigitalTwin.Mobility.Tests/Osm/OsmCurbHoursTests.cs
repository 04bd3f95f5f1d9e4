using DigitalTwin.Mobility.Osm;
using DigitalTwin.Mobility.Parking;
using DigitalTwin.Mobility.Parking.Curbs;
using static DigitalTwin.Mobility.Tests.Osm.MadeOsm;

namespace DigitalTwin.Mobility.Tests.Osm;

public class OsmCurbHoursTests
{
    private const string Days = "SuMoTuWeThFrSa";

    [Theory]
    [InlineData("parking:right:maxstay:conditional", "2 hours @ (Mo-Fr 08:00-18:00)", "1 parking, at most 2 h: MoTuWeThFr 08-18")]
    [InlineData("parking:right:maxstay:conditional", "2 hours @ (Mo-Fr 08:00-18:00; Sa 09:00-14:00); none @ residents", "1 parking for residents: MoTuWeThFr 08-18, Sa 09-14 | 2 parking, at most 2 h: MoTuWeThFr 08-18, Sa 09-14")]
    [InlineData("parking:right:restriction:conditional", "no_parking @ (Mo-Fr 07:00-09:00)", "1 no parking: MoTuWeThFr 07-09")]
    [InlineData("parking:both:restriction:conditional", "no_stopping @ (22:00-06:00)", "1 no stopping: SuMoTuWeThFrSa 22-06")]
    [InlineData("parking:right:restriction:conditional", "loading_only @ (Mo-Fr 07:00-10:00); no_parking @ (PH)", "1 loading: MoTuWeThFr 07-10")]
    [InlineData("parking:right:access:conditional", "residents @ (Mo-Fr 18:00-08:00)", "1 parking for residents: MoTuWeThFr 18-08 | 2 no parking: MoTuWeThFr 18-08")]
    [InlineData("parking:right:access:conditional", "no @ (Mo-Fr)", "1 no parking: MoTuWeThFr 00-24")]
    public void Rules_by_time_become_policies(string key, string value, string expected)
    {
        var kerb = Assert.Single(Clean(Lattice, Way(10, [1, 2], ("highway", "residential"), ("parking:right", "lane"), (key, value))).Kerbs);
        Assert.Empty(kerb.Others);
        Assert.Equal(expected, Shown(kerb.Policies));
    }

    [Fact]
    public void A_later_rule_takes_its_hours_from_an_earlier_one()
    {
        var kerb = Kerb(("parking:right:maxstay:conditional", "1 h @ (Mo-Su 08:00-20:00); 30 min @ (Sa 10:00-12:00)"));
        var saturday = kerb.Policies.Where(p => p.Hours.Any(h => h.Holds(DayOfWeek.Saturday, 11 * 3600))).ToArray();
        Assert.Equal("parking, at most 30 min", Assert.Single(saturday).ToString());
        Assert.Equal("parking, at most 1 h", Assert.Single(kerb.Policies, p => p.Hours.Any(h => h.Holds(DayOfWeek.Saturday, 13 * 3600))).ToString());
    }

    [Fact]
    public void Where_parking_is_forbidden_but_at_some_hours_there_are_bays_at_these()
    {
        var kerb = Kerb(("parking:right:restriction", "no_parking"), ("parking:right:restriction:conditional", "none @ (Mo-Fr 18:00-08:00; Sa-Su)"), ("parking:right:maxstay", "12 hours"));
        Assert.Equal(43200.0, kerb.LongestStay);
        Assert.Equal(["no parking"], kerb.Policies.Select(p => p.ToString()).Distinct());
        foreach (var day in new[] { DayOfWeek.Tuesday, DayOfWeek.Friday }) Assert.True(Holds(kerb, day, 12));
        foreach (var (day, hour) in new[] { (DayOfWeek.Tuesday, 20), (DayOfWeek.Wednesday, 3), (DayOfWeek.Sunday, 12), (DayOfWeek.Monday, 19) }) Assert.False(Holds(kerb, day, hour));
        Assert.Empty(Clean(Lattice, Way(10, [1, 2], ("highway", "residential"), ("parking:right", "lane"), ("parking:right:restriction", "no_parking"), ("parking:right:restriction:conditional", "no_stopping @ (Mo-Fr)"))).Kerbs);
    }

    [Fact]
    public void A_rule_whose_condition_is_no_hour_of_the_week_is_kept_as_tagged_and_counted()
    {
        var (extract, problems) = Read(Document(Lattice, Way(10, [1, 2], ("highway", "residential"), ("parking:right", "lane"), ("parking:right:maxstay", "2 h"), ("parking:right:maxstay:conditional", "4 h @ (length &lt; 5)"), ("parking:right:access:conditional", "taxi @ (22:00-06:00)"))));
        Assert.Equal("2 places to park have a rule by time that says more than hours of a week, residents and employees do: it is kept as text and not applied, the way 10 (parking:right:access:conditional=taxi @ (22:00-06:00)) among them.", Assert.Single(problems).Sentence);
        var kerb = Assert.Single(extract!.Kerbs);
        Assert.Empty(kerb.Policies);
        Assert.Equal(7200, kerb.LongestStay);
        Assert.Equal(["parking:right:maxstay:conditional", "parking:right:access:conditional"], kerb.Others.Select(o => o.Key));
        Assert.Equal((2, 1), (extract.Tally.Ignored["rules of parking by time that could not be read"], extract.Tally.Kept["kerbs with rules by time, kept as tagged"]));
    }

    [Fact]
    public void The_older_tags_say_a_condition_for_an_interval_and_a_default_for_the_rest()
    {
        var kerb = Assert.Single(Clean(Lattice, Way(10, [1, 2], ("highway", "residential"), ("parking:lane:right", "parallel"), ("parking:condition:right", "ticket"), ("parking:condition:right:time_interval", "Mo-Fr 09:00-18:00"),
            ("parking:condition:right:maxstay", "90 min"), ("parking:condition:right:default", "residents"))).Kerbs);
        Assert.Equal((true, "", double.PositiveInfinity), (kerb.HasFee, kerb.Access, kerb.LongestStay));
        Assert.Equal("parking, at most 90 min", kerb.Policies.Single(p => double.IsFinite(p.LongestStay)).ToString());
        var others = kerb.Policies.Single(p => p.Activity == CurbActivity.NoParking).Hours;
        Assert.Contains(others, h => h.Holds(DayOfWeek.Monday, 20 * 3600));
        Assert.DoesNotContain(others, h => h.Holds(DayOfWeek.Monday, 12 * 3600));
    }

    [Fact]
    public void A_lot_has_them_too()
    {
        var lot = Assert.Single(Clean(Lattice, Way(10, [1, 2], ("highway", "residential")), Node(71, 114.4022, 30.5008, ("amenity", "parking"), ("maxstay", "2 h"), ("maxstay:conditional", "none @ (18:00-08:00)"), ("access:conditional", "no @ (Su)"))).Lots);
        Assert.Equal((7200.0, ""), (lot.LongestStay, lot.Access));
        Assert.Empty(lot.Others);
        Assert.Contains("no parking: Su 00-24", Shown(lot.Policies), StringComparison.Ordinal);
    }

    private static OsmKerb Kerb(params (string Key, string Value)[] tags) => Assert.Single(Clean(Lattice, Way(10, [1, 2], [("highway", "residential"), ("parking:right", "lane"), .. tags])).Kerbs);

    private static bool Holds(OsmKerb kerb, DayOfWeek day, double hour) => kerb.Policies.Any(p => p.Hours.Any(h => h.Holds(day, hour * 3600)));

    private static string Shown(IEnumerable<CurbPolicy> policies) => string.Join(" | ", policies.Select(p => $"{p.Priority} {p}: {string.Join(", ", p.Hours.Select(Shown))}"));

    private static string Shown(WeekTime time) =>
        string.Concat(Enumerable.Range(0, 7).Where(d => (time.Days >> d & 1) != 0).Select(d => Days.Substring(2 * d, 2))) + $" {time.From / 3600:00}-{time.Until / 3600:00}";
}

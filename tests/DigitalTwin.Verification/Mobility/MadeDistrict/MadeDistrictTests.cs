using DigitalTwin.Benchmarks.Traffic;

namespace DigitalTwin.Verification.Mobility.MadeDistrict;

public class MadeDistrictTests
{
    [Fact]
    public void A_day_of_a_small_district_ends_in_the_same_bits_on_any_number_of_threads() => EndsTheSame(District.Small(20250708));

    [LongFact]
    public void A_day_of_a_district_of_200_000_trips_ends_in_the_same_bits_on_any_number_of_threads() => EndsTheSame(District.Whole(20250708));

    private static void EndsTheSame(District district)
    {
        var one = DayRun.Of(district, threads: 1);
        Assert.Equal(district.Roads.Links.Count > 1000 ? 5000 : 528, district.Roads.Links.Count);
        foreach (var threads in new[] { 2, 3 })
        {
            var run = DayRun.Of(district, threads);
            Assert.Equal((one.Hash, one.Trips), (run.Hash, run.Trips));
        }
    }
}

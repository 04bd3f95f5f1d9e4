using DigitalTwin.Buildings.Studies;
using DigitalTwin.Buildings.Tests.Districts;
using DigitalTwin.Buildings.Use;

namespace DigitalTwin.Buildings.Tests.Studies;

public class DistrictStudyTests
{
    [Fact]
    public void Threads_change_no_bit()
    {
        var (buildings, weather) = (SomeBuildings.Of(300), SomeBuildings.Weather(72, 3000));
        var studies = new[] { 1, 2, 7 }.Select(threads => DistrictStudy.Run(buildings, UseProfiles.Shipped, SomeBuildings.Options, weather, 3600, threads)).ToArray();
        foreach (var quantity in Enum.GetValues<BuildingQuantity>())
            for (var s = 1; s < studies.Length; s++)
            {
                for (var step = 0; step < weather.Length; step++) Assert.Equal(studies[0].Sum(step, quantity), studies[s].Sum(step, quantity));
                for (var b = 0; b < buildings.Length; b++) Assert.Equal(studies[0].Total(b, quantity), studies[s].Total(b, quantity));
            }
    }

    [Fact]
    public void The_sum_over_the_hours_is_the_sum_over_the_buildings()
    {
        var (buildings, weather) = (SomeBuildings.Of(40), SomeBuildings.Weather(48, 5000));
        var study = DistrictStudy.Run(buildings, UseProfiles.Shipped, SomeBuildings.Options, weather, 3600);
        foreach (var quantity in Enum.GetValues<BuildingQuantity>())
        {
            var expected = Enumerable.Range(0, 40).Sum(b => study.Total(b, quantity));
            Assert.Equal(expected, study.Total(quantity, 0, study.Steps), (1e-6 * Math.Abs(expected)) + 1e-3);
        }
    }

    [Fact]
    public void The_detailed_zone_needs_about_what_5r1c_says()
    {
        var (buildings, weather) = (SomeBuildings.Of(4), SomeBuildings.Weather(24 * 14, 4600));
        var simple = DistrictStudy.Run(buildings, UseProfiles.Shipped, SomeBuildings.Options, weather, 3600);
        var detailed = DistrictStudy.RunDetailed(buildings, UseProfiles.Shipped, SomeBuildings.Options, weather, 3600);
        var (a, b) = (simple.Total(BuildingQuantity.Cooling, 0, simple.Steps), detailed.Total(BuildingQuantity.Cooling, 0, simple.Steps));
        Assert.InRange(b, 0.6 * a, 1.6 * a);
        Assert.Equal(simple.Total(BuildingQuantity.Lighting, 0, simple.Steps), detailed.Total(BuildingQuantity.Lighting, 0, simple.Steps), 1e-6 * simple.Total(BuildingQuantity.Lighting, 0, simple.Steps));
    }
}

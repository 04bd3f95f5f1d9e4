using System.Text;
using DigitalTwin.Mobility.Emissions;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Scenarios;
using DigitalTwin.Simulation.Mobility;
using static DigitalTwin.Simulation.Tests.Mobility.Towns;

namespace DigitalTwin.Simulation.Tests.Mobility;

public class FleetTests
{
    private static EmissionFactor Curve(Pollutant pollutant, double a, double f) => new("taxi", pollutant, 1, a, 0, 0, 0, 0, f, 1, 130, "made up for a test");

    [Fact]
    public async Task Carbon_dioxide_and_nitrogen_oxides_are_what_the_citys_own_curves_say()
    {
        // By hand: 150 g of CO2 a kilometre at any speed; 2 g of NOx an hour at any speed, as 2/V g/km are.
        var site = Site(through: 120) with { Fleet = new VehicleFleet([Curve(Pollutant.CO2, 150, 0), Curve(Pollutant.NOx, 0, 2)], [new("taxi", 1)]) };
        var record = await RunAsync(site, []);
        var (kilometres, hours) = (Kpi(record, "road.vehicle-km"), Kpi(record, "road.vehicle-hours") - Kpi(record, "road.waiting"));
        Assert.True(kilometres > 100);
        Assert.Equal(kilometres * 150e-6, Kpi(record, "road.co2"), 1e-9);
        // A link's metres count when it is left, its seconds as they pass: where a step ends between them, its speed is not its cars'.
        Assert.Equal(1, Kpi(record, "road.nox") / (hours * 2e-3), 0.002);
    }

    [Fact]
    public async Task Where_forty_percent_are_electric_the_others_emit_sixty_percent_and_nothing_else_changes()
    {
        var site = Site(workers: 40, through: 80, spaces: 30);
        var (all, some) = (await RunAsync(site, []), await RunAsync(site, [], settings: new MobilitySettings { Fleet = new([new("electric", 0.4)]) }));
        Assert.All(all.Kpis.Zip(some.Kpis), pair =>
            Assert.Equal(pair.First.Value * (pair.First.Kpi.Name is "road.co2" or "road.nox" ? 0.6 : 1), pair.Second.Value, 1e-9));
        Assert.True(Kpi(all, "road.co2") > 0);
    }

    [Fact]
    public void A_variant_says_its_fleet_in_one_line_over_the_maps()
    {
        var (scenario, problems) = Bind("electric: 40 %");
        Assert.Equal(0, problems.ErrorCount);
        var fleet = MobilitySettings.Of(scenario!.Variants[1].Settings).Over(VehicleFleet.Assumed);
        Assert.Equal("electric 40 %, petrol-euro-5 60 %", fleet.ToString());
        Assert.Null(MobilitySettings.Of(scenario.Variants[0].Settings).Fleet);
    }

    [Theory]
    [InlineData("elektric: 40 %", "6:36 'mobility.fleet' knows no 'elektric'; it knows petrol-euro-3, petrol-euro-4, petrol-euro-5, petrol-euro-6, electric. Did you mean 'electric'?")]
    [InlineData("electric: 40", "6:46 'mobility.fleet.electric' is a share from 0 to 1, or from 0 % to 100 %; found '40'. Did you mean '40 %'?")]
    [InlineData("electric: -5 %", "6:46 'mobility.fleet.electric' is a share from 0 to 1, or from 0 % to 100 %; found '-5 %'.")]
    [InlineData("electric: 60 %, petrol-euro-6: 50 %", "6:34 The shares of 'mobility.fleet' add up to 110 %; 100 % is the most.")]
    [InlineData("petrol-euro-5: 60 %", "6:34 'mobility.fleet': The shares add up to 60 %, and the map's fleet has no other cars for the rest; it has petrol-euro-5. Say what the rest is.")]
    public void A_mistake_in_a_variants_fleet_gets_its_sentence(string fleet, string sentence)
    {
        var problem = Assert.Single(Bind(fleet).Problems);
        Assert.Equal(sentence, $"{problem.Line}:{problem.Column} {problem.Sentence}");
    }

    private static (Scenario? Scenario, ProblemList Problems) Bind(string fleet)
    {
        var text = $$"""
            scenario: cars
            map: .
            period: { start: 2025-07-08T06:00+08:00, duration: 6 h }
            variants:
              as-is: {}
              electric: { mobility: { fleet: { {{fleet}} } } }
            """;
        var problems = new ProblemList();
        return (ScenarioReader.Bind(ScenarioReader.Open(Encoding.UTF8.GetBytes(text), "cars.yaml", problems)!, MobilityVocabulary.For(MobilityVocabulary.All, VehicleFleet.Assumed), problems), problems);
    }
}

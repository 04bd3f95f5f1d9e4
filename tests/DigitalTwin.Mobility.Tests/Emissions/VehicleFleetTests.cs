using DigitalTwin.Mobility.Emissions;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Mobility.Tests.Emissions;

public class VehicleFleetTests
{
    private static readonly VehicleFleet Mixed = new(EmissionFactorReader.Shipped, [new("petrol-euro-4", 0.3), new("petrol-euro-6", 0.6), new(VehicleFleet.Electric, 0.1)]);

    [Fact]
    public void Forty_percent_electric_leaves_sixty_to_the_cars_of_before_in_their_proportions()
    {
        var fleet = Mixed.With([new(VehicleFleet.Electric, 0.4)]);
        Assert.Equal("electric 40 %, petrol-euro-4 20 %, petrol-euro-6 40 %", fleet.ToString());
        // By hand: what 0.9 of the kilometres emitted, 0.6 emit now.
        var (before, now) = (new EmissionModel(Mixed), new EmissionModel(fleet));
        foreach (var pollutant in Enum.GetValues<Pollutant>()) Assert.Equal(before.Mass(pollutant, 5000, 400) * 0.6 / 0.9, now.Mass(pollutant, 5000, 400), 1e-12);
        Assert.Equal("electric 100 %", Mixed.With([new(VehicleFleet.Electric, 1)]).ToString());
    }

    [Fact]
    public void Shares_that_leave_a_rest_need_other_cars_for_it()
    {
        Assert.Null(Mixed.ObjectionTo([new("petrol-euro-3", 0.2)]));
        Assert.Contains("the map's fleet has no other cars for the rest; it has petrol-euro-5", VehicleFleet.Assumed.ObjectionTo([new("petrol-euro-5", 0.2)]), StringComparison.Ordinal);
        Assert.Equal("The shares add up to 120 %; 100 % is the most.", Mixed.ObjectionTo([new("petrol-euro-5", 0.7), new(VehicleFleet.Electric, 0.5)]));
        Assert.Throws<ArgumentException>(() => VehicleFleet.Assumed.With([new("petrol-euro-5", 0.2)]));
    }

    [Fact]
    public void A_fleet_is_read_with_its_sources()
    {
        var (shares, source, problems) = Read("vehicle,share,source\npetrol-euro-4,30 %,register of 2024\npetrol-euro-6,0.6,register of 2024\nelectric,10 %,assumed\n");
        Assert.Empty(problems);
        Assert.Equal(Mixed.Shares, shares);
        Assert.Equal("register of 2024; assumed", source);
    }

    [Theory]
    [InlineData("petrol-euro-55,100 %,s", "2:1 There are no emission factors of cars 'petrol-euro-55'; there are petrol-euro-3, petrol-euro-4, petrol-euro-5, petrol-euro-6, electric. Did you mean 'petrol-euro-5'?")]
    [InlineData("electric,40,s", "2:10 A share is from 0 to 1, or from 0 % to 100 %; found '40'. Did you mean '40 %'?")]
    [InlineData("electric,-0.1,s", "2:10 A share is from 0 to 1, or from 0 % to 100 %; found '-0.1'.")]
    [InlineData("electric,many,s", "2:10 A share is from 0 to 1, or from 0 % to 100 %; found 'many'.")]
    [InlineData("electric,1,", "2:12 A share says where it is from: a register, a count, or 'assumed'.")]
    [InlineData("electric,1", "2:1 The row has 2 fields; 'vehicle,share,source' has 3.")]
    [InlineData("electric,0.5,s\nelectric,0.5,s", "3:1 'electric' has a share already.")]
    [InlineData("electric,0.5,s\npetrol-euro-5,0.4,s", "0:0 The shares of the fleet add up to 90 %, not to 100 %; cars that emit nothing on the road are 'electric'.")]
    public void A_mistake_in_a_fleet_gets_its_sentence(string rows, string sentence)
    {
        var problem = Assert.Single(Read("vehicle,share,source\n" + rows + "\n").Problems);
        Assert.Equal(sentence, $"{problem.Line}:{problem.Column} {problem.Sentence}");
    }

    [Fact]
    public void A_car_that_has_factors_for_one_pollutant_only_cannot_be_in_a_fleet() =>
        Assert.Equal("Cars 'bus' have no emission factor for NOx.", VehicleFleet.ObjectionTo("bus", [EmissionFactorReader.Shipped.First(f => f.Pollutant == Pollutant.CO2) with { Vehicle = "bus" }]));

    private static (IReadOnlyList<FleetShare> Shares, string Source, ProblemList Problems) Read(string text)
    {
        var path = Path.Combine(Path.GetTempPath(), $"fleet-{Environment.ProcessId}-{Path.GetRandomFileName()}.csv");
        try
        {
            File.WriteAllText(path, text);
            var problems = new ProblemList();
            var (shares, source) = FleetReader.Read(path, EmissionFactorReader.Shipped, problems);
            return (shares, source, problems);
        }
        finally
        {
            File.Delete(path);
        }
    }
}

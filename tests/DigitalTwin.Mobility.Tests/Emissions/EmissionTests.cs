using System.Text;
using DigitalTwin.Mobility.Emissions;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Mobility.Tests.Emissions;

public class EmissionTests
{
    // g/km of NOx at 100 km/h and MJ/km, of petrol cars of medium size, as another program gets them from the annex of the guidebook of 2018 (EFcalculatoR, test 2); 43.774 MJ in a kilogram of petrol by the guidebook.
    [Theory]
    [InlineData("petrol-euro-3", 0.0522579194330748, 2.32160066212781)]
    [InlineData("petrol-euro-4", 0.019315087752686, 2.42129803778947)]
    [InlineData("petrol-euro-5", 0.0135649648650121, 2.42129803778947)]
    public void Emissions_at_100_km_per_hour_are_those_of_the_guidebook(string vehicle, double nox, double megajoules)
    {
        // Coefficients are printed with three digits.
        Assert.Equal(1, Of(vehicle, Pollutant.NOx).GramsPerKilometre(100) / nox, 0.02);
        Assert.Equal(1, Of(vehicle, Pollutant.CO2).GramsPerKilometre(100) / 3.183 * 43.774e-3 / megajoules, 0.002);
    }

    [Fact]
    public void A_gram_of_petrol_burns_to_the_carbon_dioxide_that_its_carbon_makes() =>
        Assert.Equal(44.011 / (12.011 + 1.8 * 1.008), Of("petrol-euro-4", Pollutant.CO2).Factor, 0.001);

    [Theory]
    [InlineData(Pollutant.CO2)]
    [InlineData(Pollutant.NOx)]
    public void A_kilometre_in_a_jam_costs_more_than_a_kilometre_at_50(Pollutant pollutant)
    {
        var model = new EmissionModel();
        Assert.True(model.Mass(pollutant, 1000, 1000 / (10 / 3.6)) > 1.2 * model.Mass(pollutant, 1000, 1000 / (50 / 3.6)));
    }

    [Fact]
    public void A_car_that_stands_emits_in_an_hour_what_it_does_at_the_lower_end_of_the_range()
    {
        var factor = Of("petrol-euro-5", Pollutant.CO2);
        Assert.Equal(factor.GramsPerKilometre(10) * 10 / 1000, factor.Mass(0, 3600), 1e-12);
        Assert.Equal(factor.Mass(10_000, 3600), factor.Mass(9_999.999, 3600), 1e-6);
        Assert.Equal(0, factor.Mass(0, 0));
    }

    [Fact]
    public void Faster_than_the_range_a_kilometre_counts_as_at_its_upper_end()
    {
        var factor = Of("petrol-euro-5", Pollutant.NOx);
        Assert.Equal(factor.GramsPerKilometre(130) / 1000, factor.Mass(1000, 1), 1e-15);
    }

    [Fact]
    public void The_electric_part_of_a_fleet_emits_nothing_on_the_road_and_links_add_up()
    {
        var factors = EmissionFactorReader.Shipped;
        var all = new EmissionModel(factors, [new("petrol-euro-4", 1)]);
        var some = new EmissionModel(factors, [new("petrol-euro-4", 0.6)]);
        Assert.Equal(0.6 * all.Mass(Pollutant.CO2, 5000, 400), some.Mass(Pollutant.CO2, 5000, 400), 1e-12);
        Assert.Equal(all.Mass(Pollutant.NOx, 100, 20) + all.Mass(Pollutant.NOx, 300, 20), all.Mass(Pollutant.NOx, [100, 300], [20, 20]), 1e-15);
    }

    [Fact]
    public void A_fleet_of_unknown_cars_is_refused_with_a_sentence_for_each_mistake()
    {
        var refused = Assert.Throws<InputException>(() => new EmissionModel(EmissionFactorReader.Shipped, [new("petrol-euro-44", 0.5), new("petrol-euro-5", 1.5)]));
        Assert.Equal(4, refused.Problems.Count);
        Assert.Contains("Did you mean 'petrol-euro-4'?", refused.Problems[0].Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "The file is empty")]
    [InlineData("a,b\n", "The header is 'a,b'")]
    [InlineData("{0}\nx,NOx,1,1\n", "The row has 4 fields")]
    [InlineData("{0}\nx,NOX2,1,1,0,0,0,0,0,10,130,s\n", "The pollutant is 'NOX2'; CO2 and NOx are accepted. Did you mean 'NOx'?")]
    [InlineData("{0}\nx,NOx,1,one,0,0,0,0,0,10,130,s\n", "'one' is not a finite number")]
    [InlineData("{0}\nx,NOx,1,1,0,0,0,0,0,130,10,s\n", "The range of speeds is 130 to 10 km/h")]
    [InlineData("{0}\nx,NOx,1,1,0,-0.1,0,0,0,10,130,s\n", "g/km at 11 km/h; an emission is")]
    [InlineData("{0}\nx,NOx,1,1,0,0,0,0,0,10,130,s\nx,NOx,1,1,0,0,0,0,0,10,130,s\n", "has a factor for NOx already")]
    public void A_broken_file_gets_its_sentence(string content, string sentence)
    {
        var problems = new ProblemList();
        var text = content.Replace("{0}", "vehicle,pollutant,factor,a,b,c,d,e,f,from,until,source", StringComparison.Ordinal);
        EmissionFactorReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "factors.csv", problems);
        Assert.Contains(sentence, Assert.Single(problems).Sentence, StringComparison.Ordinal);
    }

    private static EmissionFactor Of(string vehicle, Pollutant pollutant) => EmissionFactorReader.Shipped.Single(f => f.Vehicle == vehicle && f.Pollutant == pollutant);
}

using DigitalTwin.Buildings.Systems;

namespace DigitalTwin.Buildings.Tests.Systems;

public class PlantTests
{
    [Fact]
    public void A_kilowatt_of_modules_gives_by_hand_what_the_formula_says()
    {
        // 1000 W/m² at 25 °C: cells at 25 + 1000 · 25 / 800 = 56.25 °C, 14.7 % less, 14 % lost, 96 % inverted.
        Assert.Equal((1 - (0.0047 * 31.25)) * 0.86 * 0.96, new PhotovoltaicOptions().PerPeakWatt(1000, 25), 1e-12);
        Assert.Equal(0, new PhotovoltaicOptions().PerPeakWatt(0, 25));
    }

    [Fact]
    public void Heat_pumps_do_as_rated_at_7_degrees_and_chillers_at_35_and_worse_the_farther_they_lift()
    {
        Assert.Equal(1, HeatPump.Heating(7), 1e-12);
        Assert.Equal(1, HeatPump.Cooling(35), 1e-12);
        Assert.True(HeatPump.Heating(-10) < HeatPump.Heating(0) && HeatPump.Heating(0) < 1);
        Assert.True(HeatPump.Cooling(40) < 1 && HeatPump.Cooling(25) > 1);
        // Condenser 45 °C = 318.15 K, evaporator -1 and -8 °C.
        Assert.Equal(46.0 / 53.0, HeatPump.Heating(0), 1e-12);
    }

    [Fact]
    public void A_kilowatt_hour_of_the_grid_is_0_5703_kg()
    {
        var factors = new EmissionFactors();
        Assert.Equal(0.5703, factors.Of(3.6e6, 0, 0), 1e-9);
        Assert.Equal(0.202, factors.Of(0, 3.6e6, 0), 1e-3);
    }
}

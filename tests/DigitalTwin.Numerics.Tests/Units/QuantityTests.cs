using DigitalTwin.Numerics.Units;

namespace DigitalTwin.Numerics.Tests.Units;

public class QuantityTests
{
    [Theory]
    [InlineData("300 mm", 0.3, "length")]
    [InlineData("35 m", 35, "length")]
    [InlineData("35米", 35, "length")]
    [InlineData("4 km", 4000, "length")]
    [InlineData("12 in", 0.3048, "length")]
    [InlineData("24 h", 86400, "time")]
    [InlineData("5 min", 300, "time")]
    [InlineData("2 d", 172800, "time")]
    [InlineData("50 a", 50 * 31557600.0, "time")]
    [InlineData("90 minutes", 5400, "time")]
    [InlineData("120 L/s", 0.12, "volume flow")]
    [InlineData("36 m3/h", 0.01, "volume flow")]
    [InlineData("36 m^3/h", 0.01, "volume flow")]
    [InlineData("36 m³·h⁻¹", 0.01, "volume flow")]
    [InlineData("0.5 m³/s", 0.5, "volume flow")]
    [InlineData("1 gal/min", 3.785411784e-3 / 60, "volume flow")]
    [InlineData("1.5 %", 0.015, "plain number")]
    [InlineData("-3", -3, "plain number")]
    [InlineData("38 degC", 311.15, "temperature")]
    [InlineData("38 °C", 311.15, "temperature")]
    [InlineData("38℃", 311.15, "temperature")]
    [InlineData("0.3 MPa", 3e5, "pressure")]
    [InlineData("20 mH2O", 196133, "pressure")]
    [InlineData("1 psi", 6894.7572931683613367, "pressure")]
    [InlineData("2 bar", 2e5, "pressure")]
    [InlineData("36 km/h", 10, "speed")]
    [InlineData("36 mm/h", 1e-5, "speed")]
    [InlineData("2 ha", 20000, "area")]
    [InlineData("7.5 kW", 7500, "power")]
    [InlineData("3 kWh", 1.08e7, "energy")]
    [InlineData("3 kW h", 1.08e7, "energy")]
    [InlineData("0.9 CNY/kWh", 0.9 / 3.6e6, "price of energy")]
    [InlineData("0.9 元/千瓦时", 0.9 / 3.6e6, "price of energy")]
    [InlineData("5 W/(m2 K)", 5, "kg·s⁻³·K⁻¹")]
    [InlineData("1e3 m / s", 1000, "speed")]
    [InlineData("+2.5e-3 m", 0.0025, "length")]
    [InlineData("180 deg", Math.PI, "angle")]
    public void What_a_person_writes_is_an_SI_value_and_a_dimension(string text, double si, string dimension)
    {
        Assert.True(Quantity.TryParse(text, out var quantity, out var problem), problem);
        Assert.Equal(si, quantity.SI);
        Assert.Equal(dimension, quantity.Dimension.Name);
    }

    [Theory]
    [InlineData("38 degC", "degC", 38)]
    [InlineData("100 degF", "degC", 37.77777777777777)]
    [InlineData("3 degC", "K", 3)]
    [InlineData("9 degF", "K", 5)]
    [InlineData("+3 K", "K", 3)]
    [InlineData("50 a", "a", 50)]
    [InlineData("14 m", "mH2O", 14)]
    [InlineData("140 cm", "mH2O", 1.4)]
    [InlineData("9.80665 kPa", "mH2O", 1)]
    [InlineData("0.9 CNY/kWh", "CNY/kWh", 0.9)]
    [InlineData("1.2", "1", 1.2)]
    [InlineData("20 %", "1", 0.2)]
    public void A_value_is_told_in_the_wanted_unit(string text, string wanted, double value)
    {
        Assert.True(Quantity.TryParse(text, Unit.Parse(wanted), out var read, out var problem), problem);
        Assert.Equal(value, read, 1e-13);
    }

    [Theory]
    [InlineData("300 mn", "m", "'mn' is not a unit; a length is wanted: m, mm, cm, km, in, ft. Did you mean 'm'?")]
    [InlineData("7.5 KW", "W", "'KW' is not a unit; a power is wanted: W, kW, MW, hp. Did you mean 'kW'?")]
    [InlineData("5 kg", "m", "'5 kg' is a mass, but a length is wanted: m, mm, cm, km, in, ft.")]
    [InlineData("300", "m", "'300' has no unit; a length is wanted: m, mm, cm, km, in, ft.")]
    [InlineData("wide", "m", "'wide' does not begin with a number; write a number and a unit, as in '300 mm'.")]
    [InlineData("many", "1", "'many' does not begin with a number; write a bare number, as in '3'.")]
    [InlineData("much", "%", "'much' does not begin with a number; write a share, as in '30 %'.")]
    [InlineData("", "m", "'' does not begin with a number; write a number and a unit, as in '300 mm'.")]
    [InlineData("1e999 m", "m", "'1e999' is not a number we can hold.")]
    [InlineData("1e308 km", "m", "'1e308 km' is too large.")]
    [InlineData("5 kg", "mH2O", "'5 kg' is a mass, but a pressure is wanted: Pa, kPa, MPa, bar, mH2O, psi, m (of water).")]
    [InlineData("NaN m", "m", "'NaN m' does not begin with a number; write a number and a unit, as in '300 mm'.")]
    [InlineData("1,200 m", "m", "',200 m' is not a unit; a length is wanted: m, mm, cm, km, in, ft.")]
    public void What_is_wrong_is_told_with_what_is_accepted(string text, string wanted, string sentence)
    {
        Assert.False(Quantity.TryParse(text, Unit.Parse(wanted), out _, out var problem));
        Assert.Equal(sentence, problem);
    }

    [Theory]
    [InlineData(0.3, "m", "300 mm")]
    [InlineData(35, "m", "35 m")]
    [InlineData(5400, "s", "1.5 h")]
    [InlineData(0.12, "m³/s", "120 L/s")]
    [InlineData(311.15, "K", "38 degC")]
    [InlineData(3.6e6, "J", "1 kWh")]
    [InlineData(0.25, "1", "0.25")]
    public void People_see_a_sensible_unit(double si, string unit, string shown) =>
        Assert.Equal(shown, new Quantity(si, Unit.Parse(unit).Dimension).ToString());

    [Fact]
    public void A_quantity_is_not_told_in_a_unit_of_something_else() =>
        Assert.Throws<ArgumentException>(() => new Quantity(1, UnitTable.Length).ToString(Unit.Parse("kg")));
}

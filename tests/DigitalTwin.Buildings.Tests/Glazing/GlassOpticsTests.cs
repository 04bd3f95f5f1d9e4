using DigitalTwin.Buildings.Envelope;
using DigitalTwin.Buildings.Glazing;

namespace DigitalTwin.Buildings.Tests.Glazing;

public sealed class GlassOpticsTests
{
    private static readonly GlassPane Clear = new(0.834, 0.075, 0.003048);

    [Fact]
    public void A_pane_gives_back_the_transmittance_and_reflectance_it_was_made_of()
    {
        var answer = GlassOptics.At(new([Clear], GlassGap.Of(1)), 1);
        Assert.Equal(0.834, answer.Transmitted, 9);
        Assert.Equal(0.075, answer.Reflected, 9);
    }

    /// <summary>Duffie and Beckman, 4th ed., example 5.1.1: one surface of glass of n 1.526 reflects 0.0434 at normal incidence and 0.093 at 60°.</summary>
    [Fact]
    public void A_face_of_clear_glass_reflects_as_Fresnel_says()
    {
        Assert.Equal(0.0434, GlassPane.Normal(GlassPane.SodaLime), 1e-4);
        var lossless = GlassOptics.At(new([GlassPane.OfBody(1)], GlassGap.Of(1)), 0.5);

        // Without absorption a slab transmits the mean over both polarisations of (1 - r) / (1 + r): 0.5 ((1 - 0.185)/(1 + 0.185) + (1 - 0.001)/(1 + 0.001)).
        Assert.Equal(0.5 * ((0.815 / 1.185) + (0.999 / 1.001)), lossless.Transmitted, 2e-3);
    }

    /// <summary>Duffie and Beckman, 4th ed., figure 5.1.2: two covers without absorption at 60° transmit about 0.75 (example 5.1.2).</summary>
    [Fact]
    public void Two_panes_multiply_by_polarisation() =>
        Assert.Equal(0.76, GlassOptics.At(new([GlassPane.OfBody(1), GlassPane.OfBody(1)], GlassGap.Of(0.17)), 0.5).Transmitted, 0.015);

    [Fact]
    public void What_arrives_is_transmitted_absorbed_or_reflected_and_nothing_else()
    {
        foreach (var count in new[] { 1, 2, 3 })
        {
            var optics = new GlassOptics(new([.. Enumerable.Repeat(Clear, count)], GlassGap.Of(0.17)));
            for (var cos = 0.02; cos <= 1; cos += 0.02)
            {
                var a = optics[cos];
                Assert.True(a is { Transmitted: >= 0, Outer: >= 0, Inner: >= 0 } && a.Reflected is >= 0 and <= 1);
            }
            Assert.InRange(optics.Diffuse.Transmitted, 0.5 * optics[1].Transmitted, optics[1].Transmitted);
        }
    }

    /// <summary>The glass of case 600 of ASHRAE 140-2020: two panes of 0.834 and 0.075, 12 mm of air; its solar heat gain coefficient is given as 0.769.</summary>
    [Fact]
    public void The_double_glass_of_BESTEST_has_its_solar_factor() =>
        Assert.Equal(0.769, new GlassOptics(new([Clear, Clear], GlassGap.Air(0.012))).NormalSolarFactor, 0.01);

    [Theory]
    [InlineData(1, 5.8, 0.85)]
    [InlineData(2, 2.8, 0.75)]
    [InlineData(2, 1.1, 0.5)]
    [InlineData(3, 0.8, 0.35)]
    [InlineData(1, 5.8, 0.95)]
    [InlineData(2, 1.4, 0.0)]
    public void A_window_known_by_U_and_g_keeps_both(int panes, double u, double g)
    {
        var optics = GlassOptics.Of(new Window { Area = 1, UValue = u, SolarFactor = g, Panes = panes });
        Assert.Equal(g, optics.NormalSolarFactor, 6);
        Assert.Equal(1 / u, optics.Resistance + 0.17, 0.002);
    }

    [Fact]
    public void Glass_lets_less_in_the_more_slanting_the_sun()
    {
        var optics = GlassOptics.Of(new Window { Area = 1, UValue = 2.8, SolarFactor = 0.75 });
        Assert.Equal(1, optics.Modifier(1), 9);
        Assert.True(optics.Modifier(0.5) < 0.95 && optics.Modifier(0.2) < optics.Modifier(0.5));
        Assert.Equal(0, optics.Modifier(0), 9);
        Assert.InRange(optics.DiffuseModifier, 0.8, 0.92);
    }

    /// <summary>EN 673:2011: 12 mm of air between plain panes (0.837) has U 2.9 with 4 mm of glass.</summary>
    [Fact]
    public void Air_between_panes_conducts_as_declared_and_better_when_warm()
    {
        var unit = new GlassUnit([new(0.83, 0.075, 0.004), new(0.83, 0.075, 0.004)], GlassGap.Air(0.012, 0.837, 0.837));
        Assert.Equal(2.9, 1 / (unit.Resistance + 0.17), 0.05);
        Assert.True(unit.Conductance(30) > unit.Conductance(10) && unit.Conductance(10) > unit.Conductance(-10));
    }

    [Fact]
    public void Panes_and_factors_that_cannot_be_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => GlassUnit.Of(4, 2, 0.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => GlassUnit.Of(2, 0, 0.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => GlassUnit.Of(2, 2, 1.5));
    }
}

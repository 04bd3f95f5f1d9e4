using System.Numerics;
using DigitalTwin.Water.Hydraulics;

namespace DigitalTwin.Water.Tests.Hydraulics;

public class FrictionKernelTests
{
    [Theory]
    [InlineData(1.852)]
    [InlineData(2.0)]
    public void All_pipes_at_once_agree_with_one_by_one(double n)
    {
        const int count = 4096;
        var (q, nr, m) = (new double[count], new double[count], new double[count]);
        var (p, z) = (new double[count], new double[count]);
        for (var i = 0; i < count; i++)
        {
            q[i] = (i % 2 == 0 ? 1 : -1) * Math.Pow(10, -14 + 16.0 * i / count);
            nr[i] = n * Math.Pow(10, i % 9 - 3);
            m[i] = i % 3 * 5;
        }
        q[7] = 0;
        PowerLawFriction.Coefficients(q, nr, m, n, p, z);
        for (var i = 0; i < count; i++)
        {
            var (expectedP, expectedZ) = PowerLawFriction.Coefficients(q[i], nr[i] / n, m[i], n);
            Assert.Equal(1, p[i] / expectedP, 1e-14);
            Assert.Equal(expectedZ, z[i], Math.Abs(q[i]) * 1e-14);
        }
    }

    [Fact]
    public void The_power_by_exponential_and_logarithm_is_right_to_1e_14()
    {
        for (var exponent = -12.0; exponent <= 3; exponent += 0.001)
        {
            var a = Math.Pow(10, exponent);
            var power = Vector.Exp(Vector.Log(new Vector<double>(a)) * 0.852)[0];
            Assert.Equal(1, power / Math.Pow(a, 0.852), 1e-14);
        }
    }

    [Fact]
    public void Laminar_flow_follows_Hagen_and_Poiseuille()
    {
        const double viscosity = 1e-6, d = 0.1, length = 100;
        var q = 1000 * viscosity * Math.PI * d / 4; // Re 1000
        var (p, z) = DarcyWeisbach.Coefficients(q, DarcyWeisbach.Resistance(length, d), 0, 0.001, viscosity * d);
        var loss = (z + q) / p;
        Assert.Equal(1, loss / (128 * viscosity * length * q / (Math.PI * 32.2 * 0.3048 * Math.Pow(d, 4))), 1e-12);
    }

    [Theory]
    [InlineData(2000)]
    [InlineData(4000)]
    public void The_friction_factor_is_continuous_where_formulas_meet(double reynolds)
    {
        const double s = 1e-7, e = 1e-3;
        var q = reynolds * s * Math.PI / 4;
        var (below, above) = (Loss(q * (1 - 1e-9)), Loss(q * (1 + 1e-9)));
        Assert.Equal(1, above / below, 1e-3);

        static double Loss(double q)
        {
            var (p, z) = DarcyWeisbach.Coefficients(q, 1, 0, e, s);
            return (z + q) / p;
        }
    }

    [Fact]
    public void Swamee_and_Jain_stay_within_three_percent_of_Colebrook_and_White()
    {
        foreach (var roughness in new[] { 1e-5, 1e-4, 1e-3, 1e-2 })
        {
            for (var reynolds = 5e3; reynolds < 1e8; reynolds *= 3)
            {
                var f = 0.02;
                for (var i = 0; i < 50; i++) f = Math.Pow(-2 * Math.Log10(roughness / 3.7 + 2.51 / (reynolds * Math.Sqrt(f))), -2);
                const double s = 1e-7;
                Assert.InRange(DarcyWeisbach.FrictionFactor(reynolds * s * Math.PI / 4, roughness, s).F / f, 0.97, 1.03);
            }
        }
    }

    [Fact]
    public void The_gradient_of_the_friction_factor_is_its_derivative()
    {
        const double s = 1e-7, e = 1e-3;
        foreach (var reynolds in new[] { 2500.0, 3500, 4500, 1e5 })
        {
            var q = reynolds * s * Math.PI / 4;
            var slope = (DarcyWeisbach.FrictionFactor(q * 1.00001, e, s).F - DarcyWeisbach.FrictionFactor(q * 0.99999, e, s).F) / (2e-5 * q);
            Assert.Equal(1, DarcyWeisbach.FrictionFactor(q, e, s).Slope / slope, 1e-3);
        }
    }

    [Fact]
    public void All_Darcy_Weisbach_pipes_at_once_agree_with_one_by_one()
    {
        const int count = 4096;
        var (q, r, m, e, s) = (new double[count], new double[count], new double[count], new double[count], new double[count]);
        var (p, z) = (new double[count], new double[count]);
        for (var i = 0; i < count; i++)
        {
            q[i] = (i % 2 == 0 ? 1 : -1) * Math.Pow(10, -9 + 10.0 * i / count);
            (r[i], m[i], e[i], s[i]) = (Math.Pow(10, i % 7), i % 3 * 5, Math.Pow(10, -2 - i % 5), 1e-7 * (1 + i % 10));
        }
        q[5] = 0;
        DarcyWeisbach.Coefficients(q, r, m, e, s, p, z);
        for (var i = 0; i < count; i++)
        {
            var (expectedP, expectedZ) = DarcyWeisbach.Coefficients(q[i], r[i], m[i], e[i], s[i]);
            Assert.Equal(1, p[i] / expectedP, 1e-13);
            Assert.Equal(expectedZ, z[i], Math.Abs(q[i]) * 1e-13);
        }
    }
}

using DigitalTwin.Numerics.Units;
using FsCheck;
using FsCheck.Fluent;

namespace DigitalTwin.Numerics.Tests.Units;

public class UnitLaws
{
    private static readonly Arbitrary<Unit> AnyUnit = Gen.Elements(UnitTable.All.Values.ToArray()).ToArbitrary();

    private static readonly Arbitrary<double> AnyValue =
        (from mantissa in Gen.Choose(-999_999_999, 999_999_999) from power in Gen.Choose(-15, 6) select mantissa * Math.Pow(10, power)).ToArbitrary();

    [Fact]
    public void To_SI_and_back_is_the_same_number() =>
        Prop.ForAll(AnyUnit, AnyValue, (unit, value) => Near(value, unit.FromSI(unit.ToSI(value)), unit.Shift)).QuickCheckThrowOnFailure();

    [Fact]
    public void A_quantity_that_was_written_is_read_again() =>
        Prop.ForAll(AnyUnit, AnyValue, (unit, value) =>
        {
            var written = new Quantity(unit.ToSI(value), unit.Dimension);
            return Quantity.TryParse(written.ToString(unit), out var read, out _) && read.Dimension == written.Dimension
                && Near(written.SI, read.SI, unit.Shift);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_value_in_its_own_unit_is_not_touched() =>
        Prop.ForAll(AnyUnit, AnyValue, (unit, value) =>
            Quantity.TryParse($"{value:R} {unit.Symbol}", unit, out var read, out _) && read == value).QuickCheckThrowOnFailure();

    [Fact]
    public void Decimal_multiples_are_the_nearest_double() =>
        Prop.ForAll<int>(n => Quantity.TryParse($"{n} mm", out var length, out _) && length.SI == n / 1000.0
            && Quantity.TryParse($"{n} L/s", out var flow, out _) && flow.SI == n / 1000.0
            && Quantity.TryParse($"{n} mm²", out var area, out _) && area.SI == n / 1e6).QuickCheckThrowOnFailure();

    [Fact]
    public void A_compound_unit_scales_as_its_parts()
    {
        var scales = Gen.Elements(UnitTable.All.Values.Where(u => u.Shift == 0 && u.Symbol != "1").ToArray()).ToArbitrary();
        Prop.ForAll(scales, scales, (a, b) =>
            Unit.TryParse($"{a.Symbol}/{b.Symbol}", out var ratio) && ratio.Dimension == a.Dimension / b.Dimension && Near(a.ToSI(1) / b.ToSI(1), ratio.ToSI(1), 0)
            && Unit.TryParse($"{a.Symbol}·{b.Symbol}", out var product) && product.Dimension == a.Dimension * b.Dimension && Near(a.ToSI(1) * b.ToSI(1), product.ToSI(1), 0))
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Any_text_is_read_or_refused_with_a_sentence()
    {
        var characters = Gen.Elements("0123456789.+-eE mkgshdaLWPJ/·*^()²³⁻¹%°CK元米\u0000\ud83d".ToCharArray());
        var texts = Gen.OneOf(Gen.ArrayOf(characters).Select(letters => "5 " + new string(letters)), ArbMap.Default.GeneratorFor<string>().Where(t => t is not null));
        Prop.ForAll(texts.ToArbitrary(), text =>
            Quantity.TryParse(text, out var quantity, out var problem) ? double.IsFinite(quantity.SI) && problem is null : problem!.EndsWith('.') || problem.EndsWith('?'))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(5000));
    }

    [Fact]
    public void Every_listed_unit_measures_what_it_is_listed_for() =>
        Assert.All(UnitTable.Dimensions, named => Assert.All(named.Units.Concat(named.Display), symbol => Assert.Equal(named.Dimension, Unit.Parse(symbol).Dimension)));

    [Fact]
    public void The_first_listed_unit_is_the_SI_unit() =>
        Assert.All(UnitTable.Dimensions, named => Assert.Equal(1, Unit.Parse(named.Units[0]).ToSI(1)));

    [Fact]
    public void Reading_a_quantity_of_a_single_unit_allocates_nothing()
    {
        var metre = Unit.Parse("m");
        Quantity.TryParse("300 mm", metre, out _, out _);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++) Quantity.TryParse("300 mm", metre, out _, out _);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static bool Near(double expected, double found, double shift) =>
        Math.Abs(expected - found) <= 4e-16 * (4 * Math.Abs(expected) + 2 * shift);
}

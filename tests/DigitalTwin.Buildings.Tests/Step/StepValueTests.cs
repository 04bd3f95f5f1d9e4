using System.Globalization;
using DigitalTwin.Buildings.Step;
using FsCheck;
using FsCheck.Fluent;

namespace DigitalTwin.Buildings.Tests.Step;

/// <summary>The values of a record.</summary>
public class StepValueTests
{
    [Fact]
    public void Every_kind_of_value_is_read_as_what_it_is()
    {
        var record = Sample.Read(1, "#1=A(-42,3.,'x',.METRE.,\"0FF\",#7,(),$,*,IFCLABEL('y'),((1,2),(3.5)));");
        Assert.Equal(
            [StepKind.Integer, StepKind.Real, StepKind.String, StepKind.Enumeration, StepKind.Binary, StepKind.Reference, StepKind.List, StepKind.Unset, StepKind.Derived, StepKind.Typed, StepKind.List],
            record.Parameters.Select(v => v.Kind));
        Assert.Equal((-42, 3.0, "x", "METRE", "0FF"), (record[0].Integer, record[1].Number, record[2].Text, record[3].Enumeration, record[4].Binary));
        Assert.Equal((7, 0, true, true), (record[5].Reference, record[6].Items.Count, record[7].IsMissing, record[8].IsMissing));
        Assert.Equal(("IFCLABEL", "y", 3.5), (record[9].TypeName, record[9].Text, record[10].Items[1].Items[0].Number));
        Assert.Equal(StepKind.Unset, record[11].Kind);
        Assert.Equal("#1=A(-42,3.,'x',.METRE.,\"0FF\",#7,(),$,*,IFCLABEL('y'),((1,2),(3.5)))", record.ToString());
    }

    [Fact]
    public void A_value_asked_for_what_it_is_not_gives_null()
    {
        var text = Sample.Value("'x'");
        Assert.Null(text.Number);
        Assert.Null(text.Integer);
        Assert.Null(text.Reference);
        Assert.Null(text.Enumeration);
        Assert.Null(text.Binary);
        Assert.Null(text.TypeName);
        Assert.Null(Sample.Value("3.5").Integer);
        Assert.Null(Sample.Value("#4").Text);
        Assert.Empty(text.Items);
    }

    [Theory]
    [InlineData(".T.", true)]
    [InlineData("IFCBOOLEAN(.F.)", false)]
    [InlineData(".U.", null)]
    [InlineData("'T'", null)]
    public void Logical_values_are_true_false_or_unknown(string written, bool? value) => Assert.Equal(value, Sample.Value(written).Logical);

    [Fact]
    public void Typed_values_are_looked_through_however_deep()
    {
        var value = Sample.Value("A ( B( IFCREAL ( 2.5 ) ) )");
        Assert.Equal(2.5, value.Number);
        Assert.Equal("A", value.TypeName);
        Assert.Equal([3, 4], Sample.Value("S((#3,$,#4))").References);
        Assert.Equal([3], Sample.Value("#3").References);
    }

    [Theory]
    [InlineData("3.", 3)]
    [InlineData("+3.25", 3.25)]
    [InlineData("-1.5E-05", -1.5e-5)]
    [InlineData("1.E3", 1000)]
    [InlineData("1E3", 1000)]
    [InlineData(".5", 0.5)]
    [InlineData("-0.", -0.0)]
    [InlineData("1.0D2", 100)]
    [InlineData("0.000000000000000000000000000000000000000000001", 1e-45)]
    [InlineData("123456789012345678901234567890", 123456789012345678901234567890.0)]
    [InlineData("1.E-400", 0)]
    public void Numbers_are_read_in_every_form_in_use(string written, double value)
    {
        Assert.Equal(value, Sample.Value(written).Number);
        using var file = Sample.Open(Sample.Text($"#1=A({written},X({written}));"), out _);
        Assert.Equal((value, value), (file.Number(1, 0), file.Number(1, 1)));
    }

    [Fact]
    public void Any_double_written_is_read_back_to_the_same_bits() =>
        Prop.ForAll<NormalFloat>(x => Bits(Sample.Value(StepText.Real(x.Get)).Number!.Value) == Bits(x.Get)).QuickCheckThrowOnFailure();

    [Fact]
    public void The_short_way_to_a_number_rounds_as_the_long_way() =>
        Prop.ForAll<int, PositiveInt, int>((whole, fraction, exponent) =>
        {
            var written = string.Create(CultureInfo.InvariantCulture, $"{whole}.{fraction.Get}E{exponent % 30}");
            return Bits(Sample.Value(written).Number!.Value) == Bits(double.Parse(written, CultureInfo.InvariantCulture));
        }).QuickCheckThrowOnFailure();

    private static long Bits(double value) => BitConverter.DoubleToInt64Bits(value);
}

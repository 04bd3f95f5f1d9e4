using System.Text;
using DigitalTwin.Buildings.Step;
using FsCheck;
using FsCheck.Fluent;

namespace DigitalTwin.Buildings.Tests.Step;

/// <summary>The alphabet of strings, ISO 10303-21:2016, clause 6.4.3.</summary>
public class StepTextTests
{
    [Theory]
    [InlineData("Wand", "Wand")]
    [InlineData("it''s", "it's")]
    [InlineData(@"C:\\plans\\a.ifc", @"C:\plans\a.ifc")]
    [InlineData(@"H\X2\00F6\X0\he", "Höhe")]
    [InlineData(@"\X2\6B666C49\X0\ A", "武汉 A")]
    [InlineData(@"\X2\D83CDFE0\X0\", "🏠")]
    [InlineData(@"\X4\0001F3E0\X0\", "🏠")]
    [InlineData(@"\X4\00006B66\X0\\X\B2", "武²")]
    [InlineData(@"m\X\B2", "m²")]
    [InlineData(@"Stra\S\_e", "Straße")]
    [InlineData(@"\S\' 5", "§ 5")]
    [InlineData(@"\PB\\S\1 \PA\\S\1", "ą ±")]
    [InlineData(@"\PC\\S\!", "Ħ")]
    [InlineData(@"\PD\\S\3", "ŗ")]
    [InlineData(@"\PE\\S\4\S\P", "Да")]
    [InlineData(@"\PF\\S\G", "ا")]
    [InlineData(@"\PG\\S\a", "α")]
    [InlineData(@"\PH\\S\`", "א")]
    [InlineData(@"\PI\\S\p", "ğ")]
    [InlineData(@"\X2\FFFD\X0\", "\uFFFD")]
    [InlineData(@"one\N\two", "one\ntwo")]
    public void A_string_means_its_text(string written, string text)
    {
        var decoded = StepText.Decode(Encoding.ASCII.GetBytes(written), out var broken);
        Assert.Equal(text, decoded);
        Assert.Null(broken);
    }

    [Theory]
    [InlineData(@"C:\temp", @"C:\temp", @"\temp")]
    [InlineData(@"\X2\00F6", "ö", @"\X2\00F6")]
    [InlineData(@"\X2\00F\X0\", @"\X2\00F\X0\", @"\X2\00F\X0\")]
    [InlineData(@"\X2\6B66Y0C\X0\", @"武Y0C\X0\", @"\X2\6B66Y0C\")]
    [InlineData(@"\X\G1", @"\X\G1", @"\X\G1")]
    [InlineData(@"\X2\D83C\X0\a", "\uFFFDa", @"\X2\D83C")]
    [InlineData(@"\X4\FFFFFFFF\X0\", "\uFFFD", @"\X4\FFFFFFFF")]
    [InlineData(@"end\", @"end\", @"\")]
    [InlineData(@"\PJ\", @"\PJ\", @"\PJ\")]
    public void An_escape_that_means_nothing_keeps_its_text_and_is_told(string written, string text, string told)
    {
        Assert.Equal(text, StepText.Decode(Encoding.ASCII.GetBytes(written), out var broken));
        Assert.Equal(told, broken);
    }

    [Fact]
    public void Bytes_above_127_are_Utf8_where_they_are_that_and_Latin1_where_not()
    {
        Assert.Equal("Höhe 武汉", StepText.Decode(Encoding.UTF8.GetBytes("Höhe 武汉"), out _));
        Assert.Equal("Höhe", StepText.Decode(Encoding.Latin1.GetBytes("Höhe"), out _));
        Assert.Equal("Höhe's", StepText.Decode(Encoding.UTF8.GetBytes("Höhe''s"), out _));
    }

    [Fact]
    public void Any_text_written_is_read_back() =>
        Prop.ForAll<string>(any =>
        {
            var text = new string([.. (any ?? "").Where(c => !char.IsSurrogate(c)), .. "🏠武'\\\n"]);
            var value = Sample.Value(StepText.Encode(text));
            return value.Text == text && value.ToString() == StepText.Encode(text);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(3, "3.")]
    [InlineData(-0.000015, "-1.5E-05")]
    [InlineData(1e300, "1.E+300")]
    [InlineData(0.1, "0.1")]
    [InlineData(double.NaN, "$")]
    public void A_real_is_written_with_a_point(double value, string written) => Assert.Equal(written, StepText.Real(value));
}

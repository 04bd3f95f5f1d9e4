using System.Globalization;
using DigitalTwin.Client.Files;
using FsCheck;
using FsCheck.Fluent;

namespace DigitalTwin.Client.Tests.Files;

public class InstantTests
{
    [Fact]
    public void An_instant_written_in_any_zone_is_read_back()
    {
        var instants = from seconds in Gen.Choose(0, int.MaxValue) from micro in Gen.Choose(0, 999_999) from minutes in Gen.Choose(-14 * 60, 14 * 60)
                       select DateTimeOffset.UnixEpoch.AddSeconds(seconds).AddMicroseconds(micro).ToOffset(TimeSpan.FromMinutes(minutes));
        Prop.ForAll(Arb.From(instants), instant =>
            InstantText.TryParse(instant.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFzzz", CultureInfo.InvariantCulture), null, out var read) && read == instant && read.Offset == TimeSpan.Zero)
            .QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("2016-10-04 07:59:42", 8.0, "2016-10-03T23:59:42Z")]
    [InlineData("2016-10-04T07:59", 0.0, "2016-10-04T07:59:00Z")]
    [InlineData("2016-10-04T07:59:42-0530", 8.0, "2016-10-04T13:29:42Z")]
    [InlineData("2016-10-04t07:59:42z", null, "2016-10-04T07:59:42Z")]
    [InlineData("2016-10-04 07:59:42 +01", null, "2016-10-04T06:59:42Z")]
    public void An_offset_stands_behind_or_is_given(string text, double? hours, string expected)
    {
        Assert.True(InstantText.TryParse(text, hours is { } h ? TimeSpan.FromHours(h) : null, out var instant));
        Assert.Equal(expected, instant.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("2016-10-04T07:59:42")]
    [InlineData("2016-10-04")]
    [InlineData("2016-13-04T07:59:42Z")]
    [InlineData("2016-10-04T24:00:00Z")]
    [InlineData("2016-10-04T07:59:60Z")]
    [InlineData("2016-10-04T07:59:42.Z")]
    [InlineData("2016-10-04T07:59:42+15:00")]
    [InlineData("04/10/2016 07:59:42Z")]
    [InlineData("0001-01-01T00:00:00+08:00")]
    [InlineData("2016-10-04T07:59:42Zz")]
    public void What_is_no_instant_is_refused(string text) => Assert.False(InstantText.TryParse(text, null, out _));
}

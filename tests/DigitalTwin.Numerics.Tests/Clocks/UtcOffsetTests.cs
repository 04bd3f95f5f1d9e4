using DigitalTwin.Numerics.Clocks;

namespace DigitalTwin.Numerics.Tests.Clocks;

public class UtcOffsetTests
{
    [Theory]
    [InlineData("+08:00", 480)]
    [InlineData("-03:30", -210)]
    [InlineData("+0545", 345)]
    [InlineData("+08", 480)]
    [InlineData("+14:00", 840)]
    [InlineData("Z", 0)]
    public void An_offset_is_read(string text, int minutes)
    {
        Assert.True(UtcOffset.TryParse(text, out var offset));
        Assert.Equal(minutes, offset.TotalMinutes);
        Assert.True(UtcOffset.TryParse(UtcOffset.Text(offset), out var again));
        Assert.Equal(offset, again);
    }

    [Theory]
    [InlineData("")]
    [InlineData("8")]
    [InlineData("08:00")]
    [InlineData("+8:00")]
    [InlineData("+08:")]
    [InlineData("+08:60")]
    [InlineData("+14:30")]
    [InlineData("+15:00")]
    [InlineData("+08:00 ")]
    [InlineData("Asia/Shanghai")]
    public void Anything_else_is_none(string text) => Assert.False(UtcOffset.TryParse(text, out _));
}

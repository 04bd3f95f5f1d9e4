using DigitalTwin.Numerics.Text;

namespace DigitalTwin.Numerics.Tests.Text;

public class PluralTests
{
    [Theory]
    [InlineData(0, "0 lots")]
    [InlineData(1, "1 lot")]
    [InlineData(2, "2 lots")]
    [InlineData(12345, "12,345 lots")]
    public void Only_one_is_not_many(long count, string text) => Assert.Equal(text, Plural.Of(count, "lot"));

    [Fact]
    public void Words_that_take_no_s_are_given()
    {
        Assert.Equal(("1 property", "3 properties"), (Plural.Of(1, "property", "properties"), Plural.Of(3, "property", "properties")));
        Assert.Equal(("lies", "lie", "lie"), (Plural.For(1, "lies", "lie"), Plural.For(0, "lies", "lie"), Plural.For(2, "lies", "lie")));
    }
}

using System.Text.RegularExpressions;
using DigitalTwin.Numerics.Text;
using DigitalTwin.Scenarios.Vocabulary;
using FsCheck;
using FsCheck.Fluent;

namespace DigitalTwin.Scenarios.Tests;

public class Assets
{
    [Theory]
    [InlineData("water/pipe/P-1042", "water/pipe")]
    [InlineData("water/pipe/a/b", "water/pipe")]
    [InlineData("water/pipe/", null)]
    [InlineData("water/pipe", null)]
    [InlineData("/pipe/P", null)]
    [InlineData("water//P", null)]
    [InlineData("", null)]
    public void The_type_of_an_asset_is_the_first_two_parts_of_its_id(string id, string? type) => Assert.Equal(type, AssetPattern.TypeOf(id));

    [Fact]
    public void A_pattern_matches_what_its_regular_expression_matches()
    {
        var texts = Gen.Elements("ab/".ToCharArray()).ArrayOf().Select(letters => new string(letters)).ToArbitrary();
        var patterns = Gen.Elements("ab/*?".ToCharArray()).ArrayOf().Select(letters => new string(letters)).ToArbitrary();
        Prop.ForAll(patterns, texts, (pattern, text) =>
            Glob.Matches(pattern, text) == Regex.IsMatch(text, "^" + Regex.Escape(pattern).Replace("\\*", ".*").Replace("\\?", ".") + "$"))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000).WithEndSize(12));
    }

    [Fact]
    public void A_pattern_of_many_stars_is_answered_at_once() =>
        Assert.False(Glob.Matches(string.Concat(Enumerable.Repeat("*a", 60)) + "b", new string('a', 200)));

    [Fact]
    public void A_list_finds_what_matches_in_order()
    {
        var list = new AssetList(["water/pipe/P-2", "water/pipe/P-10", "water/pump/PU-1", "water/pipe/P-2"]);
        Assert.Equal(["water/pipe/P-10", "water/pipe/P-2"], list.Match("water/pipe/*"));
        Assert.Equal(["water/pipe/P-2"], list.Match("water/pipe/P-?"));
        Assert.Equal(["water/pump/PU-1"], list.Match("*/pump/*"));
        Assert.Equal(["water/pump/PU-1"], list.Match("water/pump/PU-1"));
        Assert.Empty(list.Match("water/tank/*"));
        Assert.Equal(["water/pipe", "water/pump"], list.Types);
    }

    [Theory]
    [InlineData("water/pipe/P-1O", "water/pipe/P-10")]
    [InlineData("water/pipes/P-10", "water/pipe/P-10")]
    [InlineData("water/pump/PU-l", "water/pump/PU-1")]
    [InlineData("water/pipe/quite-else", null)]
    public void The_nearest_asset_is_of_the_nearest_type(string mistyped, string? meant) =>
        Assert.Equal(meant, new AssetList(["water/pipe/P-10", "water/pipe/P-20", "water/pump/PU-1"]).Nearest(mistyped));
}

using System.Text.RegularExpressions;

namespace DigitalTwin.Mobility.Tests;

public partial class TenWishesTests
{
    [Fact]
    public void Every_wish_of_the_readme_is_held_by_tests_that_exist()
    {
        var root = Repository.Root;
        var lines = File.ReadLines(Path.Combine(root, "src", "DigitalTwin.Mobility", "README.md")).SkipWhile(l => l != "## Ten wishes").TakeWhile(l => l != "## Parking").Where(l => WishRow().IsMatch(l)).ToArray();
        Assert.Equal(10, lines.Length);
        foreach (var line in lines)
        {
            var named = TestName().Matches(line.Split('|')[3]).Select(m => m.Groups[1].Value).ToArray();
            Assert.NotEmpty(named);
            var file = "";
            foreach (var name in named)
            {
                var parts = name.Split('.');
                if (parts[0].EndsWith("Tests", StringComparison.Ordinal)) file = Assert.Single(Directory.GetFiles(Path.Combine(root, "tests"), parts[0] + ".cs", SearchOption.AllDirectories));
                if (parts[^1].Contains('_', StringComparison.Ordinal)) Assert.Contains($" {parts[^1]}(", File.ReadAllText(file), StringComparison.Ordinal);
            }
        }
    }

    [GeneratedRegex(@"^\| \d+ ")]
    private static partial Regex WishRow();

    [GeneratedRegex("`([A-Z][A-Za-z_.]+)`")]
    private static partial Regex TestName();
}

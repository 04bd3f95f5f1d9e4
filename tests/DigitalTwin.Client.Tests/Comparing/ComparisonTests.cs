using DigitalTwin.Client.Comparing;
using DigitalTwin.Grains.Contracts.Telemetry;
using DigitalTwin.Grains.Contracts.Twins;
using DigitalTwin.Grains.Contracts.Worlds;

namespace DigitalTwin.Client.Tests.Comparing;

public class ComparisonTests
{
    private static Reading? Known(string property, object? value) => value is null ? null
        : new(property, value as double? ?? double.NaN, value as string, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, Quality.Good, "s", Origin.Observed);

    private static TwinDifference Of(string asset, string property, object? here, object? there) => new(asset, property, Known(property, here), Known(property, there));

    private static Task<WorldComparison> Compare(params TwinDifference[] differences) => WorldComparison.OfAsync("a", "b", differences.ToAsyncEnumerable());

    [Fact]
    public async Task Changes_are_ranked_by_the_spread_of_their_property_and_not_by_their_unit()
    {
        // Levels of 3 ± 1 m change by 1 m, pressures of 200,000 ± 100,000 Pa by 10,000 Pa.
        var comparison = await Compare(
            Of("water/junction/J", "pressure", 100_000.0, 110_000.0), Of("water/junction/K", "pressure", 300_000.0, 290_000.0), Of("water/tank/T", "level", 2.0, 3.0), Of("water/tank/U", "level", 4.0, 4.5));
        Assert.Equal(["water/tank/T", "water/tank/U", "water/junction/J", "water/junction/K"], comparison.Changes.Select(c => c.Asset));
        Assert.Equal([1, 0.5, 10_000, -10_000], comparison.Changes.Select(c => c.By));
        var total = comparison.Totals.Single(t => t.Property == "pressure");
        Assert.Equal(("water/junction", 2, 1, 1, 0.0), (total.Type, total.Assets, total.Up, total.Down, total.Mean));
        Assert.Equal(95_131.49, total.Spread, 0.01);
    }

    [Fact]
    public async Task Words_come_first_and_what_only_one_knows_last()
    {
        var comparison = await Compare(Of("a/b/new", "level", null, 3.0), Of("a/b/gone", "level", 1.0, null), Of("a/b/c", "level", 1.0, 2.0), Of("a/b/d", "status", "open", "closed"));
        Assert.Equal(["a/b/d", "a/b/c", "a/b/gone", "a/b/new"], comparison.Changes.Select(c => c.Asset));
        Assert.Equal((1, 1), (comparison.Totals[0].OnlyHere, comparison.Totals[0].OnlyThere));
        Assert.True(double.IsPositiveInfinity(comparison.Changes[0].OfSpread));
    }

    [Fact]
    public async Task Values_that_are_all_alike_are_measured_by_their_size()
    {
        var change = Assert.Single((await Compare(Of("a/b/c", "level", 0.0, 2.0))).Changes);
        Assert.Equal(2, change.OfSpread);
    }

    [Fact]
    public async Task Nothing_differs_between_equal_worlds() => Assert.Empty((await Compare()).Changes);
}

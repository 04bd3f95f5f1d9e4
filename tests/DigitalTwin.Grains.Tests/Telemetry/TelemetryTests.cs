using DigitalTwin.Grains.Contracts.Telemetry;
using static DigitalTwin.Grains.Tests.TestCity;

namespace DigitalTwin.Grains.Tests.Telemetry;

public class TelemetryTests
{
    [Fact]
    public async Task What_was_acknowledged_is_the_newest_value_and_in_the_history()
    {
        await using var city = await StartAsync();
        var at = city.Clock.Now;

        var receptions = await city.SendAsync(Seen("water/tank/T-1", "level", 3.2, at), Seen("parking/lot/L-1", "occupancy", 40, at));

        Assert.All(receptions, r => Assert.Equal(ReceptionKind.Accepted, r.Kind));
        var state = await city.Twin("water/tank/T-1").StateAsync(null, default);
        var level = Assert.Single(state.Observed);
        Assert.Equal(("level", 3.2, at, at, "scada", Quality.Good), (level.Property, level.Value, level.ObservedAt, level.ArrivedAt, level.Source, level.Quality));
        var history = await city.Twin("parking/lot/L-1").HistoryAsync(new("occupancy", at.AddHours(-1), at.AddHours(1)), default);
        Assert.Equal([40.0], history.Select(s => s.Mean));
    }
}

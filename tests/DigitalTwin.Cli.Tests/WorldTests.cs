using System.Text.Json;

namespace DigitalTwin.Cli.Tests;

public sealed class WorldTests : IDisposable
{
    private readonly SmallTown town = new();

    private string Store => town.At("city.db");

    private async Task<string> Twin(int expected, params string[] arguments)
    {
        var (code, said, error) = await SmallTown.TwinAsync([.. arguments, "--store", Store]);
        Assert.True(code == expected, $"{code}: {said}{error}");
        return said + error;
    }

    private Task<string> Live() => Twin(0, "world", "create", "live", "--map", town.At("map"));

    private string File(string name, string text)
    {
        System.IO.File.WriteAllText(town.At(name), text);
        return town.At(name);
    }

    [Fact]
    public async Task A_world_is_made_fed_looked_at_forked_and_compared()
    {
        await Live();
        var csv = File("r.csv", "asset,property,value,observed_at\nwater/tank/T1,level,2,2025-07-08T08:00Z\nwater/tank/T1,level,3,2025-07-08T09:00Z\nwater/junction/J1,pressure,31,2025-07-08T09:00Z\n");
        Assert.Contains("accepted      3", await Twin(0, "observe", csv), StringComparison.Ordinal);
        Assert.Contains("duplicates    3", await Twin(0, "observe", csv), StringComparison.Ordinal);
        Assert.Contains("2 twins, 3 observations", await Twin(0, "world", "status", "live"), StringComparison.Ordinal);
        Assert.Contains("level         3  2025-07-08 09:00:00Z", await Twin(0, "world", "show", "live", "water/tank/T1"), StringComparison.Ordinal);
        Assert.Contains("2025-07-08 08:00:00Z      2", await Twin(0, "world", "show", "live", "water/tank/T1", "level"), StringComparison.Ordinal);
        Assert.Contains("water/junction/J1  pressure     31", await Twin(0, "world", "show", "live", "water/*"), StringComparison.Ordinal);
        Assert.Contains("'what-if' is 'live' as it was at 2025-07-08 08:30:00Z.", await Twin(0, "world", "fork", "what-if", "--at", "2025-07-08T16:30+08:00"), StringComparison.Ordinal);
        Assert.Contains("level         2", await Twin(0, "world", "show", "what-if", "water/tank/T1"), StringComparison.Ordinal);
        await Twin(0, "observe", File("o.csv", "asset,property,value,observed_at\nwater/tank/T1,level,5,2025-07-08T08:20Z\n"), "--world", "what-if");
        var diff = await Twin(0, "world", "diff", "what-if");
        Assert.Contains("From 'live' to 'what-if' 1 property of 1 asset differs.", diff, StringComparison.Ordinal);
        Assert.Contains("+2", diff, StringComparison.Ordinal);
        Assert.Contains("'live' has no active alert.", await Twin(0, "world", "alerts", "live"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lot_says_what_it_will_hold_and_says_so_when_it_cannot()
    {
        var lots = File("lots.csv", "id,capacity,lon,lat\nL-1,100,114.4,30.5\n");
        Assert.Equal(0, (await SmallTown.TwinAsync("map", "import", "--assets", $"parking/lot={lots}", "--out", town.At("lots"))).Code);
        await Twin(0, "world", "create", "live", "--map", town.At("lots"));
        Assert.Contains("a forecast needs some weeks of readings", await Twin(1, "world", "forecast", "live", "parking/lot/L-1"), StringComparison.Ordinal);
        Assert.Contains("more than 0 and less than 100", await Twin(2, "world", "forecast", "live", "parking/lot/L-1", "--coverage", "100"), StringComparison.Ordinal);
        Assert.Contains("Only parking/lot and parking/kerb have a forecast", await Twin(2, "world", "forecast", "live", "road/link/R-1"), StringComparison.Ordinal);

        var begin = new DateTimeOffset(2025, 6, 2, 0, 0, 0, TimeSpan.Zero);
        var readings = Enumerable.Range(0, 28 * 96).Select(i => begin.AddMinutes(15 * i)).Select(at => $"parking/lot/L-1,occupancy,{(at.Hour is >= 8 and < 18 ? 70 : 10)},{at:yyyy-MM-ddTHH:mmZ}\n");
        await Twin(0, "observe", File("o.csv", "asset,property,value,observed_at\n" + string.Concat(readings)));
        string[] asked = ["world", "forecast", "live", "parking/lot/L-1", "--at", "2025-06-29T07:30Z"];
        var said = await Twin(0, asked);
        Assert.Contains("2025-06-29 09:30:00Z    70", said, StringComparison.Ordinal);
        Assert.Contains("90 % between", await Twin(0, "world", "show", "live", "parking/lot/L-1", "--at", "2025-06-29T07:30Z"), StringComparison.Ordinal);
        using var json = JsonDocument.Parse(await Twin(0, [.. asked, "--json"]));
        Assert.Equal(4, json.RootElement.GetArrayLength());
    }

    [Fact]
    public async Task A_world_is_exported_brought_back_and_deleted()
    {
        await Live();
        await Twin(0, "observe", File("r.csv", "asset,property,value,observed_at\nwater/tank/T1,level,2.5,2025-07-08T08:00Z\n"));
        await Twin(0, "world", "export", "live", "--out", town.At("copy"));
        await Twin(0, "world", "import", town.At("copy"), "--name", "back");
        using var json = JsonDocument.Parse(await Twin(0, "world", "show", "back", "water/tank/T1", "--json"));
        Assert.Equal(2.5, json.RootElement.GetProperty("observed")[0].GetProperty("value").GetDouble());
        // What was exported is itself a file of observations.
        Assert.Contains("duplicates    1", await Twin(0, "observe", town.At("copy/observations.csv")), StringComparison.Ordinal);
        await Twin(0, "world", "delete", "back");
        Assert.Contains("'back'", await Twin(2, "world", "status", "back"), StringComparison.Ordinal);
        await Twin(0, "world", "backup", town.At("b.db"));
        Assert.Contains("a backup is restored into a new store", await Twin(2, "world", "restore", town.At("b.db")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("There is no world 'lvie'; there is live. Did you mean 'live'?", "world", "status", "lvie")]
    [InlineData("'water/tank/T2' is not on the map of the world 'live'. Did you mean 'water/tank/T1'?", "world", "show", "live", "water/tank/T2")]
    [InlineData("Nothing is known of 'water/tank/T1' in the world 'live'.", "world", "show", "live", "water/tank/T1", "level")]
    [InlineData("'T1' has one part; an asset id is domain/type/id, as in 'water/pipe/P-1042'.", "world", "show", "live", "T1")]
    [InlineData("'live' was forked from no world; name the one to compare it with", "world", "diff", "live")]
    [InlineData("--at is '2025-07-08T17:00', without an offset; say which is meant, as in 2025-07-08T17:00Z or 2025-07-08T17:00+08:00.", "world", "fork", "x", "--at", "2025-07-08T17:00")]
    [InlineData("There is a world 'live' already.", "world", "fork", "live")]
    [InlineData("'My World' is not a name for a world", "world", "fork", "My World")]
    public async Task A_mistake_gets_its_sentence(string expected, params string[] arguments)
    {
        await Live();
        Assert.Contains(expected, await Twin(2, arguments), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_what_begins_something_makes_a_store()
    {
        Assert.Contains("There is no store of this name; 'twin world create live --map FOLDER' makes one", await Twin(2, "world", "list"), StringComparison.Ordinal);
        Assert.False(System.IO.File.Exists(Store));
    }

    [Fact]
    public async Task What_cannot_be_taken_is_refused_with_its_place_and_the_rest_is_kept()
    {
        await Live();
        var csv = File("r.csv", """
            asset,property,value,observed_at,quality
            water/tank/T1,level,2,2025-07-08T08:00Z,good
            water/tank/T9,level,2,2025-07-08T08:00Z,good
            water/tank/T1,level,deep,2025-07-08T08:05Z,good
            water/tank/T1,level,2,2925-07-08T08:05Z,good
            water/tank/T1,levle,2,2025-07-08T08:05Z,good
            water/tank/T1,level,3,2025-07-08T08:10Z,good
            """.ReplaceLineEndings("\n"));
        var said = await Twin(2, "observe", csv, "--rejects", town.At("rejects.csv"));
        Assert.Contains("accepted      2", said, StringComparison.Ordinal);
        Assert.Contains("refused       4", said, StringComparison.Ordinal);
        Assert.Contains($"{csv}:3:21: error: 'water/tank/T9' is not on the map of the world 'live'. Did you mean 'water/tank/T1'?", said, StringComparison.Ordinal);
        Assert.Contains($"{csv}:4:21: error: The value 'deep' is not a number; a word goes into 'text'.", said, StringComparison.Ordinal);
        Assert.Contains($"{csv}:5:21: error: The instant 2925-07-08T08:05:00+00:00 lies more than 5 min ahead of the clock", said, StringComparison.Ordinal);
        Assert.Contains("Did you mean 'level'?", said, StringComparison.Ordinal);
        var rejects = await System.IO.File.ReadAllLinesAsync(town.At("rejects.csv"));
        Assert.Equal(5, rejects.Length);
        Assert.Contains(rejects, r => r.StartsWith("4,21,", StringComparison.Ordinal) && r.Contains("water/tank/T1,level,deep,2025-07-08T08:05Z,good", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_recording_is_replayed_in_its_order_on_its_own_clock()
    {
        await Live();
        var csv = File("r.csv", "asset,observed_at,level\nwater/tank/T1,2016-07-08 10:00,4\nwater/tank/T1,2016-07-08 08:00,2\nwater/tank/T1,2016-07-08 09:00,3\n");
        var said = await Twin(0, "replay", csv, "--speed", "0", "--zone", "+08:00", "--until", "2016-07-08T10:00+08:00", "--source", "scada");
        Assert.Contains("accepted      2", said, StringComparison.Ordinal);
        Assert.Contains("out of order  0", said, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(await Twin(0, "world", "show", "live", "water/tank/T1", "--json"));
        var level = json.RootElement.GetProperty("observed")[0];
        Assert.Equal((3, "2016-07-08T01:00:00+00:00", "2016-07-08T01:00:00+00:00", "scada"),
            (level.GetProperty("value").GetDouble(), level.GetProperty("observed-at").GetString(), level.GetProperty("arrived-at").GetString(), level.GetProperty("source").GetString()));
        Assert.Contains("--speed is 'fast'", await Twin(2, "replay", csv, "--speed", "fast"), StringComparison.Ordinal);
        Assert.Contains("--shift-to-now needs a speed above 0", await Twin(2, "replay", csv, "--speed", "0", "--shift-to-now"), StringComparison.Ordinal);
    }

    public void Dispose() => town.Dispose();
}

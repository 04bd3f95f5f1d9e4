using System.Globalization;
using System.Text;
using System.Text.Json;

namespace DigitalTwin.Cli.Tests;

/// <summary>From a table of lots and what was read in them to a scenario in which they fill as they did, on the command line alone.</summary>
public sealed class CalibrationTests : IDisposable
{
    private const int Slots = 96, Days = 15;

    private static readonly DateTimeOffset Monday = new(2025, 6, 2, 0, 0, 0, TimeSpan.FromHours(8));

    private readonly SmallTown town = new();

    [Fact]
    public async Task A_twins_history_calibrates_its_map_and_the_run_fills_its_lots_as_recorded()
    {
        File.WriteAllText(town.At("lots.csv"), "id,capacity\nOFFICE,200\nMALL,120\n");
        File.WriteAllText(town.At("read.csv"), Readings());
        await TwinAsync("map", "import", "--assets", $"parking/lot={town.At("lots.csv")}", "--at", "114.4,30.5", "--out", town.At("lots"));
        await TwinAsync("world", "create", "live", "--map", town.At("lots"), "--store", town.At("city.db"));
        await TwinAsync("observe", town.At("read.csv"), "--store", town.At("city.db"));
        var said = await TwinAsync("world", "estimate", "live", "parking/lot/*", "--store", town.At("city.db"), "--into", town.At("calibrated"));
        Assert.Contains("2 lots", said, StringComparison.Ordinal);
        Assert.Contains("Few days: 4 of these 6 estimates rest on fewer than 5 days", said, StringComparison.Ordinal);
        Assert.Contains("nothing recorded tells how long cars stay", said, StringComparison.Ordinal);
        town.Scenario("tuesday.yaml", "scenario: tuesday\ntitle: Tuesday\nmap: calibrated\nperiod: { start: 2025-06-17T00:00+08:00, duration: 24 h, step: 15 min, warm-up: 12 h }\nseed: 3\n");
        await TwinAsync("run", town.At("tuesday.yaml"), "--out", town.At("runs"), "--from", "live", "--store", town.At("city.db"), "--world", "simulated");
        foreach (var (lot, spaces, usual) in Lots)
        {
            using var json = JsonDocument.Parse(await TwinAsync("world", "show", "simulated", $"parking/lot/{lot}", "occupancy", "--from", "2025-06-17T00:00+08:00", "--until", "2025-06-18T00:00+08:00", "--store", town.At("city.db"), "--json"));
            var (square, count) = (0.0, 0);
            foreach (var sample in json.RootElement.EnumerateArray())
            {
                var error = sample.GetProperty("mean").GetDouble() - usual(sample.GetProperty("at").GetDateTimeOffset().ToOffset(Monday.Offset).TimeOfDay.TotalHours);
                square += error * error;
                count++;
            }
            Assert.True(count > 40, $"{count}");
            Assert.True(Math.Sqrt(square / count) < 0.06 * spaces, $"{lot}: {Math.Sqrt(square / count):0.0} cars off");
        }
    }

    private static readonly (string Lot, int Spaces, Func<double, double> Usual)[] Lots =
    [
        ("OFFICE", 200, hour => 10 + 150 * Hill(hour, 7, 10, 16, 20)),
        ("MALL", 120, hour => 12 + 80 * Hill(hour, 9, 14, 18, 23)),
    ];

    private static double Hill(double hour, double begin, double full, double still, double end) =>
        hour <= begin || hour >= end ? 0 : hour < full ? Smooth((hour - begin) / (full - begin)) : hour <= still ? 1 : Smooth((end - hour) / (end - still));

    private static double Smooth(double x) => x * x * (3 - 2 * x);

    private static string Readings()
    {
        var text = new StringBuilder("asset,property,value,observed_at\n");
        for (var i = 0; i < Days * Slots; i++)
            foreach (var (lot, _, usual) in Lots)
                text.Append(CultureInfo.InvariantCulture, $"parking/lot/{lot},occupancy,{Math.Round(usual(i % Slots / 4.0) + 3 * Math.Sin(i * 1.7 + lot.Length) + 3 * Math.Sin(i / 7.0))},{Monday.AddMinutes(15 * i):yyyy-MM-ddTHH:mmzzz}\n");
        return text.ToString();
    }

    private static async Task<string> TwinAsync(params string[] arguments)
    {
        var (code, said, error) = await SmallTown.TwinAsync(arguments);
        Assert.True(code == 0, $"{code}: {said}{error}");
        return said;
    }

    public void Dispose() => town.Dispose();
}

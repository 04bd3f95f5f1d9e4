using DigitalTwin.Numerics.Randomness;
using DigitalTwin.Weather;
using DigitalTwin.Weather.Climate;
using DigitalTwin.Weather.Epw;
using DigitalTwin.Weather.Stations;
using DigitalTwin.Weather.Storms;
using DigitalTwin.Weather.Warnings;
using Xunit.Abstractions;

namespace DigitalTwin.Verification.Weather.CmaSignals2007;

/// <summary>
/// The rainstorm signals of the CMA table (Order 16 of 2007: blue 50 mm in 12 h, yellow 50 mm in 6 h, orange 50 mm in 3 h, red 100 mm in 3 h) for storms of DB4201/T 641-2020
/// whose published depths say which level they reach: at most three hours long, so that a storm's depth is its three-hour sum.
/// </summary>
public class CmaSignalsTests(ITestOutputHelper output)
{
    private static readonly (double Years, double Minutes, double PublishedDepth)[] Storms =
    [
        (2, 30, 31.9), (2, 60, 44.5), (2, 120, 59.5), (2, 180, 69.7), (5, 30, 40.7), (5, 60, 56.9), (5, 180, 89.1), (10, 30, 47.4), (10, 120, 88.6),
        (10, 180, 103.7), (50, 30, 63.0), (50, 120, 117.7), (100, 60, 97.4), (100, 120, 130.2),
    ];

    [Fact]
    public void Storms_raise_the_signals_that_their_millimetres_call_for()
    {
        var at = new EpwLocation("Wuhan", "Hubei", "CHN", "", "574940", 30.6, 114.1, 8, 23);
        var climate = WeatherInputs.FromEpw(TypicalYear.Make(ClimateNormals.Wuhan, at, new KeyedRandom(1)));
        var table = new VerificationTable();
        foreach (var (years, minutes, depth) in Storms)
        {
            var expected = depth >= 100 ? WarningLevel.Red : depth >= 50 ? WarningLevel.Orange : WarningLevel.None;
            var changes = Run(climate, years, minutes);
            var name = $"once in {years} years, {minutes} min, {depth} mm";
            table.Add(name, "highest rainstorm signal (0 none, 3 orange, 4 red)", (int)expected, (int)changes.Select(c => c.To).DefaultIfEmpty(WarningLevel.None).Max(), 0);
            table.Add(name, "levels gone through on the way up", (int)expected, changes.Count(c => c.To > c.From), 0);
            if (expected > WarningLevel.None) table.Add(name, "signals left at the end", 0, (int)changes[^1].To, 0);
        }
        output.WriteLine(table.ToString());
        table.AssertAll();
        table.Publish("src/DigitalTwin.Weather/README.md", "signals");
        table.Summarise("signals", "Rainstorm signals", "the CMA table, for fourteen storms");
    }

    private static List<WarningChange> Run(WeatherInputs climate, double years, double minutes)
    {
        var begin = new DateTimeOffset(2025, 7, 8, 0, 0, 0, TimeSpan.FromHours(8));
        var storm = new StormSpec
        {
            Formula = StormFormulas.BuiltIn.Find("wuhan-2020")!, ReturnPeriod = years, Duration = TimeSpan.FromMinutes(minutes), Begins = begin.AddHours(17),
        };
        var model = new WeatherModel(climate with { Storms = [storm] }, [new WeatherPlace("d", new("District", "区"), 114.4, 30.5)]);
        var state = model.InitialState();
        var changes = new List<WarningChange>();
        for (var k = 0; k < 288; k++)
        {
            model.Advance(state, begin.AddMinutes(5 * k), TimeSpan.FromMinutes(5));
            changes.AddRange(model.Changes(state).Where(c => c.Signal.Id == "rainstorm"));
        }
        return changes;
    }
}

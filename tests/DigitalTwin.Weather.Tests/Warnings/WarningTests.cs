using DigitalTwin.Numerics.Randomness;
using DigitalTwin.Weather.Epw;
using DigitalTwin.Weather.Stations;
using DigitalTwin.Weather.Storms;
using DigitalTwin.Weather.Warnings;

namespace DigitalTwin.Weather.Tests.Warnings;

public class WarningTests
{
    private static readonly DateTimeOffset Begin = new(2025, 7, 8, 0, 0, 0, TimeSpan.FromHours(8));
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(5);
    private static readonly WeatherPlace Hongshan = new("hongshan", new("Hongshan", "洪山区"), 114.4, 30.5, 23);

    [Fact]
    public void A_two_year_storm_of_two_hours_raises_blue_yellow_and_orange_but_not_red()
    {
        var changes = Run(Storm(2, 120));
        Assert.Equal([WarningLevel.Blue, WarningLevel.Yellow, WarningLevel.Orange, WarningLevel.None], changes.Select(c => c.To));
        Assert.All(changes, c => Assert.Equal("rainstorm", c.Signal.Id));

        // 59.5 mm fall from 18:00 to 20:00; the 50th millimetre at 19:20 to 19:30 is what each signal awaits.
        Assert.All(changes.Take(3), c => Assert.Equal(changes[0].ReachedAt, c.ReachedAt));
        Assert.InRange(changes[0].ReachedAt, Begin.AddHours(19), Begin.AddHours(19.5));
        Assert.Equal([12.0, 6.0, 3.0], changes.Take(3).Select(c => c.Lead.TotalHours));
        Assert.Equal(Begin.AddHours(21), changes[3].IssuedAt);
    }

    [Fact]
    public void A_ten_year_storm_of_three_hours_raises_red()
    {
        var changes = Run(Storm(10, 180));
        Assert.Equal([WarningLevel.Blue, WarningLevel.Yellow, WarningLevel.Orange, WarningLevel.Red, WarningLevel.None], changes.Select(c => c.To));
        Assert.True(changes[3].Lead > TimeSpan.Zero);
    }

    [Fact]
    public void Without_a_forecast_the_signals_come_when_the_rain_has_fallen()
    {
        var changes = Run(Storm(10, 180), new WeatherOptions { ForecastHorizon = TimeSpan.Zero });
        Assert.Equal([WarningLevel.Orange, WarningLevel.Red, WarningLevel.None], changes.Select(c => c.To));
        Assert.All(changes, c => Assert.Equal(TimeSpan.Zero, c.Lead));
        Assert.True(changes[0].IssuedAt > Begin.AddHours(18));
    }

    [Fact]
    public void Every_storm_gets_the_level_of_its_millimetres()
    {
        foreach (var years in new[] { 2.0, 5, 10, 20, 50, 100 })
        {
            foreach (var minutes in new[] { 30.0, 60, 120, 180, 360, 720 })
            {
                var storm = Storm(years, minutes);
                var chicago = new ChicagoStorm(storm.Formula, years, minutes, storm.EffectivePeakRatio);
                double Most(double window) => Enumerable.Range(0, 1 + (int)(Math.Max(0, minutes - window) * 10)).Max(k => chicago.DepthUntil((k / 10.0) + window) - chicago.DepthUntil(k / 10.0));
                var expected = Most(180) >= 100 ? WarningLevel.Red : Most(180) >= 50 ? WarningLevel.Orange : Most(360) >= 50 ? WarningLevel.Yellow
                    : Most(720) >= 50 ? WarningLevel.Blue : WarningLevel.None;

                // Windows end on ten-minute marks, so a storm within a millimetre of a limit may fall on either side.
                if (new[] { Most(180) - 100, Most(180) - 50, Most(360) - 50, Most(720) - 50 }.Any(d => Math.Abs(d) < 1)) continue;
                Assert.Equal(expected, Run(storm).Select(c => c.To).DefaultIfEmpty(WarningLevel.None).Max());
            }
        }
    }

    [Fact]
    public void Rain_that_pauses_for_half_an_hour_does_not_make_the_signal_flap()
    {
        var first = Storm(5, 60) with { Kind = StormKind.Block };
        var changes = Run([first, first with { Begins = first.Begins.AddMinutes(90) }, first with { Begins = first.Begins.AddMinutes(180) }], new WeatherOptions { ForecastHorizon = TimeSpan.Zero });
        Assert.Equal([WarningLevel.Orange, WarningLevel.Red, WarningLevel.None], changes.Select(c => c.To));
    }

    [Theory]
    [InlineData(35.0, WarningLevel.None)]
    [InlineData(36.0, WarningLevel.Yellow)]
    [InlineData(38.0, WarningLevel.Orange)]
    [InlineData(40.5, WarningLevel.Red)]
    public void Heat_needs_three_days_above_35_or_one_above_37_or_40(double peak, WarningLevel level)
    {
        var inputs = Calm() with { Adjustments = [.. Enumerable.Range(9, 3).Select(d => new PeakTemperatureDay(new DateOnly(2025, 7, d), peak))] };
        var changes = Run(inputs, null, days: 7);
        Assert.Equal(level, changes.Select(c => c.To).DefaultIfEmpty(WarningLevel.None).Max());
        Assert.All(changes, c => Assert.Equal("heat", c.Signal.Id));
        if (level != WarningLevel.None) Assert.Equal(WarningLevel.None, changes[^1].To);
    }

    [Fact]
    public void Two_hot_days_are_no_heat_wave() =>
        Assert.Empty(Run(Calm() with { Adjustments = [.. Enumerable.Range(9, 2).Select(d => new PeakTemperatureDay(new DateOnly(2025, 7, d), 36.5))] }, null, days: 7));

    [Theory]
    [InlineData(-7, 12, WarningLevel.None)]
    [InlineData(-9, 12, WarningLevel.Blue)]
    [InlineData(-11, 12, WarningLevel.Yellow)]
    [InlineData(-13.5, 12, WarningLevel.Orange)]
    [InlineData(-18, 12, WarningLevel.Red)]
    [InlineData(-18, 5, WarningLevel.None)]
    public void A_cold_wave_is_a_fall_with_wind(double fall, double wind, WarningLevel level)
    {
        // 12 degC, then a fall within 12 hours on 9 January.
        double Temperature(DateTime t) => 12.0 + (fall * Math.Clamp((t - new DateTime(2023, 1, 9)).TotalHours / 12, 0, 1));
        var inputs = Inputs((f, t) => f switch { EpwField.DryBulb => Temperature(t), EpwField.WindSpeed => wind, _ => null });
        var changes = Run(inputs, new WeatherOptions { GustFactor = 1 }, days: 5, begin: new DateTimeOffset(2025, 1, 7, 0, 0, 0, TimeSpan.FromHours(8)));
        Assert.Equal(level, changes.Where(c => c.Signal.Id == "cold-wave").Select(c => c.To).DefaultIfEmpty(WarningLevel.None).Max());
    }

    [Theory]
    [InlineData(10, WarningLevel.None)]
    [InlineData(10.8, WarningLevel.Blue)]
    [InlineData(17.2, WarningLevel.Yellow)]
    [InlineData(24.5, WarningLevel.Orange)]
    [InlineData(32.7, WarningLevel.Red)]
    public void A_gale_is_judged_by_its_force(double speed, WarningLevel level)
    {
        var changes = Run(Inputs((f, t) => f == EpwField.WindSpeed && t.Month == 7 && t.Day == 10 && t.Hour is 12 or 13 ? speed : null), new WeatherOptions { GustFactor = 1 }, days: 4);
        Assert.Equal(level, changes.Where(c => c.Signal.Id == "gale").Select(c => c.To).DefaultIfEmpty(WarningLevel.None).Max());
        Assert.DoesNotContain(changes, c => c.Signal.Id == "typhoon");
    }

    [Fact]
    public void A_typhoon_is_a_gale_that_a_forecaster_calls_one()
    {
        var inputs = Inputs((f, t) => f == EpwField.WindSpeed && t.Month == 7 && t.Day == 10 ? 18 : null) with
        {
            Phenomena = [new Phenomenon(PhenomenonKind.TropicalCyclone, Likelihood.Possible, Begin.AddDays(2), Begin.AddDays(3))],
        };
        Assert.Equal(WarningLevel.Yellow, Run(inputs, new WeatherOptions { GustFactor = 1.2 }, days: 5).Where(c => c.Signal.Id == "typhoon").Max(c => c.To));
    }

    [Theory]
    [InlineData(98, 0.4, "fog", WarningLevel.Yellow)]
    [InlineData(98, 0.15, "fog", WarningLevel.Orange)]
    [InlineData(98, 0.04, "fog", WarningLevel.Red)]
    [InlineData(60, 2.5, "haze", WarningLevel.Yellow)]
    [InlineData(60, 1.5, "haze", WarningLevel.Orange)]
    public void Wet_air_makes_fog_and_dry_air_haze(double humidity, double kilometres, string signal, WarningLevel level)
    {
        var inputs = Inputs((f, _) => f switch { EpwField.RelativeHumidity => humidity, EpwField.Visibility => kilometres, _ => null });
        var change = Assert.Single(Run(inputs, null, days: 1));
        Assert.Equal((signal, level), (change.Signal.Id, change.To));
    }

    [Fact]
    public void Snow_is_counted_as_water_and_only_in_the_cold()
    {
        var storm = Storm(2, 360) with { GivenDepth = 12, Kind = StormKind.Block };
        var cold = Inputs((f, _) => f == EpwField.DryBulb ? -2 : null) with { Storms = [storm] };
        Assert.Equal(WarningLevel.Orange, Run(cold, null).Where(c => c.Signal.Id == "snowstorm").Max(c => c.To));
        Assert.DoesNotContain(Run(Calm() with { Storms = [storm] }, null), c => c.Signal.Id == "snowstorm");
    }

    [Fact]
    public void What_the_inputs_lack_is_said_and_never_warned_of()
    {
        var model = new WeatherModel(Calm(), [Hongshan]);
        Assert.Equal(
            ["typhoon", "rainstorm", "snowstorm", "sand-dust", "drought", "thunder", "hail", "frost", "road-icing"],
            model.UnjudgedSignals.Select(u => u.Signal.Id));
        Assert.Contains("there is no ground temperature.", model.UnjudgedSignals.Single(u => u.Signal.Id == "frost").Why.En, StringComparison.Ordinal);
        Assert.DoesNotContain(new WeatherModel(Calm() with { Storms = [Storm(2, 60)] }, [Hongshan]).UnjudgedSignals, u => u.Signal.Id == "rainstorm");
    }

    [Fact]
    public void Thunder_hail_and_drought_follow_what_is_said()
    {
        var inputs = Calm() with
        {
            Phenomena =
            [
                new Phenomenon(PhenomenonKind.Thunder, Likelihood.Likely, Begin.AddHours(10), Begin.AddHours(12)),
                new Phenomenon(PhenomenonKind.Hail, Likelihood.VeryLikely, Begin.AddHours(10), Begin.AddHours(12), ["elsewhere"]),
            ],
        };
        var changes = Run(inputs, null);
        Assert.All(changes, c => Assert.Equal("thunder", c.Signal.Id));
        Assert.Equal([WarningLevel.Yellow, WarningLevel.Orange, WarningLevel.None], changes.Select(c => c.To));
        Assert.Equal([6.0, 2.0], changes.Take(2).Select(c => c.Lead.TotalHours));
    }

    [Fact]
    public void The_same_signals_come_however_the_places_are_cut_and_the_step_is_chosen()
    {
        var storm = Storm(5, 180) with { Footprint = new StormFootprint(114.4, 30.5, 6000) };
        WeatherPlace[] places = [.. Enumerable.Range(0, 9).Select(i => new WeatherPlace($"d{i}", new($"District {i}", $"{i}区"), 114.4 + (0.013 * i), 30.5, 23))];
        var options = new WeatherOptions { Chance = new KeyedRandom(5), ForecastRainSpread = 0.5, ForecastTemperatureSpread = 1, ForecastHorizon = TimeSpan.FromHours(12) };
        var whole = Run(Calm() with { Storms = [storm] }, options, places: places);
        Assert.True(whole.Select(c => c.To).Distinct().Count() > 2);
        var cut = places.Chunk(4).SelectMany(part => Run(Calm() with { Storms = [storm] }, options, places: part));
        Assert.Equal(Told(whole), Told(cut));
        Assert.Equal(Told(whole), Told(Run(Calm() with { Storms = [storm] }, options, places: places, step: TimeSpan.FromHours(1))));

        static IEnumerable<string> Told(IEnumerable<WarningChange> changes) =>
            changes.Select(c => $"{c.IssuedAt:O} {c.Place.Id} {c.Signal.Id} {c.From} {c.To} {c.ReachedAt:O}").Order(StringComparer.Ordinal);
    }

    [Fact]
    public void A_run_that_is_taken_up_from_written_bytes_goes_on_the_same()
    {
        var inputs = Calm() with { Storms = [Storm(10, 180)] };
        var model = new WeatherModel(inputs, [Hongshan]);
        var state = model.InitialState();
        for (var k = 0; k < 222; k++) model.Advance(state, Begin + (k * Step), Step);
        using var memory = new MemoryStream();
        state.WriteTo(new BinaryWriter(memory));
        var other = new WeatherModel(inputs, [Hongshan]);
        var back = other.InitialState();
        back.ReadFrom(new BinaryReader(new MemoryStream(memory.ToArray())));
        Assert.Equal(WarningLevel.Red, other.LevelInForce(back, 0, "rainstorm"));
        for (var k = 222; k < 288; k++)
        {
            model.Advance(state, Begin + (k * Step), Step);
            other.Advance(back, Begin + (k * Step), Step);
            Assert.Equal(Image(state), Image(back));
        }

        static byte[] Image(WeatherState state)
        {
            using var memory = new MemoryStream();
            state.WriteTo(new BinaryWriter(memory));
            return memory.ToArray();
        }
    }

    [Fact]
    public void Rain_of_the_last_hours_is_the_rain_that_fell()
    {
        var model = new WeatherModel(Calm() with { Storms = [Storm(5, 120)] }, [Hongshan]);
        var state = model.InitialState();
        for (var k = 0; k < 240; k++) model.Advance(state, Begin + (k * Step), Step);
        Assert.Equal(76.06, state.Windows.Last3[0], 0.005);
        Assert.Equal(state.Windows.Last3[0], state.Windows.Last24[0], 9);
        Assert.True(state.Windows.Last1[0] < 40);
    }

    private static List<WarningChange> Run(StormSpec storm, WeatherOptions? options = null) => Run([storm], options);

    private static List<WarningChange> Run(StormSpec[] storms, WeatherOptions? options) => Run(Calm() with { Storms = storms }, options);

    private static List<WarningChange> Run(
        WeatherInputs inputs, WeatherOptions? options, int days = 1, DateTimeOffset? begin = null, WeatherPlace[]? places = null, TimeSpan? step = null)
    {
        var model = new WeatherModel(inputs, places ?? [Hongshan], options);
        var state = model.InitialState();
        var changes = new List<WarningChange>();
        var (at, dt) = (begin ?? Begin, step ?? Step);
        for (var end = at.AddDays(days); at < end; at += dt)
        {
            model.Advance(state, at, dt);
            changes.AddRange(model.Changes(state));
        }
        return changes;
    }

    private static StormSpec Storm(double years, double minutes) => new()
    {
        Formula = StormFormulas.BuiltIn.Find("wuhan-2020")!, ReturnPeriod = years, Duration = TimeSpan.FromMinutes(minutes), Begins = Begin.AddHours(18),
    };

    private static readonly Lazy<WeatherInputs> Mild = new(() => Inputs((_, _) => null));

    private static WeatherInputs Calm() => Mild.Value;

    private static WeatherInputs Inputs(Func<EpwField, DateTime, double?> value) =>
        WeatherInputs.FromEpw(new MadeEpw { Value = (f, t) => value(f, t) ?? (f == EpwField.DryBulb ? 24 - (4 * Math.Cos((t.Hour - 3) * Math.PI / 12)) : null) }.Read());
}

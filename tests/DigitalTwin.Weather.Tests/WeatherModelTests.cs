using DigitalTwin.Numerics.Randomness;
using DigitalTwin.Weather.Epw;
using DigitalTwin.Weather.Series;
using DigitalTwin.Weather.Stations;
using DigitalTwin.Weather.Storms;

namespace DigitalTwin.Weather.Tests;

public class WeatherModelTests
{
    private static readonly DateTimeOffset Begin = new(2025, 7, 8, 6, 0, 0, TimeSpan.FromHours(8));
    private static readonly TimeSpan FiveMinutes = TimeSpan.FromMinutes(5);

    internal static readonly Lazy<WeatherSeries> Wavy = new(() => EpwSeries.From(new MadeEpw
    {
        Value = (f, t) => f switch
        {
            EpwField.DryBulb => 20 + (8 * Math.Sin((t.Hour - 9) * Math.PI / 12)) + (t.DayOfYear / 100.0),
            EpwField.RelativeHumidity => 60 - (20 * Math.Sin((t.Hour - 9) * Math.PI / 12)),
            EpwField.WindSpeed => t.Hour % 5,
            EpwField.WindDirection => t.Hour * 15 % 360,
            EpwField.GlobalHorizontal => t.Hour is > 6 and < 20 ? t.Hour * 31 : 0,
            EpwField.LiquidPrecipitation => t.Hour == 4 ? 2.5 : 0,
            _ => null,
        },
    }.Read()));

    internal static WeatherInputs Inputs(params StormSpec[] storms) => new()
    {
        Stations =
        [
            new WeatherStation("a", "A", 114.40, 30.50, 20, Wavy.Value),
            new WeatherStation("b", "B", 114.45, 30.52, 120, Wavy.Value),
            new WeatherStation("c", "C", 114.38, 30.46, 60, Wavy.Value),
        ],
        Storms = storms,
    };

    internal static StormSpec Storm(double years, double minutes) => new()
    {
        Formula = StormFormulas.BuiltIn.Find("wuhan-2020")!, ReturnPeriod = years, Duration = TimeSpan.FromMinutes(minutes), Begins = Begin.AddHours(11),
    };

    private static WeatherPlace[] Places(int count) =>
        [.. Enumerable.Range(0, count).Select(i => new WeatherPlace($"p{i}", new($"Place {i}", $"地点{i}"), 114.38 + (0.011 * i % 0.09), 30.45 + (0.007 * i % 0.08), 15 + (9 * i % 70)))];

    [Fact]
    public void At_a_station_the_weather_is_the_station_s()
    {
        var model = new WeatherModel(Inputs(), [new WeatherPlace("b", new("B", "B"), 114.45, 30.52, 120)]);
        var state = model.InitialState();
        for (var k = 0; k < 288; k++)
        {
            model.Advance(state, Begin + (k * FiveMinutes), FiveMinutes);
            var at = Begin + ((k + 1) * FiveMinutes);
            Assert.Equal(Wavy.Value.At(WeatherElement.AirTemperature, at), state.AirTemperature[0], 12);
            Assert.Equal(Wavy.Value.At(WeatherElement.RelativeHumidity, at), state.RelativeHumidity[0], 9);
            Assert.Equal(Wavy.Value.At(WeatherElement.Pressure, at), state.Pressure[0], 9);
            Assert.Equal(Wavy.Value.At(WeatherElement.WindSpeed, at), state.WindSpeed[0], 12);
            if (state.WindSpeed[0] > 0.01) Assert.Equal(0, Math.IEEERemainder(Wavy.Value.At(WeatherElement.WindDirection, at) - state.WindDirection[0], 360), 9);
            Assert.Equal(1.66 * state.WindSpeed[0], state.Gust[0], 12);
        }
    }

    [Fact]
    public void Between_stations_at_one_height_nothing_leaves_their_range()
    {
        var cold = WeatherInputs.FromEpw(new MadeEpw { Value = (f, _) => f == EpwField.DryBulb ? 5 : f == EpwField.Pressure ? 99000 : null }.Read()).Stations[0];
        var warm = WeatherInputs.FromEpw(new MadeEpw { Value = (f, _) => f == EpwField.DryBulb ? 15 : null }.Read()).Stations[0];
        var inputs = new WeatherInputs { Stations = [cold with { Longitude = 114 }, warm with { Longitude = 115, Id = "warm" }] };
        var places = Enumerable.Range(0, 21).Select(i => new WeatherPlace($"{i}", new("", ""), 113.5 + (0.1 * i), 30.6)).ToArray();
        var state = new WeatherModel(inputs, places).InitialState(Begin);
        for (var p = 0; p < places.Length; p++)
        {
            Assert.InRange(state.AirTemperature[p], 5, 15);
            Assert.InRange(state.Pressure[p], 99000, 101325);
            Assert.InRange(state.RelativeHumidity[p], 0, 100);
        }
        Assert.Equal(5, state.AirTemperature[5], 12);
        Assert.Equal(10, state.AirTemperature[10], 9);
        Assert.Equal(15, state.AirTemperature[15], 12);
    }

    [Fact]
    public void It_is_colder_and_thinner_higher_up()
    {
        var inputs = new WeatherInputs { Stations = [Inputs().Stations[0]] };
        var state = new WeatherModel(inputs, [new("low", new("", ""), 114.4, 30.5, 20), new("high", new("", ""), 114.4, 30.5, 1020)]).InitialState(Begin);
        Assert.Equal(6.5, state.AirTemperature[0] - state.AirTemperature[1], 12);
        Assert.Equal(101325 * Math.Exp(-9.80665 * 1000 / (287.05 * (state.AirTemperature[0] + 273.15))), state.Pressure[1], 6);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(60)]
    [InlineData(95)]
    public void Rain_and_radiation_are_conserved_whatever_the_step(int stepMinutes)
    {
        var model = new WeatherModel(Inputs(Storm(5, 120)), Places(1));
        var state = model.InitialState();
        double rain = 0, sun = 0;
        const int total = 1330 * 4;
        for (var m = 0; m < total; m += stepMinutes)
        {
            model.Advance(state, Begin.AddMinutes(m), TimeSpan.FromMinutes(Math.Min(stepMinutes, total - m)));
            rain += state.Precipitation[0] * Math.Min(stepMinutes, total - m) / 60;
            sun += state.GlobalRadiation[0] * Math.Min(stepMinutes, total - m) / 60;
        }
        model.Advance(state, Begin, TimeSpan.FromMinutes(total));
        Assert.Equal(state.Precipitation[0] * total / 60.0, rain, 9);
        Assert.Equal(state.GlobalRadiation[0] * total / 60.0, sun, 6);
        Assert.Equal((3 * 2.5) + Storm(5, 120).Depth, rain, 9);
    }

    [Fact]
    public void Any_cut_of_the_places_gives_the_same_bits()
    {
        var places = Places(23);
        var options = new WeatherOptions { Chance = new KeyedRandom(7), StormDepthSpread = 0.2, TemperatureSpread = 1, WindSpread = 0.1 };
        var whole = Run(places, options);
        foreach (var parts in new[] { 2, 8 })
        {
            var cut = places.Chunk((places.Length + parts - 1) / parts).SelectMany(part => Run(part, options).AirTemperature).ToArray();
            Assert.Equal(whole.AirTemperature.Select(BitConverter.DoubleToInt64Bits), cut.Select(BitConverter.DoubleToInt64Bits));
            var rain = places.Chunk((places.Length + parts - 1) / parts).SelectMany(part => Run(part, options).Rain).ToArray();
            Assert.Equal(whole.Rain.Select(BitConverter.DoubleToInt64Bits), rain.Select(BitConverter.DoubleToInt64Bits));
        }

        static WeatherState Run(WeatherPlace[] places, WeatherOptions options)
        {
            var model = new WeatherModel(Inputs(Storm(50, 180)), places, options);
            var state = model.InitialState();
            for (var k = 0; k < 140; k++) model.Advance(state, Begin + (k * FiveMinutes), FiveMinutes);
            return state;
        }
    }

    [Fact]
    public void A_state_written_and_read_back_has_the_same_bits()
    {
        var model = new WeatherModel(Inputs(Storm(50, 180)), Places(5));
        var state = model.InitialState();
        for (var k = 0; k < 150; k++) model.Advance(state, Begin + (k * FiveMinutes), FiveMinutes);
        var first = Bytes(state);
        var back = model.InitialState();
        back.ReadFrom(new BinaryReader(new MemoryStream(first)));
        Assert.Equal(first, Bytes(back));
        Assert.Equal(first, Bytes(state.Clone()));
        Assert.Equal(state.Time, back.Time);
        var other = new WeatherModel(Inputs(), Places(4)).InitialState();
        Assert.Throws<InvalidDataException>(() => other.ReadFrom(new BinaryReader(new MemoryStream(first))));
    }

    [Fact]
    public void A_heat_day_peaks_where_it_should_and_meets_its_neighbours()
    {
        var inputs = Inputs() with { Adjustments = [new PeakTemperatureDay(new DateOnly(2025, 7, 9), 38)] };
        var places = new[] { new WeatherPlace("a", new("", ""), 114.40, 30.50, 20) };
        var (hot, plain) = (new WeatherModel(inputs, places), new WeatherModel(Inputs(), places));
        double most = -99, jump = 0, before = double.NaN;
        for (var m = 0; m <= 1440; m += 5)
        {
            var at = new DateTimeOffset(2025, 7, 9, 0, 0, 0, TimeSpan.FromHours(8)).AddMinutes(m);
            var (h, p) = (hot.InitialState(at), plain.InitialState(at));
            most = Math.Max(most, h.AirTemperature[0]);
            if (m > 0) jump = Math.Max(jump, Math.Abs(h.AirTemperature[0] - before));
            before = h.AirTemperature[0];
            Assert.True(h.AirTemperature[0] >= p.AirTemperature[0] - 1e-9);
            if (p.RelativeHumidity[0] < 99) Assert.Equal(p.DewPoint[0], h.DewPoint[0], 6);
            if (m is 0 or 1440) Assert.Equal(p.AirTemperature[0], h.AirTemperature[0], 9);
        }
        Assert.Equal(38, most, 9);
        Assert.True(jump < 0.6);
    }

    [Fact]
    public void A_storm_fades_from_its_centre_and_obeys_its_places()
    {
        var places = Places(3);
        var storm = Storm(10, 60) with { Footprint = new StormFootprint(places[0].Longitude, places[0].Latitude, 2000), PlaceFactors = new Dictionary<string, double> { ["p2"] = 0 } };
        var model = new WeatherModel(Inputs(storm) with { Stations = [Inputs().Stations[0] with { Series = EpwSeries.From(new MadeEpw().Read()) }] }, places);
        var state = model.InitialState();
        model.Advance(state, storm.Begins, TimeSpan.FromHours(1));
        Assert.Equal(storm.Depth, state.Rain[0], 9);
        Assert.InRange(state.Rain[1], 0.1, storm.Depth - 1);
        Assert.Equal(0, state.Rain[2]);
    }

    [Fact]
    public void Chance_belongs_to_the_seed_and_keeps_the_mean()
    {
        double sum = 0;
        const int n = 2000;
        for (var replication = 0; replication < n; replication++)
        {
            var options = new WeatherOptions { Chance = new KeyedRandom(1).ForReplication(replication), StormDepthSpread = 0.3 };
            var model = new WeatherModel(Inputs(Storm(5, 120)), [Places(1)[0] with { IsWarned = false }], options);
            var state = model.InitialState();
            model.Advance(state, Begin.AddHours(11), TimeSpan.FromHours(2));
            sum += state.Rain[0] * 2 / Storm(5, 120).Depth;
        }
        Assert.InRange(sum / n, 1 - (3 * 0.31 / Math.Sqrt(n)), 1 + (3 * 0.31 / Math.Sqrt(n)));
    }

    [Fact]
    public void A_step_allocates_nothing()
    {
        var model = new WeatherModel(Inputs(Storm(50, 180)), Places(50));
        var state = model.InitialState();
        for (var k = 0; k < 200; k++) model.Advance(state, Begin + (k * FiveMinutes), FiveMinutes);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var k = 0; k < 200; k++) model.Advance(state, Begin + (k * FiveMinutes), FiveMinutes);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static byte[] Bytes(WeatherState state)
    {
        using var memory = new MemoryStream();
        state.WriteTo(new BinaryWriter(memory));
        return memory.ToArray();
    }
}

using System.Text;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Randomness;
using DigitalTwin.Weather.Climate;
using DigitalTwin.Weather.Epw;
using DigitalTwin.Weather.Series;

namespace DigitalTwin.Weather.Tests.Climate;

public class TypicalYearTests
{
    private static readonly EpwLocation OpticsValley = new("Optics Valley", "Hubei", "CHN", "", "000000", 30.5, 114.4, 8, 30);
    private static readonly Lazy<EpwFile> Year = new(() => TypicalYear.Make(ClimateNormals.Wuhan, OpticsValley, new KeyedRandom(1)));

    [Fact]
    public void A_made_year_has_the_normals_it_was_made_from()
    {
        var made = ClimateNormals.Of(Year.Value);
        for (var m = 0; m < 12; m++)
        {
            var (wanted, got) = (ClimateNormals.Wuhan.Months[m], made.Months[m]);
            Assert.Equal(wanted.Temperature, got.Temperature, 0.02);
            Assert.InRange(got.DailyMost - got.DailyLeast, 0.85 * (wanted.DailyMost - wanted.DailyLeast), 1.25 * (wanted.DailyMost - wanted.DailyLeast));
            Assert.Equal(wanted.RelativeHumidity, got.RelativeHumidity, 0.5);
            Assert.Equal(wanted.Pressure, got.Pressure, 1.0);
            Assert.InRange(got.WindSpeed, 0.8 * wanted.WindSpeed, 1.2 * wanted.WindSpeed);
            Assert.Equal(wanted.Global, got.Global, 0.1);
            Assert.Equal(wanted.Diffuse, got.Diffuse, 0.1);
        }
    }

    [Fact]
    public void A_made_year_is_written_and_read_back_without_a_problem()
    {
        var problems = new ProblemList();
        var back = EpwReader.Read(Write(Year.Value), "made.epw", problems);
        Assert.Empty(problems);
        Assert.Equal("synthetic", back.Location.Source);
        foreach (var field in Enum.GetValues<EpwField>()) Assert.Equal(Year.Value[field], back[field]);
    }

    [Fact]
    public void The_same_seed_makes_the_same_bytes_and_another_other_ones()
    {
        Assert.Equal(Write(Year.Value), Write(TypicalYear.Make(ClimateNormals.Wuhan, OpticsValley, new KeyedRandom(1))));
        Assert.NotEqual(Write(Year.Value), Write(TypicalYear.Make(ClimateNormals.Wuhan, OpticsValley, new KeyedRandom(2))));
    }

    [Fact]
    public void The_sun_is_down_at_midnight_and_highest_about_noon()
    {
        var sine = Enumerable.Range(0, 24).Select(h => SunPosition.MeanSine(172, h, 30.5, 114.4, 8)).ToArray();
        Assert.Equal(0, sine[0]);
        Assert.InRange(Array.IndexOf(sine, sine.Max()), 11, 12);

        // At the solstice the noon altitude is 90 - 30.5 + 23.45 degrees.
        Assert.Equal(Math.Sin((90 - 30.5 + 23.45) * Math.PI / 180), sine.Max(), 0.01);
        Assert.All(Enumerable.Range(0, 24), h => Assert.Equal(0, SunPosition.MeanSine(355, h, 80, 0, 0)));
    }

    [Fact]
    public void A_file_with_every_kind_of_header_is_written_as_it_was_read()
    {
        var text = new MadeEpw { Periods = "1,1,Days,Sunday,1/1,1/2", Last = (1, 2), Value = (f, t) => f == EpwField.DewPoint && t.Hour == 5 ? 99.9 : null }.Text().ReplaceLineEndings("\n")
            .Replace("DESIGN CONDITIONS,0", "DESIGN CONDITIONS,1,Handbook,,Heating,1,-2.2,Cooling,7", StringComparison.Ordinal)
            .Replace("TYPICAL/EXTREME PERIODS,0", "TYPICAL/EXTREME PERIODS,1,Summer,Extreme,8/5,8/11", StringComparison.Ordinal)
            .Replace("SAVINGS,No,0,0,0", "SAVINGS,Yes,2 Sunday In March,Last Sunday In October,1,New year,1/1", StringComparison.Ordinal);
        var problems = new ProblemList();
        var file = EpwReader.Read(Encoding.UTF8.GetBytes(text), "x.epw", problems);
        Assert.Empty(problems);
        Assert.Equal(new DateOnly(2025, 3, 9), file.Calendar.DaylightSavingStart.In(2025));
        Assert.Equal(new DateOnly(2025, 10, 26), file.Calendar.DaylightSavingEnd.In(2025));
        var written = Encoding.UTF8.GetString(Write(file));
        Assert.Contains("HOLIDAYS/DAYLIGHT SAVINGS,Yes,2 Sunday In March,Last Sunday In October,1,New year,1/1\n", written, StringComparison.Ordinal);
        Assert.Contains("DESIGN CONDITIONS,1,Handbook,,Heating,1,-2.2,Cooling,7\n", written, StringComparison.Ordinal);
        Assert.Contains("TYPICAL/EXTREME PERIODS,1,Summer,Extreme,8/5,8/11\n", written, StringComparison.Ordinal);
        Assert.Equal(written, Encoding.UTF8.GetString(Write(EpwReader.Read(Encoding.UTF8.GetBytes(written), "y.epw", problems))));
        Assert.Empty(problems);
    }

    [Fact]
    public void What_a_series_lacks_it_derives_and_says()
    {
        var series = EpwSeries.From(Year.Value);
        Assert.True(series.Has(WeatherElement.InfraredRadiation));
        Assert.False(series.Has(WeatherElement.Precipitation));
        Assert.Contains(series.Notes, n => n.En.Contains("computed from the clouds", StringComparison.Ordinal));
        Assert.InRange(series.At(WeatherElement.InfraredRadiation, new DateTimeOffset(2025, 7, 8, 3, 0, 0, TimeSpan.FromHours(8))), 350, 480);
    }

    private static byte[] Write(EpwFile file)
    {
        using var memory = new MemoryStream();
        EpwWriter.Write(file, memory);
        return memory.ToArray();
    }
}

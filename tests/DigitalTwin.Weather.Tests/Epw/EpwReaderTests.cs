using System.Text;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Weather.Epw;

namespace DigitalTwin.Weather.Tests.Epw;

public class EpwReaderTests
{
    [Fact]
    public void A_year_has_8760_hours_and_hour_1_ends_at_one_o_clock()
    {
        var file = new MadeEpw().Read();
        Assert.Equal(8760, file.RowCount);
        Assert.Equal((1, 1, 1, 60), (file.Month[0], file.Day[0], file.Hour[0], file.EndMinuteOfDay[0]));
        Assert.Equal((12, 31, 24, 1440), (file.Month[^1], file.Day[^1], file.Hour[^1], file.EndMinuteOfDay[^1]));
        Assert.Equal(30.6, file.Location.Latitude);
        Assert.Equal(TimeSpan.FromHours(8), file.Location.UtcOffset);
        Assert.Equal("made by a test, of no place", file.Comment1);
        Assert.Equal(28.08, file.GroundTemperatures[0].Monthly[6]);
        Assert.True(double.IsNaN(file.GroundTemperatures[0].Conductivity));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("60")]
    [InlineData("30")]
    public void The_minute_of_an_hourly_file_says_nothing(string minute) =>
        Assert.Equal(120, new MadeEpw { MinuteOf = minute }.Read().EndMinuteOfDay[1]);

    [Fact]
    public void A_leap_year_has_29_February_and_8784_hours()
    {
        var problems = new ProblemList();
        var file = new MadeEpw { Year = 2024, Leap = "Yes" }.Read(problems);
        Assert.Empty(problems);
        Assert.Equal(8784, file.RowCount);
        Assert.True(file.HasLeapDay);
        Assert.True(file.Calendar.LeapYearObserved);
    }

    [Fact]
    public void A_leap_day_that_the_header_denies_is_kept_and_pointed_out()
    {
        var problems = new ProblemList();
        Assert.True(new MadeEpw { Year = 2024 }.Read(problems).HasLeapDay);
        Assert.Contains("29 February", Assert.Single(problems).Sentence);
    }

    [Fact]
    public void Quarter_hours_end_at_15_30_45_and_60()
    {
        var file = new MadeEpw { PerHour = 4, Periods = "1,4,July,Sunday,7/1,7/2", First = (7, 1), Last = (7, 2) }.Read();
        Assert.Equal(192, file.RowCount);
        Assert.Equal(4, file.RecordsPerHour);
        Assert.Equal([15, 30, 45, 60, 75], file.EndMinuteOfDay[..5]);
    }

    [Fact]
    public void Rows_belong_to_their_data_periods()
    {
        var january = new MadeEpw { Periods = "2,1,Winter,Sunday,1/1,1/2,Summer,Monday,7 Jul,188", Last = (1, 2) }.Text();
        var july = new MadeEpw { First = (7, 7), Last = (7, 7) }.Text();
        var text = january + string.Join('\n', july.Split('\n').Skip(8));
        var problems = new ProblemList();
        var file = EpwReader.Read(Encoding.UTF8.GetBytes(text), "two.epw", problems);
        Assert.Empty(problems);
        Assert.Equal([("Winter", 0, 48), ("Summer", 48, 24)], file.DataPeriods.Select(p => (p.Name, p.FirstRow, p.RowCount)));
    }

    [Fact]
    public void Several_years_may_follow_each_other()
    {
        var first = new MadeEpw().Text();
        var second = string.Join('\n', new MadeEpw { Year = 2024 }.Text().Split('\n').Skip(8));
        var problems = new ProblemList();
        var file = EpwReader.Read(Encoding.UTF8.GetBytes(first.Replace(",No,", ",Yes,", StringComparison.Ordinal) + second), "years.epw", problems);
        Assert.Empty(problems);
        Assert.Equal(8760 + 8784, file.RowCount);
    }

    [Fact]
    public void A_row_may_stop_after_field_32()
    {
        var problems = new ProblemList();
        var file = new MadeEpw { Fields = 32 }.Read(problems);
        Assert.False(problems.HasErrors);
        Assert.Equal(Severity.Note, Assert.Single(problems).Severity);
        Assert.True(double.IsNaN(file[EpwField.LiquidPrecipitation][0]));
        Assert.Equal(20, file[EpwField.DryBulb][0]);
    }

    [Theory]
    [InlineData(EpwField.DryBulb, 99.9)]
    [InlineData(EpwField.DewPoint, 99.9)]
    [InlineData(EpwField.RelativeHumidity, 999)]
    [InlineData(EpwField.Pressure, 999999)]
    [InlineData(EpwField.GlobalHorizontal, 9999)]
    [InlineData(EpwField.GlobalIlluminance, 999900)]
    [InlineData(EpwField.ZenithLuminance, 9999)]
    [InlineData(EpwField.WindDirection, 999)]
    [InlineData(EpwField.WindSpeed, 999)]
    [InlineData(EpwField.TotalSkyCover, 99)]
    [InlineData(EpwField.Visibility, 9999)]
    [InlineData(EpwField.CeilingHeight, 99999)]
    [InlineData(EpwField.AerosolOpticalDepth, 0.999)]
    [InlineData(EpwField.SnowDepth, 999)]
    [InlineData(EpwField.SnowDepth, 899)]
    [InlineData(EpwField.LiquidPrecipitation, 999)]
    [InlineData(EpwField.LiquidPrecipitationDuration, 99)]
    public void The_code_for_missing_becomes_nothing(EpwField field, double code)
    {
        var problems = new ProblemList();
        var file = new MadeEpw { Periods = "1,1,Day,Sunday,1/1,1/1", Last = (1, 1), Value = (f, _) => f == field ? code : null }.Read(problems);
        Assert.Empty(problems);
        Assert.All(file[field], v => Assert.True(double.IsNaN(v)));
    }

    [Fact]
    public void Unlimited_visibility_a_bright_zenith_and_a_high_ceiling_are_values()
    {
        var file = new MadeEpw
        {
            Periods = "1,1,Day,Sunday,1/1,1/1",
            Last = (1, 1),
            Value = (f, _) => f switch { EpwField.Visibility => 777.7, EpwField.ZenithLuminance => 57080, EpwField.CeilingHeight => 77777, _ => null },
        }.Read();
        Assert.Equal((777.7, 57080, 77777), (file[EpwField.Visibility][0], file[EpwField.ZenithLuminance][0], file[EpwField.CeilingHeight][0]));
    }

    [Fact]
    public void A_typhoon_is_kept_and_an_impossible_temperature_is_not()
    {
        var problems = new ProblemList();
        var file = new MadeEpw
        {
            Periods = "1,1,Day,Sunday,1/1,1/1",
            Last = (1, 1),
            Value = (f, t) => f switch { EpwField.WindSpeed => 52, EpwField.DryBulb => t.Hour == 3 ? -88 : 20, _ => null },
        }.Read(problems);
        Assert.False(problems.HasErrors);
        Assert.Equal(2, problems.Count);
        Assert.Equal(52, file[EpwField.WindSpeed][0]);
        Assert.True(double.IsNaN(file[EpwField.DryBulb][2]));
        Assert.Contains(problems, p => p.Line == 11 && p.Sentence.Contains("-88 here and outside -70 to 70 degC in 1 rows", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Every_end_of_line_is_one(string end)
    {
        var text = new MadeEpw { Periods = "1,1,Day,Sunday,1/1,1/1", Last = (1, 1) }.Text().ReplaceLineEndings(end);
        var problems = new ProblemList();
        Assert.Equal(24, EpwReader.Read([.. "\uFEFF"u8, .. Encoding.UTF8.GetBytes(text)], "x.epw", problems).RowCount);
        Assert.Empty(problems);
    }
}

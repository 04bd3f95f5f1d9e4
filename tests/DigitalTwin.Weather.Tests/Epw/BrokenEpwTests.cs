using System.Text;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Weather.Epw;

namespace DigitalTwin.Weather.Tests.Epw;

public class BrokenEpwTests
{
    private static readonly string Good = new MadeEpw { Periods = "1,1,Days,Sunday,1/1,1/2", Last = (1, 2) }.Text().ReplaceLineEndings("\n");

    [Theory]
    [InlineData("LOCATION,Wuhan", "LOKATION,Wuhan", 1, 1, "its first record is 'LOKATION,Wuhan,Hubei,CHN,Made,574940,30.…', where 'LOCATION,city,region,country,…' is expected. Did you mean 'LOCATION'?")]
    [InlineData(",30.6,", ",130.6,", 1, 38, "The latitude in degrees north is '130.6'; a number from -90 to 90 is accepted.")]
    [InlineData(",114.1,", ",E114,", 1, 43, "The longitude in degrees east is 'E114'; a number from -180 to 180 is accepted.")]
    [InlineData(",8.0,23.0", ",,23.0", 1, 49, "The time zone in hours from UTC is missing; a number from -12 to 14 is accepted.")]
    [InlineData("GROUND TEMPERATURES,", "GROUND TEMPERATURE,", 4, 1, "Unknown header record 'GROUND TEMPERATURE'; accepted are LOCATION, DESIGN CONDITIONS, TYPICAL/EXTREME PERIODS, GROUND TEMPERATURES, HOLIDAYS/DAYLIGHT SAVINGS, COMMENTS 1, COMMENTS 2, DATA PERIODS. Did you mean 'GROUND TEMPERATURES'?")]
    [InlineData("DATA PERIODS,1,1,Days,Sunday,1/1,1/2\n", "", 8, 1, "The data rows begin before the 'DATA PERIODS' record.")]
    [InlineData("DATA PERIODS,1,1,", "DATA PERIODS,1,7,", 8, 16, "7 records per hour do not divide an hour; 1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30 and 60 are accepted.")]
    [InlineData("DATA PERIODS,1,1,", "DATA PERIODS,many,1,", 8, 14, "The number of data periods is 'many'; a number from 1 to 1000 is accepted.")]
    [InlineData("DATA PERIODS,1,", "DATA PERIODS,2,", 8, 14, "The record announces 2 data periods, but data period 2 has no name, weekday, first and last day.")]
    [InlineData("Sunday,1/1,1/2", "Sunday,1/1,13/2", 8, 34, "'13/2' is not a day; month/day (7/15), '15 Jul', 'Jul 15' or a day of the year (196) is accepted.")]
    [InlineData("2023,1,1,5,60,?9?9,20,", "2023,1,1,5,60,?9?9,warm,", 13, 20, "The dry bulb temperature (field 7) is 'warm'; a number in degC is accepted, and 99.9 or a blank when it is missing.")]
    [InlineData("2023,1,1,5,60,?9?9,20,", "2023,1,1,5,60,?9?9,NaN,", 13, 20, "The dry bulb temperature (field 7) is 'NaN'; a number in degC is accepted, and 99.9 or a blank when it is missing.")]
    [InlineData("2023,1,1,5,60", "2023,1,1,25,60", 13, 10, "The hour (field 4) is '25'; a whole number from 1 to 24 is accepted.")]
    [InlineData("2023,1,1,5,60", "2023,0,1,5,60", 13, 6, "The month (field 2) is '0'; a whole number from 1 to 12 is accepted.")]
    [InlineData("2023,1,1,5,60", "2023,2,30,5,60", 13, 0, "Month 2 has no day 30.")]
    [InlineData("2023,1,1,5,60", "2023,1,1,6,60", 13, 0, "The row is for 1/1 hour 6, where 1/1 hour 5 comes next.")]
    [InlineData("1/1,1/2", "1/1,1/3", 56, 0, "The rows end before 1/3 hour 1, but data period 1 ('Days') lasts until 1/3 hour 24.")]
    [InlineData("1/1,1/2", "1/1,1/1", 33, 0, "24 rows follow after the last data period has ended on 1/1.")]
    [InlineData("1/1,1/2", "1/2,1/2", 9, 0, "The row is for 1/1 hour 1, where 1/2 hour 1 comes next.")]
    public void A_mistake_gets_its_line_column_and_sentence(string good, string bad, int line, int column, string sentence)
    {
        Assert.Contains(good, Good);
        var at = Good.IndexOf(good, StringComparison.Ordinal);
        var problems = Read(Good[..at] + bad + Good[(at + good.Length)..]);
        Assert.Contains(problems, p => p.Severity == Severity.Error && (p.Line, p.Column) == (line, column) && p.Sentence.EndsWith(sentence, StringComparison.Ordinal));
    }

    [Fact]
    public void All_mistakes_are_told_at_once()
    {
        var bad = Good.Replace(",30.6,", ",x,", StringComparison.Ordinal).Replace("?9?9,20,10,50", "?9?9,hot,wet,50", StringComparison.Ordinal);
        var problems = Read(bad);
        Assert.Equal(1 + (2 * 48), problems.ErrorCount);
    }

    [Fact]
    public void A_file_cut_in_its_header_says_so() =>
        Assert.Contains("The file ends within its header", Assert.Single(Read(Good[..250]), p => p.Severity == Severity.Error).Sentence);

    [Fact]
    public void A_row_cut_short_says_so()
    {
        var problems = Read(Good[..^60]);
        Assert.Contains(problems, p => p.Severity == Severity.Error && p.Sentence.StartsWith("The row has", StringComparison.Ordinal));
        Assert.Equal(1, problems.ErrorCount);
    }

    [Fact]
    public void A_missing_file_an_empty_one_a_folder_and_UTF16_say_so()
    {
        var problems = new ProblemList();
        EpwReader.Read("no/such/file.epw", problems);
        Assert.Equal("no/such/file.epw: error: The weather file cannot be opened: there is no such file.", Assert.Single(problems).ToString());
        problems = new ProblemList();
        EpwReader.Read(Path.GetTempPath(), problems);
        Assert.True(problems.HasErrors);
        Assert.Contains("The file is empty", Assert.Single(Read("")).Sentence);
        problems = new ProblemList();
        EpwReader.Read([0xFF, 0xFE, 0x4C, 0x00], "x.epw", problems);
        Assert.Contains("UTF-16", Assert.Single(problems).Sentence);
    }

    [Fact]
    public void A_mistake_in_another_file_of_the_same_list_hides_nothing()
    {
        var problems = new ProblemList();
        problems.Error("other.inp", 1, 1, "Something else.");
        EpwReader.Read([], "empty.epw", problems);
        EpwReader.Read(Encoding.UTF8.GetBytes(string.Join('\n', Good.Split('\n').Take(8))), "header.epw", problems);
        EpwReader.Read("no/such/file.epw", problems);
        Assert.Equal(["other.inp", "empty.epw", "header.epw", "no/such/file.epw"], problems.Select(p => p.File));
    }

    [Fact]
    public void A_header_alone_has_no_rows()
    {
        var header = string.Join('\n', Good.Split('\n').Take(8));
        Assert.Contains("no data rows", Assert.Single(Read(header), p => p.Severity == Severity.Error).Sentence);
    }

    private static ProblemList Read(string text)
    {
        var problems = new ProblemList();
        EpwReader.Read(Encoding.UTF8.GetBytes(text), "broken.epw", problems);
        return problems;
    }
}

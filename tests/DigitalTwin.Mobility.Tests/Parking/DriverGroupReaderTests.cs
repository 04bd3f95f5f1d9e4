using System.Text;
using DigitalTwin.Mobility.Parking.Drivers;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Mobility.Tests.Parking;

public class DriverGroupReaderTests
{
    private const string Header = "group,quantity,value,spread,law,unit,source\n";

    private const string Sound = """
        g,price,0.1,0.06,log-normal,1/CNY,
        g,walk,0.1,,,1/min,
        g,drive,0.05,,,1/min,
        g,search,0.06,,,1/min,
        g,queue,0.06,,,1/min,
        g,give-up,5,1,normal,1,
        g,queue-patience,10,,exponential,min,
        g,search-patience,20,8,gamma,min,
        g,longest-walk,800,,,m,
        g,walk-speed,1.4,,,m/s,

        """;

    private static (IReadOnlyList<DriverGroup> Groups, string[] Problems) Read(string rows)
    {
        var problems = new ProblemList();
        var groups = DriverGroupReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(rows)), "groups.csv", problems);
        return (groups, [.. problems.Select(p => p.ToString())]);
    }

    [Fact]
    public void The_groups_that_come_with_the_library_say_where_each_number_is_from()
    {
        Assert.Equal(["commuters", "shoppers", "visitors", "residents"], DriverGroups.Default.Select(g => g.Name));
        var commuters = DriverGroups.Default[0];
        Assert.Equal("通勤者", commuters.Title.In("zh"));
        Assert.Equal((0.10 / 60, TasteLaw.LogNormal), (commuters.Walk.Mean, commuters.Walk.Law));
        Assert.Equal((600, 0.3, 20 * 3.6e6), (commuters.QueuePatience.Mean, commuters.InformedShare, commuters.Energy.Mean));
        Assert.Equal(["residents"], DriverGroups.Default[3].Permits);
        using var stream = typeof(DriverGroup).Assembly.GetManifestResourceStream("driver-groups.csv")!;
        var rows = new StreamReader(stream).ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1);
        Assert.All(rows.Where(r => !r.Contains(",title-", StringComparison.Ordinal) && !r.Contains(",permits,", StringComparison.Ordinal)), row => Assert.False(row.EndsWith(','), $"'{row}' has no source."));
    }

    [Fact]
    public void A_file_of_ones_own_is_read()
    {
        var (groups, problems) = Read(Header + Sound + "g,permits,staff P-07,,,,\n");
        Assert.Empty(problems);
        Assert.True(groups[0].IsNamed(["P-07"]) && groups[0].IsNamed(["g"]) && !groups[0].IsNamed(["residents"]));
    }

    [Fact]
    public void Every_mistake_has_its_sentence_and_its_place()
    {
        var (groups, problems) = Read(Header + Sound + "g,pirce,1,,,1/CNY,\ng,energy,-3,,,kWh,\ng,price,1,,,1/CNY,\ng,informed-share,30,,,,\ng,electric-share,30,2,normal,%,\nh,walk,1,,weibull,1/min,\n");
        Assert.Empty(groups);
        Assert.Equal(
            [
                "groups.csv:12:3: error: 'pirce' is no quantity of a group of drivers; accepted are price, walk, drive, search, queue, give-up, queue-patience, search-patience, longest-walk, walk-speed, informed-share, electric-share, charging-share, needs-charger-share, energy, title-en, title-zh, permits. Did you mean 'price'?",
                "groups.csv:13:10: error: '-3' is no 'energy'; a number from 0 to 1000 kWh is.",
                "groups.csv:14:3: error: 'price' of the group 'g' is given twice.",
                "groups.csv:15:23: error: The unit of 'informed-share' is ''; it is given in %.",
                "groups.csv:16:23: error: 'electric-share' is the same for all drivers of a group; leave its law empty.",
                "groups.csv:17:11: error: 'weibull' is no law; accepted are fixed, normal, log-normal, exponential, gamma.",
                "groups.csv:17:1: error: The group 'h' has no price, drive, search, queue, give-up, queue-patience, search-patience, longest-walk, walk-speed.",
            ],
            problems);
    }

    [Fact]
    public void A_file_that_is_empty_headless_or_not_there_is_told()
    {
        Assert.Contains("The file is empty", Read("").Problems[0], StringComparison.Ordinal);
        Assert.Contains("The header is 'a,b'", Read("a,b\n").Problems[0], StringComparison.Ordinal);
        var problems = new ProblemList();
        Assert.Empty(DriverGroupReader.Read("nowhere/groups.csv", problems));
        Assert.Contains("there is no such file", problems[0].Sentence, StringComparison.Ordinal);
    }
}

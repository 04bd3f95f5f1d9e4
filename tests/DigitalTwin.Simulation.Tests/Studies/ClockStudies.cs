using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Simulation.Studies;
using DigitalTwin.Simulation.Tests.Results;

namespace DigitalTwin.Simulation.Tests.Studies;

/// <summary>Scenarios of a map without a climate.</summary>
public sealed class ClockStudies : IDisposable
{
    private const string Network = "[JUNCTIONS]\nJ-1 20 4\n[RESERVOIRS]\nR-1 60\n[PIPES]\nP-1 R-1 J-1 1000 300 130\n[OPTIONS]\nUNITS LPS\nHEADLOSS H-W\n[COORDINATES]\nR-1 114.395 30.5\nJ-1 114.4 30.5\n[END]\n";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("utc_offset: +01:00\n", 1)]
    [InlineData("utc_offset: Z\n", 0)]
    [InlineData("", 8)]
    public void A_scenario_that_begins_where_a_world_is_begins_by_the_clock_of_the_map(string clock, int hours)
    {
        var (study, _) = Open(clock, "{ start: world, duration: 1 h }");
        Assert.Equal(new DateTimeOffset(2025, 7, 8, 12 + hours, 0, 0, TimeSpan.FromHours(hours)), study!.Scenario.Period.Start);
        Assert.Equal(TimeSpan.FromHours(hours), study.Scenario.Period.Start.Offset);
    }

    [Theory]
    [InlineData("utc_offset: +01:00\n", "2025-07-08T06:00+02:00", null)]
    [InlineData("", "2025-07-08T06:00Z", null)]
    [InlineData("utc_offset: +08:00\n", "2025-07-08T06:00Z", "The scenario's clock shows UTC+00:00, as its 'start' says, and the map's UTC+08:00: opening hours, tariffs and the trips of a day follow the scenario's.")]
    public void A_start_by_another_clock_than_the_map_s_is_told_but_for_an_hour_of_daylight_saving(string clock, string start, string? told)
    {
        var (study, problems) = Open(clock, $"{{ start: {start}, duration: 1 h }}");
        Assert.NotNull(study);
        Assert.Equal(told, problems.SingleOrDefault(p => p.Severity == Severity.Warning)?.Sentence);
    }

    private (Study? Study, ProblemList Problems) Open(string clock, string period)
    {
        Directory.CreateDirectory(folder["map"]);
        File.WriteAllText(folder["map/net.inp"], Network);
        File.WriteAllText(folder["map/city.yaml"], "name: small\nplace: { lon: 114.40, lat: 30.50 }\nwater: { file: net.inp }\n" + clock);
        File.WriteAllText(folder["now.yaml"], $"scenario: now\nmap: map\nperiod: {period}\n");
        var problems = new ProblemList();
        return (Study.Open(folder["now.yaml"], problems, standIn: new DateTimeOffset(2025, 7, 8, 12, 0, 0, TimeSpan.Zero)), problems);
    }
}

using DigitalTwin.Cli.Terminals;

namespace DigitalTwin.Cli.Tests;

/// <summary>A folder with a small map and scenarios on it, and a <c>twin</c> that speaks into strings. Gone when disposed.</summary>
internal sealed class SmallTown : IDisposable
{
    private const string Network = """
        [JUNCTIONS]
        J1 20 5 Day
        J2 18 5 Day
        J3 22 5 Day
        J4 25 5 Day
        [RESERVOIRS]
        R1 15
        [TANKS]
        T1 55 3 0 5 12 0
        [PIPES]
        P1 J1 J2 400 200 120 0 Open
        P2 J2 J3 400 200 120 0 Open
        P3 J3 J4 400 200 120 0 Open
        P4 J4 J1 400 200 120 0 Open
        P5 J1 T1 400 200 120 0 Open
        [PUMPS]
        U1 R1 J3 HEAD Lift
        [PATTERNS]
        Day 0.4 0.4 0.5 1.2 1.5 1.0 1.0 1.2 1.4 1.6 1.2 0.6
        [CURVES]
        Lift 20 50
        [CONTROLS]
        LINK U1 CLOSED IF NODE T1 ABOVE 4.5
        LINK U1 OPEN IF NODE T1 BELOW 1
        [ENERGY]
        GLOBAL PRICE 0.6
        [OPTIONS]
        UNITS LPS
        HEADLOSS H-W
        [TIMES]
        DURATION 24:00
        PATTERN TIMESTEP 2:00
        [COORDINATES]
        J1 114.401 30.501
        J2 114.405 30.501
        J3 114.405 30.505
        J4 114.401 30.505
        R1 114.407 30.507
        T1 114.399 30.499
        [END]
        """;

    public SmallTown()
    {
        Directory.CreateDirectory(At("map"));
        File.WriteAllText(At("map/network.inp"), Network);
        File.WriteAllText(At("map/city.yaml"), """
            name: small-town
            title: { en: Small town, zh: 小镇 }
            place: { lon: 114.40, lat: 30.50 }
            water: { file: network.inp }
            """);
        Scenario("burst.yaml", Burst);
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("twin-cli-").FullName;

    public static string Burst { get; } = """
        scenario: burst
        title: { en: A main bursts, zh: 主管爆裂 }
        map: map
        period: { start: 2025-07-08T00:00+08:00, duration: 12 h, step: 5 min }
        seed: 7
        water: { demand-noise: 10 % }
        events:
          - { at: "08:00", burst: water/pipe/P2, opening: 50 mm }
        variants:
          left: {}
          isolated: { events: [ { at: "09:00", isolate: water/pipe/P2 } ] }
        replications: 2
        kpis: [ water.burst-loss, water.unserved, water.pump-energy ]
        """;

    public string At(string path) => Path.Combine(Folder, path);

    public string Scenario(string name, string yaml)
    {
        File.WriteAllText(At(name), yaml);
        return At(name);
    }

    /// <summary>Runs <c>twin</c> in this process.</summary>
    public static async Task<(int Code, string Out, string Error)> TwinAsync(params string[] arguments)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var code = await Twin.RunAsync(arguments, new Terminal(output, error, IsWatched: false, 120, "en"), TimeProvider.System);
        return (code, output.ToString(), error.ToString());
    }

    /// <summary>The result hashes of all runs below a folder, by place.</summary>
    public Dictionary<string, string> Hashes(string folder) =>
        Directory.EnumerateFiles(At(folder), "run.json", SearchOption.AllDirectories).ToDictionary(
            f => Path.GetRelativePath(At(folder), f),
            f => System.Text.Json.JsonDocument.Parse(File.ReadAllText(f)).RootElement.GetProperty("resultHash").GetString() ?? "none");

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}

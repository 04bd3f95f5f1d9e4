using BenchmarkDotNet.Attributes;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Water;
using DigitalTwin.Water.Epanet;

namespace DigitalTwin.Benchmarks.Networks;

/// <summary>Reading and solving real networks. <c>DIGITALTWIN_NETWORKS</c> is a folder of .inp files; without it the committed map's network is used.</summary>
[MemoryDiagnoser]
public class NetworkBenchmarks
{
    private byte[] bytes = [];
    private WaterModel model = null!;

    /// <summary>A network.</summary>
    [ParamsSource(nameof(Files))]
    public string File { get; set; } = "";

    /// <summary>The networks at hand.</summary>
    public static IEnumerable<string> Files =>
        Environment.GetEnvironmentVariable("DIGITALTWIN_NETWORKS") is { Length: > 0 } folder
            ? Directory.EnumerateFiles(folder, "*.inp").Order(StringComparer.Ordinal)
            : [Path.Combine(Repository.Root, "maps", "optics-valley", "network.inp")];

    [GlobalSetup]
    public void Setup()
    {
        bytes = System.IO.File.ReadAllBytes(File);
        model = new WaterModel(Read().ToNetwork());
    }

    /// <summary>The file's bytes to its model.</summary>
    [Benchmark]
    public EpanetFile Read() => EpanetReader.Read(bytes, File, new ProblemList());

    /// <summary>The whole period, nothing written.</summary>
    [Benchmark]
    public WaterState Solve()
    {
        var state = model.InitialState();
        model.Run(state);
        return state;
    }
}

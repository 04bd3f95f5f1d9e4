using BenchmarkDotNet.Running;
using DigitalTwin.Benchmarks.Networks;
using DigitalTwin.Benchmarks.Orleans;
using DigitalTwin.Benchmarks.Runs;
using DigitalTwin.Benchmarks.Storage;
using DigitalTwin.Benchmarks.Telemetry;

// dotnet run -c Release --project tests/DigitalTwin.Benchmarks -- --filter *       kernels, networks, cities
// dotnet run -c Release --project tests/DigitalTwin.Benchmarks -- epanet LIBRARY FOLDER   ratios to EPANET's own library, in one process
// dotnet run -c Release --project tests/DigitalTwin.Benchmarks -- orleans         calls, activations, memory and ticks of the binding of Orleans that was built
// dotnet run -c Release --project tests/DigitalTwin.Benchmarks -- store           durable appends, reads beside them, forks and backups, on SQLite and PostgreSQL
// dotnet run -c Release --project tests/DigitalTwin.Benchmarks -- telemetry [--store sqlite|postgres [CONNECTION]] [--twins N] [--collect]   acknowledged observations through twins, twins in memory, forks
// dotnet run -c Release --project tests/DigitalTwin.Benchmarks -- runs SCENARIO…   what grains cost a run beside the plain loop
if (args is ["runs", .. var scenarios])
{
    await GrainRatios.PrintAsync(scenarios, Console.Out);
    return;
}
if (args is ["telemetry", ..])
{
    await TelemetryBenchmark.RunAsync(args, Console.Out);
    return;
}
if (args is ["store", ..])
{
    await StoreBenchmark.RunAsync(args, Console.Out);
    return;
}
if (args is ["orleans"])
{
    await OrleansFigures.PrintAsync(Console.Out);
    return;
}
if (args is ["epanet", var library, var folder, ..])
{
    EpanetRatios.Print(library, folder, Console.Out);
    return;
}
BenchmarkSwitcher.FromAssembly(typeof(EpanetRatios).Assembly).Run(args);

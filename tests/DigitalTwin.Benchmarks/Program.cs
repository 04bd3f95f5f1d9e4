using System.Globalization;
using BenchmarkDotNet.Running;
using DigitalTwin.Benchmarks.Assignments;
using DigitalTwin.Benchmarks.Buildings;
using DigitalTwin.Benchmarks.Networks;
using DigitalTwin.Benchmarks.Orleans;
using DigitalTwin.Benchmarks.Runs;
using DigitalTwin.Benchmarks.Step;
using DigitalTwin.Benchmarks.Storage;
using DigitalTwin.Benchmarks.Telemetry;
using DigitalTwin.Benchmarks.Traffic;

// dotnet run -c Release --project tests/DigitalTwin.Benchmarks -- --filter *       kernels, networks, cities
// dotnet run -c Release --project tests/DigitalTwin.Benchmarks -- epanet LIBRARY FOLDER   ratios to EPANET's own library, in one process
// dotnet run -c Release --project tests/DigitalTwin.Benchmarks -- assign TAPB-BINARY FOLDER   CPU time to equilibrium beside TAP-B's, and warm starts
// dotnet run -c Release --project tests/DigitalTwin.Benchmarks -- orleans         calls, activations, memory and ticks of the binding of Orleans that was built
// dotnet run -c Release --project tests/DigitalTwin.Benchmarks -- store           durable appends, reads beside them, forks and backups, on SQLite and PostgreSQL
// dotnet run -c Release --project tests/DigitalTwin.Benchmarks -- telemetry [--store sqlite|postgres [CONNECTION]] [--twins N] [--collect]   acknowledged observations through twins, twins in memory, forks
// dotnet run -c Release --project tests/DigitalTwin.Benchmarks -- runs SCENARIO…   what grains cost a run beside the plain loop
// dotnet run -c Release --project tests/DigitalTwin.Benchmarks -- traffic [SUMO-BINARY]   a day of a district of 200,000 trips on 1 and 2 threads by turns, beside SUMO's mesoscopic model
// dotnet run -c Release --project tests/DigitalTwin.Benchmarks -- traffic growth   how the cost of a day grows with its trips and with the city
// dotnet run -c Release --project tests/DigitalTwin.Benchmarks -- traffic ways   what a quickest way costs in districts of several sizes
// dotnet run -c Release --project tests/DigitalTwin.Benchmarks -- step FILE… | made MB   opening ISO 10303-21 files (IFC) and reading them, MB/s by processor time beside two peers; memory
// dotnet run -c Release --project tests/DigitalTwin.Benchmarks -- buildings [PEER-LIBRARY]   building-hours per second of the district's 5R1C, beside plain C, and the memory of 100,000 buildings
if (args is ["step", .. var files])
{
    StepBenchmark.Run(files, Console.Out);
    return;
}
if (args is ["buildings", ..])
{
    DistrictRatios.Print(args.ElementAtOrDefault(1), Console.Out);
    return;
}
if (args is ["traffic", "growth"])
{
    GrowthTable.Run(Console.Out);
    return;
}
if (args is ["traffic", "ways"])
{
    WayTable.Run(Console.Out);
    return;
}
if (args is ["traffic", "case", var links, var trips, var days])
{
    GrowthCase.Print(int.Parse(links, CultureInfo.InvariantCulture), int.Parse(trips, CultureInfo.InvariantCulture), int.Parse(days, CultureInfo.InvariantCulture), Console.Out);
    return;
}
if (args is ["traffic", ..])
{
    TrafficBenchmark.Run(args.ElementAtOrDefault(1), Console.Out);
    return;
}
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
if (args is ["assign", var peer, var networks, ..])
{
    AssignRatios.Print(peer, networks, Console.Out);
    return;
}
BenchmarkSwitcher.FromAssembly(typeof(EpanetRatios).Assembly).Run(args);

using BenchmarkDotNet.Running;
using DigitalTwin.Benchmarks.Networks;
using DigitalTwin.Benchmarks.Orleans;

// dotnet run -c Release --project tests/DigitalTwin.Benchmarks -- --filter *       kernels, networks, cities
// dotnet run -c Release --project tests/DigitalTwin.Benchmarks -- epanet LIBRARY FOLDER   ratios to EPANET's own library, in one process
// dotnet run -c Release --project tests/DigitalTwin.Benchmarks -- orleans         calls, activations, memory and ticks of the binding of Orleans that was built
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

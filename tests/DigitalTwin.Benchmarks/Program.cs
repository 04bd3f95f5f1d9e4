using BenchmarkDotNet.Running;
using DigitalTwin.Benchmarks.Networks;

// dotnet run -c Release --project tests/DigitalTwin.Benchmarks -- --filter *       kernels, networks, cities
// dotnet run -c Release --project tests/DigitalTwin.Benchmarks -- epanet LIBRARY FOLDER   ratios to EPANET's own library, in one process
if (args is ["epanet", var library, var folder, ..])
{
    EpanetRatios.Print(library, folder, Console.Out);
    return;
}
BenchmarkSwitcher.FromAssembly(typeof(EpanetRatios).Assembly).Run(args);

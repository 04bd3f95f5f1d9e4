using DigitalTwin.Simulation.Loop;
using DigitalTwin.Simulation.Tests.Loop;

namespace DigitalTwin.Simulation.Tests.Water;

/// <summary>Air of one temperature everywhere.</summary>
internal sealed class Air(double temperature) : MadeDomain("weather", [new("weather.air-temperature", "degC", new IndexSet("district", 1))], _ => [[temperature]]);

using DigitalTwin.Simulation.Loop;
using DigitalTwin.Simulation.Tests.Loop;

namespace DigitalTwin.Simulation.Tests.Mobility;

/// <summary>Weather that a test makes up: rain by district and time.</summary>
/// <param name="rain">mm/h in a district at a time.</param>
/// <param name="temperature">degC everywhere.</param>
internal sealed class Sky(Func<int, double, double> rain, double temperature = 20) : MadeDomain(
    "weather",
    [new("weather.precipitation", "mm/h", new IndexSet("district", 2)), new("weather.air-temperature", "degC", new IndexSet("district", 2))],
    step => [[rain(0, step.Start), rain(1, step.Start)], [temperature, temperature]]);

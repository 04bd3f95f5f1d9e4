using DigitalTwin.Cities.Synthesis.Traffic;
using DigitalTwin.Water.Epanet;
using DigitalTwin.Water.Epanet.Rows;

namespace DigitalTwin.Cities.Synthesis;

/// <summary>What a synthetic map holds.</summary>
/// <param name="Quarters">Neighbourhoods with a supply of their own.</param>
/// <param name="Junctions">Junctions.</param>
/// <param name="Pipes">Pipes, shut ones included.</param>
/// <param name="ShutPipes">Pipes shut at the boundaries of zones.</param>
/// <param name="Pumps">Pumps.</param>
/// <param name="Valves">Pressure reducing valves.</param>
/// <param name="Tanks">Tanks.</param>
/// <param name="Reservoirs">Clear wells.</param>
/// <param name="Districts">Districts.</param>
/// <param name="People">People.</param>
/// <param name="PipeLength">Length of all pipes, m.</param>
/// <param name="MeanDemand">Mean demand, m³/s.</param>
/// <param name="Width">West to east, m.</param>
/// <param name="Height">South to north, m.</param>
/// <param name="Traffic">Streets, lots, kerbs and what demand follows from.</param>
/// <param name="Buildings">Buildings; none in cities of more than 200,000 junctions.</param>
public sealed record SynthesisReport(
    int Quarters, int Junctions, int Pipes, int ShutPipes, int Pumps, int Valves, int Tanks, int Reservoirs, int Districts, long People,
    double PipeLength, double MeanDemand, double Width, double Height, TrafficCount Traffic, int Buildings)
{
    internal static SynthesisReport Of(SynthesisOptions options, CityPlan city, EpanetFile file, int districts, long people, TrafficCount traffic, int buildings)
    {
        double length = 0, demand = 0;
        var shut = 0;
        foreach (var pipe in file.Pipes) (length, shut) = (length + pipe.Length, shut + (pipe.Status == PipeStatus.Closed ? 1 : 0));
        foreach (var row in file.Demands) demand += row.Base;
        return new(
            city.Quarters.Count, options.Junctions, file.Pipes.Count, shut, file.Pumps.Count, file.Valves.Count, file.Tanks.Count, file.Reservoirs.Count,
            districts, people, length, demand / 1000, city.Width, city.Height, traffic, buildings);
    }
}

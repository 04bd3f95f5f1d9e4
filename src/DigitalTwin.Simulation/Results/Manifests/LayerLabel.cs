using DigitalTwin.Numerics.Text;
using DigitalTwin.Scenarios.Vocabulary;

namespace DigitalTwin.Simulation.Results.Manifests;

/// <summary>What a layer of <c>results.gpkg</c> is.</summary>
/// <param name="Name">Table of the assets: <c>water_junction</c>.</param>
/// <param name="Title">Its title.</param>
/// <param name="Assets">How many assets it has.</param>
/// <param name="Fields">Their properties.</param>
/// <param name="Recorded">Instants that were recorded in the run; minimum, mean and maximum are of these.</param>
/// <param name="Kept">Instants kept in the table of the time series: fewer when the layer would have exceeded the budget of values.</param>
public sealed record LayerLabel(string Name, LocalizedText Title, int Assets, IReadOnlyList<FieldLabel> Fields, int Recorded, int Kept);

/// <summary>What a property of a layer's assets is.</summary>
/// <param name="Name">Stem of its columns: <c>pressure</c>.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Title">Its title.</param>
/// <param name="Worse">Which way a value is worse.</param>
/// <param name="WorstInstant">When it stood worst over all assets together, s since the start; null when nothing was known.</param>
public sealed record FieldLabel(string Name, string Unit, LocalizedText Title, KpiDirection Worse, double? WorstInstant);

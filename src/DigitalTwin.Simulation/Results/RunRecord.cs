using DigitalTwin.Numerics.Text;
using DigitalTwin.Scenarios.Vocabulary;
using NetTopologySuite.Geometries;

namespace DigitalTwin.Simulation.Results;

/// <summary>
/// Everything one run (one variant, one replication) found out, in memory and before anything is written. Times are seconds since the
/// scenario's start; a run folder is made from it and nothing else.
/// </summary>
public sealed record RunRecord
{
    /// <summary>Which variant.</summary>
    public required string Variant { get; init; }

    /// <summary>Which replication, from 1.</summary>
    public required int Replication { get; init; }

    /// <summary>KPI values in the order in which the scenario asks for them.</summary>
    public required IReadOnlyList<KpiValue> Kpis { get; init; }

    /// <summary>City-wide time series.</summary>
    public required IReadOnlyList<TimeSeries> Series { get; init; }

    /// <summary>Assets with geometry and their values through time.</summary>
    public required IReadOnlyList<ResultLayer> Layers { get; init; }

    /// <summary>What another run must know to go on from a recorded instant. It becomes part of the run's world and of no file of its folder.</summary>
    public IReadOnlyList<StateFrame> States { get; init; } = [];

    /// <summary>What happened, in the order of time: actions, warnings, tanks that ran empty, solver reports.</summary>
    public required IReadOnlyList<LogEntry> Log { get; init; }

    /// <summary>What was assumed because the input did not say.</summary>
    public required IReadOnlyList<LocalizedText> Assumptions { get; init; }

    /// <summary>Hash of the whole state trajectory and of every KPI, lower-case hexadecimal.</summary>
    public required string ResultHash { get; init; }
}

/// <summary>A KPI and its value, in the KPI's unit.</summary>
public sealed record KpiValue(KpiDeclaration Kpi, double Value);

/// <summary>A city-wide series: <paramref name="Times"/> (s since the start) and <paramref name="Values"/> have one length; NaN where nothing was known.</summary>
public sealed record TimeSeries(string Name, string Unit, LocalizedText Title, double[] Times, double[] Values);

/// <summary>One kind of asset in the results (<c>water/junction</c>): n assets, their geometry (longitude, latitude), and fields through time.</summary>
/// <param name="Name">Layer name: <c>water_junction</c>.</param>
/// <param name="Title">Title.</param>
/// <param name="AssetIds">n ids.</param>
/// <param name="Geometries">n points or lines, WGS 84 (CGCS2000) longitude and latitude.</param>
/// <param name="Fields">Values through time.</param>
public sealed record ResultLayer(
    string Name, LocalizedText Title, IReadOnlyList<string> AssetIds, IReadOnlyList<Geometry> Geometries, IReadOnlyList<ResultField> Fields);

/// <summary>A property of every asset of a layer at every recorded time.</summary>
/// <param name="Name">Field name: <c>pressure</c>.</param>
/// <param name="Unit">Unit: <c>m</c>.</param>
/// <param name="Title">Title.</param>
/// <param name="Times">m times, s since the start.</param>
/// <param name="Values">m rows of n values.</param>
/// <param name="Worse">Which way a value is worse, for naming the worst places: Less means low values are bad.</param>
public sealed record ResultField(string Name, string Unit, LocalizedText Title, double[] Times, float[][] Values, KpiDirection Worse);

/// <summary>A property of assets at a time; it holds until the next frame of the same property and assets.</summary>
/// <param name="Time">s since the start.</param>
/// <param name="AssetIds">n ids; successive frames share the list.</param>
/// <param name="Property">The property as twins name it: <c>level</c>.</param>
/// <param name="Unit">Unit.</param>
/// <param name="Values">n values, single precision; NaN for none.</param>
public sealed record StateFrame(double Time, IReadOnlyList<string> AssetIds, string Property, string Unit, float[] Values);

/// <summary>Something that happened in a run.</summary>
/// <param name="Time">s since the start.</param>
/// <param name="Kind">A dotted word: <c>action.burst</c>, <c>warning.issued</c>, <c>water.unbalanced</c>.</param>
/// <param name="Text">One sentence.</param>
/// <param name="AssetId">The asset concerned, or null.</param>
public sealed record LogEntry(double Time, string Kind, LocalizedText Text, string? AssetId = null);

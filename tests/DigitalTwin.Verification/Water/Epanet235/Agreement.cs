using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Water;
using DigitalTwin.Water.Epanet;
using DigitalTwin.Water.Epanet.Results;
using DigitalTwin.Water.Hydraulics;

namespace DigitalTwin.Verification.Water.Epanet235;

/// <summary>
/// How far one network's simulation is from EPANET's, value by value from the nearer of its two answers: at the file's ACCURACY and at 10⁻⁶.
/// Heads beyond 10⁵ m (nodes cut off from any source) do not count; all flows and statuses do. Those of links between two such nodes
/// are also counted apart, for the networks in <see cref="Chance"/>.
/// </summary>
internal sealed class Agreement
{
    public const double HeadTolerance = 0.01; // m
    public const double FlowTolerance = 1e-3; // of the network's largest flow

    /// <summary>Networks in which the released EPANET's rounding decides a status, with how that is known.</summary>
    public static readonly IReadOnlyDictionary<string, string> Chance = new Dictionary<string, string>
    {
        ["prv_closed_no_upstream_sources"] =
            "Both ends of the valve are cut off from every source at the hours in question, at heads of -1e7 m whose last bits decide; " +
            "EPANET's own sources compiled with 113-bit numbers give our statuses and flows.",
    };

    private const double LeastFlowTolerance = 1e-5; // m³/s
    private const double CutOff = 1e5;

    public required string Network { get; init; }
    public int Values { get; private set; }
    public int Missing { get; private set; }
    public int Statuses { get; private set; }
    public int CutOffStatuses { get; private set; }
    public double HeadError { get; private set; }
    public double FlowError { get; private set; }
    public double SuppliedFlowError { get; private set; }
    public double LargestFlow { get; private set; }
    public string WorstHead { get; private set; } = "";
    public string WorstFlow { get; private set; } = "";

    public double FlowLimit => Math.Max(FlowTolerance * LargestFlow, LeastFlowTolerance);

    /// <summary>Whether every value is within the limits.</summary>
    public bool Holds => HoldsWhereSupplied && Statuses == 0 && FlowError <= FlowLimit;

    /// <summary>Whether every value is but those of links between two nodes that nothing joins to a source.</summary>
    public bool HoldsWhereSupplied =>
        Values > 0 && Missing == 0 && Statuses == CutOffStatuses && HeadError <= HeadTolerance && SuppliedFlowError <= FlowLimit;

    public static Agreement Of(string name)
    {
        var problems = new ProblemList();
        var file = EpanetReader.Read(SharedData.Path("epanet", $"{name}.inp"), problems);
        Assert.False(problems.HasErrors, string.Join('\n', problems));
        var network = file.ToNetwork();
        var unit = file.Options.FlowUnit ?? FlowUnit.GallonsPerMinute;
        var usual = new ReferenceAnswer(SharedData.Path("epanet", "ref", $"{name}.csv.gz"), network, unit);
        var tight = new ReferenceAnswer(SharedData.Path("epanet", "ref-tight", $"{name}.csv.gz"), network, unit);

        var agreement = new Agreement { Network = name };
        var seen = 0;
        var last = usual.Instants.Keys.Max();
        var model = new WaterModel(network);
        var state = model.InitialState();
        using var enough = new CancellationTokenSource();
        try
        {
            model.Run(
                state,
                (at, _) =>
                {
                    var time = (long)Math.Round(at.Time);
                    if (WaterResultCsv.IsReportTime(network.Times, at.Time) && usual.Instants.TryGetValue(time, out var reference))
                    {
                        seen++;
                        agreement.Compare(at, reference, tight.Instants.GetValueOrDefault(time));
                    }
                    if (time >= last) enough.Cancel();
                },
                enough.Token);
        }
        catch (OperationCanceledException)
        {
            // All that the reference covers has been compared.
        }
        agreement.Missing += (usual.Instants.Count - seen) * (network.Nodes.Count + network.Links.Count);
        return agreement;
    }

    private void Compare(WaterState state, ReferenceAnswer.Instant usual, ReferenceAnswer.Instant? tight)
    {
        var (nodes, links) = (state.Network.Nodes, state.Network.Links);
        Values += nodes.Count + links.Count;
        for (var i = 0; i < nodes.Count; i++)
        {
            if (double.IsNaN(usual.Head[i])) Missing++;
            if (Math.Abs(usual.Head[i]) > CutOff) continue;
            var error = Nearer(state.Head[i], usual.Head[i], tight?.Head[i]);
            if (error > HeadError) (HeadError, WorstHead) = (error, $"head of {nodes.Ids[i]} at {state.Time} s | {usual.Head[i]:g9} | {state.Head[i]:g9}");
        }
        for (var k = 0; k < links.Count; k++)
        {
            if (double.IsNaN(usual.Flow[k])) Missing++;
            LargestFlow = Math.Max(LargestFlow, Math.Abs(usual.Flow[k]));
            var shut = state.Status[k] <= LinkStatus.Closed;
            var flow = shut ? 0 : state.Flow[k];
            var error = Nearer(flow, usual.Flow[k], tight?.Flow[k]);
            var closed = state.Status[k] is LinkStatus.TemporarilyClosed or LinkStatus.Closed;
            var otherStatus = closed != usual.Closed[k] && closed != tight?.Closed[k];
            var supplied = Math.Abs(usual.Head[links.From[k]]) <= CutOff || Math.Abs(usual.Head[links.To[k]]) <= CutOff;
            if (otherStatus) Statuses++;
            if (otherStatus && !supplied) CutOffStatuses++;
            if (supplied) SuppliedFlowError = Math.Max(SuppliedFlowError, error);
            if (error > FlowError) (FlowError, WorstFlow) = (error, $"flow of {links.Ids[k]} at {state.Time} s | {usual.Flow[k]:g9} | {flow:g9}");
        }
    }

    private static double Nearer(double ours, double usual, double? tight)
    {
        var error = Math.Abs(ours - usual);
        return tight is { } other && !double.IsNaN(other) ? Math.Min(error, Math.Abs(ours - other)) : error;
    }

    /// <summary>Case, quantity, published, ours, error, tolerance.</summary>
    public override string ToString() =>
        $"| {Network} | {WorstHead} | {HeadError:0e+0} m | {HeadTolerance} m |\n| {Network} | {WorstFlow} | {FlowError:0e+0} m³/s | {FlowLimit:0e+0} m³/s |\n| {Network} | statuses that differ | 0 | {Statuses} | {Missing} values missing | 0 |";
}

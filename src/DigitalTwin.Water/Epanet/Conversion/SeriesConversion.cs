using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Water.Epanet.Rows;
using DigitalTwin.Water.Network;

namespace DigitalTwin.Water.Epanet.Conversion;

/// <summary>
/// Patterns and curves. A curve's units depend on what uses it, so a curve that two kinds of things use becomes two.
/// </summary>
internal sealed class SeriesConversion
{
    private const string UsualDefault = "1";

    private readonly EpanetUnits units;
    private readonly ProblemList problems;
    private readonly string fileName;
    private readonly Dictionary<string, int> patternIndex = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CurveRow> curveRows = new(StringComparer.Ordinal);
    private readonly Dictionary<(string, CurveKind), int> curveIndex = [];
    private readonly List<Curve> curves = [];

    public SeriesConversion(EpanetFile file, EpanetUnits units, ProblemList problems)
    {
        (this.units, this.problems, fileName) = (units, problems, file.Name);
        var patterns = new Pattern[file.Patterns.Count];
        for (var i = 0; i < patterns.Length; i++)
        {
            var row = file.Patterns[i];
            patterns[i] = new(row.Id, [.. row.Multipliers]);
            if (row.Multipliers.Count == 0) Say($"Pattern '{row.Id}' has no multipliers.");
            if (!patternIndex.TryAdd(row.Id, i)) Say($"Pattern '{row.Id}' is defined twice.");
        }
        Patterns = patterns;
        foreach (var row in file.Curves)
        {
            if (row.X.Count == 0 || row.X.Count != row.Y.Count) Say($"Curve '{row.Id}' has {row.X.Count} x and {row.Y.Count} y, but needs as many of each and one at least.");
            if (!curveRows.TryAdd(row.Id, row)) Say($"Curve '{row.Id}' is defined twice.");
        }
        DefaultPattern = patternIndex.GetValueOrDefault(file.Options.DefaultPattern ?? UsualDefault, -1);
    }

    public IReadOnlyList<Pattern> Patterns { get; }

    /// <summary>The pattern of demands that name none, or -1.</summary>
    public int DefaultPattern { get; }

    /// <summary>Index of a pattern; -1 for none.</summary>
    public int Pattern(string? id)
    {
        if (string.IsNullOrEmpty(id)) return -1;
        if (patternIndex.TryGetValue(id, out var index)) return index;
        Say($"There is no pattern '{id}'.{NearestName.Hint(id, patternIndex.Keys)}");
        return -1;
    }

    /// <summary>Index of a curve used as <paramref name="kind"/>; -1 for none.</summary>
    public int Curve(string? id, CurveKind kind)
    {
        if (id is null) return -1;
        if (curveIndex.TryGetValue((id, kind), out var index)) return index;
        if (!curveRows.TryGetValue(id, out var row))
        {
            Say($"There is no curve '{id}'.{NearestName.Hint(id, curveRows.Keys)}");
            return -1;
        }
        return curveIndex[(id, kind)] = Add(id, kind, [.. row.X], [.. row.Y]);
    }

    /// <summary>Adds a head curve that stands on a pump's own line.</summary>
    public int OldPumpCurve(PumpRow pump)
    {
        var (x, y) = PumpCurves.FromOldForm(pump.OldCurve!);
        return Add(pump.Id, CurveKind.PumpHead, x, y);
    }

    /// <summary>All curves, those that nothing uses last and as they stand.</summary>
    public IReadOnlyList<Curve> ToCurves()
    {
        var used = curveIndex.Keys.Select(k => k.Item1).ToHashSet(StringComparer.Ordinal);
        foreach (var row in curveRows.Values)
        {
            if (!used.Contains(row.Id)) curves.Add(new(row.Id, CurveKind.Unused, [.. row.X], [.. row.Y]));
        }
        return curves;
    }

    private int Add(string id, CurveKind kind, double[] x, double[] y)
    {
        var (ofX, ofY) = kind switch
        {
            CurveKind.Volume => (units.Length, units.Volume),
            CurveKind.PumpHead or CurveKind.HeadLoss => (units.Flow, units.Length),
            CurveKind.Efficiency => (units.Flow, 1),
            _ => (1.0, 1.0),
        };
        for (var i = 0; i < x.Length; i++) (x[i], y[i]) = (x[i] * ofX, y[i] * ofY);
        curves.Add(new(id, kind, x, y));
        return curves.Count - 1;
    }

    private void Say(string sentence) => problems.Error(fileName, 0, 0, sentence);
}

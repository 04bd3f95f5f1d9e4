using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Water.Epanet.Rows;

namespace DigitalTwin.Water.Epanet.Checking;

/// <summary>What must hold for a network as a whole before it can be solved; the same conditions as EPANET's.</summary>
internal static class NetworkChecks
{
    private const double Tiny = 1e-6;

    /// <summary>Checks a file whose rows have been read.</summary>
    /// <param name="file">The file.</param>
    /// <param name="lineOf">Line of a row, or 0.</param>
    /// <param name="fileName">Name for the sentences.</param>
    /// <param name="problems">Receives what does not hold.</param>
    public static void Check(EpanetFile file, Func<EpanetSection, int, int> lineOf, string fileName, ProblemList problems)
    {
        var whole = !problems.HasErrors;
        var curves = new Dictionary<string, CurveRow>(StringComparer.Ordinal);
        foreach (var curve in file.Curves) curves.TryAdd(curve.Id, curve);

        void Say(EpanetSection section, int row, string sentence) => problems.Error(fileName, lineOf(section, row), 0, sentence);

        for (var i = 0; i < file.Curves.Count; i++) CheckCurve(file.Curves[i], s => Say(EpanetSection.Curves, i, s));
        for (var i = 0; i < file.Tanks.Count; i++) CheckTank(file.Tanks[i], curves, s => Say(EpanetSection.Tanks, i, s));
        for (var i = 0; i < file.Pumps.Count; i++) PumpChecks.Check(file.Pumps[i], curves, s => Say(EpanetSection.Pumps, i, s));
        if (!whole) return; // rows that could not be read would be missed below

        var nodes = file.Junctions.Count + file.Reservoirs.Count + file.Tanks.Count;
        if (nodes < 2) problems.Error(fileName, 0, 0, $"The network has {(nodes == 0 ? "no node" : "one node")}, but at least two are needed.");
        else if (file.Reservoirs.Count + file.Tanks.Count == 0)
            problems.Error(fileName, 0, 0, "The network has no reservoir and no tank, so that nothing fixes a head.");
        CheckLinked(file, s => problems.Error(fileName, s.Line, 0, s.Sentence), lineOf);
    }

    private static void CheckCurve(CurveRow curve, Action<string> say)
    {
        for (var i = 1; i < curve.X.Count; i++)
        {
            if (curve.X[i - 1] < curve.X[i]) continue;
            say($"Curve '{curve.Id}' goes from x = {curve.X[i - 1]} to x = {curve.X[i]}, but x must increase from point to point.");
            return;
        }
    }

    private static void CheckTank(TankRow tank, Dictionary<string, CurveRow> curves, Action<string> say)
    {
        if (tank.Diameter == 0) return;
        if (tank.InitialLevel > tank.MaxLevel || tank.MinLevel > tank.MaxLevel || tank.InitialLevel < tank.MinLevel)
        {
            say($"Tank '{tank.Id}' has lowest level {tank.MinLevel}, initial level {tank.InitialLevel} and highest level {tank.MaxLevel}, but they must not decrease in this order.");
            return;
        }
        if (tank.VolumeCurve is null || !curves.TryGetValue(tank.VolumeCurve, out var curve) || curve.X.Count == 0) return;
        if (tank.MinLevel < curve.X[0] - Tiny || tank.MaxLevel > curve.X[^1] + Tiny)
            say($"Tank '{tank.Id}' has levels from {tank.MinLevel} to {tank.MaxLevel}, but its volume curve '{curve.Id}' covers {curve.X[0]} to {curve.X[^1]} only.");
    }

    /// <summary>A junction that no link touches has no equation for its head.</summary>
    private static void CheckLinked(EpanetFile file, Action<(int Line, string Sentence)> say, Func<EpanetSection, int, int> lineOf)
    {
        var index = new Dictionary<string, int>(file.Junctions.Count, StringComparer.Ordinal);
        for (var i = 0; i < file.Junctions.Count; i++) index.TryAdd(file.Junctions[i].Id, i);
        var linked = new bool[file.Junctions.Count];
        void Touch(string id)
        {
            if (index.TryGetValue(id, out var i)) linked[i] = true;
        }
        foreach (var pipe in file.Pipes)
        {
            Touch(pipe.From);
            Touch(pipe.To);
        }
        foreach (var pump in file.Pumps)
        {
            Touch(pump.From);
            Touch(pump.To);
        }
        foreach (var valve in file.Valves)
        {
            Touch(valve.From);
            Touch(valve.To);
        }
        for (var i = 0; i < linked.Length; i++)
        {
            if (!linked[i]) say((lineOf(EpanetSection.Junctions, i), $"Junction '{file.Junctions[i].Id}' is not joined to any pipe, pump or valve."));
        }
    }
}

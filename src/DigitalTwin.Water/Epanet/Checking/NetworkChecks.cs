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
    /// <param name="linked">Whether a link touches the junction of a row.</param>
    /// <param name="fileName">Name for the sentences.</param>
    /// <param name="problems">Receives what does not hold.</param>
    public static void Check(EpanetFile file, Func<EpanetSection, int, int> lineOf, Func<int, bool> linked, string fileName, ProblemList problems)
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
        for (var i = 0; i < file.Junctions.Count; i++)
        {
            if (!linked(i)) Say(EpanetSection.Junctions, i, $"Junction '{file.Junctions[i].Id}' is not joined to any pipe, pump or valve.");
        }
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
}

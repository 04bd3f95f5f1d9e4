namespace DigitalTwin.Water.Epanet;

/// <summary>Head curves that EPANET 1 files write on the pump's own line.</summary>
internal static class PumpCurves
{
    /// <summary>Points of (head, flow), or of (shut-off head, head, flow, head, flow).</summary>
    public static (double[] X, double[] Y) FromOldForm(IReadOnlyList<double> numbers) => numbers.Count < 5
        ? ([numbers[1]], [numbers[0]])
        : ([0, numbers[2], numbers[4]], [numbers[0], numbers[1], numbers[3]]);
}

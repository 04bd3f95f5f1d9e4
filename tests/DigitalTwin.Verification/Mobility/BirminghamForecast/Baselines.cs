namespace DigitalTwin.Verification.Mobility.BirminghamForecast;

/// <summary>The forecasts that ours must beat: what was there last, and the mean of the time of day on working days or weekends plus one coefficient on the present deviation, fitted on the training part.</summary>
internal static class Baselines
{
    private const int Slots = BirminghamLot.SlotsPerDay;

    public static double[] LastValue(BirminghamLot lot, int lead) => [.. lot.Percent.Select((_, i) => Known(lot, i, lead) ? lot.Percent[i - lead] : double.NaN)];

    public static double[] ProfileAndResidual(BirminghamLot lot, int lead)
    {
        var y = lot.Percent;
        var training = Enumerable.Range(0, BirminghamLot.FirstTestDay * Slots).Where(i => !double.IsNaN(y[i])).ToArray();
        var profile = training.GroupBy(i => (BirminghamLot.IsWeekend(i), i % Slots)).ToDictionary(g => g.Key, g => g.Average(i => y[i]));
        double Usual(int i) => profile[(BirminghamLot.IsWeekend(i), i % Slots)];
        var pairs = training.Where(i => Known(lot, i, lead)).Select(i => (X: y[i - lead] - Usual(i - lead), Y: y[i] - Usual(i))).ToArray();
        var coefficient = pairs.Sum(p => p.X * p.Y) / pairs.Sum(p => p.X * p.X);
        return [.. y.Select((_, i) => Known(lot, i, lead) ? Usual(i) + coefficient * (y[i - lead] - Usual(i - lead)) : double.NaN)];
    }

    /// <summary>Whether a slot is forecast: it and the one that the forecast goes out from were read, on the same day.</summary>
    public static bool Known(BirminghamLot lot, int slot, int lead) => slot % Slots >= lead && !double.IsNaN(lot.Percent[slot]) && !double.IsNaN(lot.Percent[slot - lead]);
}

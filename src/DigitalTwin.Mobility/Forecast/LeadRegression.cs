namespace DigitalTwin.Mobility.Forecast;

/// <summary>
/// What one lead is expected to bring: a regression on all that is known (F2), and one on the present deviation alone from the plain profile of working days or weekends, which needs less history. Both are weighted by how well they have
/// done lately (F3; Bates and Granger 1969): weights are inverse to a power of the discounted squared errors.
/// </summary>
internal sealed class LeadRegression
{
    /// <summary>Power of the squared error: the better one takes most of the weight. What is kept of past errors, and of the plain regression's past, from one slot to the next. Settled on days before those that judge.</summary>
    private const double Power = 4, Kept = 0.998, PlainMemory = 0.9995;

    private readonly RecursiveRegression full, plain;
    private readonly double[] deviation = new double[1];
    private double missed = 1e-9, plainlyMissed = 1e-9;

    /// <param name="lead">Lead, slots.</param>
    /// <param name="memory">What the full regression keeps of its past from one slot to the next.</param>
    public LeadRegression(int lead, double memory)
    {
        // Before data speak: nine tenths of the present deviation are still there a slot later.
        var still = Math.Pow(0.9, lead);
        full = new([0, still, 0, 0, 0, 0, 0, 0], [1, 1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1], memory);
        plain = new([still], [1], PlainMemory);
    }

    /// <summary>The expected value.</summary>
    public double Predict(in LeadView view)
    {
        var (one, other) = Both(view);
        double weight = Math.Pow(missed, -Power), otherWeight = Math.Pow(plainlyMissed, -Power);
        // Beside a regression that never misses the other one has no say.
        return double.IsFinite(weight + otherWeight) ? (weight * one + otherWeight * other) / (weight + otherWeight) : missed <= plainlyMissed ? one : other;
    }

    /// <summary>Learns what the slot really held.</summary>
    public void Learn(in LeadView view, double value)
    {
        var (one, other) = Both(view);
        missed = Kept * missed + (value - one) * (value - one) + 1e-12;
        plainlyMissed = Kept * plainlyMissed + (value - other) * (value - other) + 1e-12;
        full.Learn(view.Features, value - view.Usual);
        deviation[0] = view.PlainDeviation;
        plain.Learn(deviation, value - view.PlainUsual);
    }

    private (double Full, double Plain) Both(in LeadView view)
    {
        deviation[0] = view.PlainDeviation;
        return (view.Usual + full.Predict(view.Features), view.PlainUsual + plain.Predict(deviation));
    }
}

/// <summary>What is known at a slot of another.</summary>
/// <param name="Features">Deviations and slopes (F2), per cent.</param>
/// <param name="Usual">What is usual at the other slot on that day of the week, per cent.</param>
/// <param name="PlainUsual">What is usual there on working days, or weekends, per cent.</param>
/// <param name="PlainDeviation">By how much the slot itself differs from that, per cent.</param>
internal readonly record struct LeadView(double[] Features, double Usual, double PlainUsual, double PlainDeviation);

using DigitalTwin.Scenarios.Vocabulary;
using DigitalTwin.Simulation.Results.Manifests;

namespace DigitalTwin.Simulation.Results;

/// <summary>
/// What a field of a layer came to: per asset its minimum, mean and maximum over the recorded instants and when it was worst, and over all
/// assets the instant at which the mean was worst. Values that are not known (NaN) count nowhere.
/// </summary>
public sealed class FieldDigest
{
    private FieldDigest(ResultField field, int assets)
    {
        Field = field;
        Minimum = new float[assets];
        Maximum = new float[assets];
        Mean = new double[assets];
        WorstIndex = new int[assets];
        Array.Fill(Minimum, float.NaN);
        Array.Fill(Maximum, float.NaN);
        Array.Fill(WorstIndex, -1);
    }

    /// <summary>The field.</summary>
    public ResultField Field { get; }

    /// <summary>Smallest value per asset; NaN when none is known.</summary>
    public float[] Minimum { get; }

    /// <summary>Largest value per asset; NaN when none is known.</summary>
    public float[] Maximum { get; }

    /// <summary>Mean per asset over the instants at which it is known; NaN when none is.</summary>
    public double[] Mean { get; }

    /// <summary>Per asset the index of the first instant of its worst value (its largest, when neither way is worse); -1 when none is known.</summary>
    public int[] WorstIndex { get; }

    /// <summary>Index of the first instant at which the mean over all assets was worst; -1 when nothing is known.</summary>
    public int WorstInstant { get; private set; } = -1;

    /// <summary>Values of all assets at <see cref="WorstInstant"/>; empty when there is none.</summary>
    public float[] AtWorst => WorstInstant < 0 ? [] : Field.Values[WorstInstant];

    /// <summary>The label that the manifest keeps.</summary>
    public FieldLabel Label => new(Field.Name, Field.Unit, Field.Title, Field.Worse, WorstInstant < 0 ? null : Field.Times[WorstInstant]);

    /// <summary>Digests a field of a layer of <paramref name="assets"/> assets, row by row in the order of time.</summary>
    public static FieldDigest Of(ResultField field, int assets)
    {
        ArgumentNullException.ThrowIfNull(field);
        var digest = new FieldDigest(field, assets);
        var known = new int[assets];
        var worstMean = double.NaN;
        for (var t = 0; t < field.Values.Length; t++)
        {
            var mean = digest.Take(t, known);
            if (double.IsNaN(mean) || !(double.IsNaN(worstMean) || digest.IsWorse(mean, worstMean))) continue;
            (worstMean, digest.WorstInstant) = (mean, t);
        }
        for (var a = 0; a < assets; a++) digest.Mean[a] = known[a] == 0 ? double.NaN : digest.Mean[a] / known[a];
        return digest;
    }

    /// <summary>Takes the values of one instant in and returns their mean; NaN when none is known.</summary>
    private double Take(int instant, int[] known)
    {
        var row = Field.Values[instant];
        double sum = 0;
        var count = 0;
        for (var a = 0; a < known.Length; a++)
        {
            var value = row[a];
            if (float.IsNaN(value)) continue;
            sum += value;
            count++;
            Mean[a] += value;
            if (known[a]++ == 0) (Minimum[a], Maximum[a], WorstIndex[a]) = (value, value, instant);
            else
            {
                if (IsWorse(value, LowIsWorse ? Minimum[a] : Maximum[a])) WorstIndex[a] = instant;
                Minimum[a] = Math.Min(Minimum[a], value);
                Maximum[a] = Math.Max(Maximum[a], value);
            }
        }
        return count == 0 ? double.NaN : sum / count;
    }

    private bool LowIsWorse => Field.Worse == KpiDirection.Less;

    private bool IsWorse(double value, double than) => LowIsWorse ? value < than : value > than;
}

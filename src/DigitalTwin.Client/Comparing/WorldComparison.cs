using System.Collections.Immutable;
using DigitalTwin.Grains.Contracts.Twins;
using DigitalTwin.Grains.Contracts.Worlds;

namespace DigitalTwin.Client.Comparing;

/// <summary>
/// What differs between two worlds, the largest first. Changes of different properties are put on one scale by the <b>spread</b> of each: the standard deviation of all values, of both worlds, that
/// the property of the type has among what differs (where they are all alike, the largest of their sizes). A word that became another comes before all numbers, and what only one of the worlds knows after them.
/// </summary>
/// <param name="Here">The world from which changes are counted.</param>
/// <param name="There">The world to which.</param>
/// <param name="Changes">Every difference, the largest first; of equal ones in the ordinal order of asset and property.</param>
/// <param name="Totals">Sums by type and property, in ordinal order.</param>
public sealed record WorldComparison(string Here, string There, ImmutableArray<Change> Changes, ImmutableArray<ChangeTotal> Totals)
{
    /// <summary>Gathers and ranks differences.</summary>
    public static async Task<WorldComparison> OfAsync(string here, string there, IAsyncEnumerable<TwinDifference> differences, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(differences);
        var all = new List<TwinDifference>();
        await foreach (var difference in differences.WithCancellation(cancellation).ConfigureAwait(false)) all.Add(difference);
        var spreads = all.GroupBy(d => (Type: TypeOf(d.Asset), d.Property)).ToDictionary(g => g.Key, g => SpreadOf([.. g.SelectMany(Values)]));
        var changes = all.Select(d => Change.Of(d, spreads[(TypeOf(d.Asset), d.Property)])).ToArray();
        Array.Sort(changes, Change.LargestFirst);
        return new(here, there, [.. changes], [.. changes.GroupBy(c => (Type: TypeOf(c.Asset), c.Property)).OrderBy(g => g.Key.Type, StringComparer.Ordinal).ThenBy(g => g.Key.Property, StringComparer.Ordinal)
            .Select(g => ChangeTotal.Of(g.Key.Type, g.Key.Property, spreads[g.Key], [.. g]))]);
    }

    private static IEnumerable<double> Values(TwinDifference d) => new[] { d.Here?.Value ?? double.NaN, d.There?.Value ?? double.NaN }.Where(v => !double.IsNaN(v));

    private static double SpreadOf(double[] values)
    {
        if (values.Length == 0) return double.NaN;
        var mean = values.Average();
        var spread = Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / values.Length);
        return spread > 0 ? spread : values.Max(Math.Abs);
    }

    private static string TypeOf(string asset)
    {
        var second = asset.IndexOf('/', asset.IndexOf('/') + 1);
        return second < 0 ? asset : asset[..second];
    }
}

/// <summary>One difference.</summary>
/// <param name="Asset">The asset.</param>
/// <param name="Property">The property.</param>
/// <param name="Here">What the one world knows, or null.</param>
/// <param name="There">What the other knows, or null.</param>
/// <param name="By">There minus here; NaN unless both are numbers.</param>
/// <param name="OfSpread">The size of that in spreads of the property; infinite for a word that became another, NaN where only one world knows something.</param>
public sealed record Change(string Asset, string Property, Reading? Here, Reading? There, double By, double OfSpread)
{
    internal static Change Of(TwinDifference d, double spread)
    {
        var by = (d.There?.Value ?? double.NaN) - (d.Here?.Value ?? double.NaN);
        var words = d.Here is not null && d.There is not null && (d.Here.Text is not null || d.There.Text is not null);
        return new(d.Asset, d.Property, d.Here, d.There, by, words ? double.PositiveInfinity : double.IsNaN(by) ? double.NaN : spread > 0 ? Math.Abs(by) / spread : 0);
    }

    internal static int LargestFirst(Change a, Change b)
    {
        // NaN sorts below every number, so it comes last in descending order.
        if (b.OfSpread.CompareTo(a.OfSpread) is not 0 and var bySize) return bySize;
        return string.CompareOrdinal(a.Asset, b.Asset) is not 0 and var byAsset ? byAsset : string.CompareOrdinal(a.Property, b.Property);
    }
}

/// <summary>All differences of one property of the assets of one type.</summary>
/// <param name="Type">The type: <c>water/tank</c>.</param>
/// <param name="Property">The property.</param>
/// <param name="Assets">How many assets.</param>
/// <param name="OnlyHere">How many of them only the one world knows.</param>
/// <param name="OnlyThere">How many of them only the other knows.</param>
/// <param name="Up">How many numbers are larger there.</param>
/// <param name="Down">How many are smaller there.</param>
/// <param name="Mean">Mean change; NaN without numbers.</param>
/// <param name="Largest">The change of the largest size; NaN without numbers.</param>
/// <param name="Spread">The property's spread; NaN without numbers.</param>
public sealed record ChangeTotal(string Type, string Property, int Assets, int OnlyHere, int OnlyThere, int Up, int Down, double Mean, double Largest, double Spread)
{
    internal static ChangeTotal Of(string type, string property, double spread, Change[] changes)
    {
        double[] by = [.. changes.Select(c => c.By).Where(b => !double.IsNaN(b))];
        return new(type, property, changes.Length, changes.Count(c => c.There is null), changes.Count(c => c.Here is null), by.Count(b => b > 0), by.Count(b => b < 0),
            by.Length == 0 ? double.NaN : by.Average(), by.Length == 0 ? double.NaN : by.MaxBy(Math.Abs), spread);
    }
}

using DigitalTwin.Buildings.Districts;
using DigitalTwin.Buildings.Sun;
using DigitalTwin.Buildings.Systems;
using DigitalTwin.Buildings.Use;
using DigitalTwin.Buildings.Weather;

namespace DigitalTwin.Buildings.Studies;

/// <summary>A period of a district by itself, under known weather: all its buildings, on several threads, and what comes of it. The bits do not depend on the threads.</summary>
public sealed partial class DistrictStudy
{
    /// <summary>Steps between two reports of progress and two looks at the cancellation.</summary>
    private const int Stretch = 240;

    private readonly double[] totals, extremes;
    private readonly EmissionFactors emissions;

    private DistrictStudy(int buildings, int steps, double stepSeconds, EmissionFactors emissions)
    {
        (Count, StepSeconds, this.emissions) = (buildings, stepSeconds, emissions);
        (totals, extremes, Values) = (new double[buildings * Lane.Quantities], new double[buildings * Lane.Extremes], new double[steps * Lane.Quantities]);
    }

    /// <summary>Sum over all buildings by step and <see cref="BuildingQuantity"/>.</summary>
    private double[] Values { get; }

    /// <summary>Steps.</summary>
    public int Steps => Values.Length / Lane.Quantities;

    /// <summary>Length of a step, s.</summary>
    public double StepSeconds { get; }

    /// <summary>Buildings.</summary>
    public int Count { get; }

    /// <summary>Runs it.</summary>
    /// <param name="buildings">Buildings.</param>
    /// <param name="uses">What people do in them.</param>
    /// <param name="options">What all share.</param>
    /// <param name="weather">By step, means over the step.</param>
    /// <param name="seconds">Length of a step, s.</param>
    /// <param name="threads">Threads.</param>
    /// <param name="horizons">By building, what hides sun and sky from it; nothing unless given.</param>
    /// <param name="progress">Is told the share that is done, 0 to 1.</param>
    /// <param name="cancellation">Stops it.</param>
    public static DistrictStudy Run(
        IReadOnlyList<Building> buildings, UseProfiles uses, BuildingsOptions options, ReadOnlyMemory<Outdoors> weather, double seconds, int threads = 1, IReadOnlyList<Horizon>? horizons = null,
        IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(buildings);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        // All mistakes at once, before parts are made.
        BuildingCheck.Throw(buildings, options);
        var rows = Parts(buildings, Math.Clamp(Math.Min(threads, buildings.Count / Lane.Width), 1, 256));
        var (study, sums, done) = (new DistrictStudy(buildings.Count, weather.Length, seconds, options.Emissions), new double[rows.Length][], 0L);
        Parallel.For(0, rows.Length, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation }, p =>
        {
            var model = new BuildingsModel([.. rows[p].Select(i => buildings[i])], uses, options, null, horizons is null ? null : [.. rows[p].Select(i => horizons[i])]);
            var state = model.InitialState();
            sums[p] = new double[weather.Length * Lane.Quantities];
            for (var step = 0; step < weather.Length; step += Stretch)
            {
                var count = Math.Min(Stretch, weather.Length - step);
                model.Advance(state, weather.Span.Slice(step, count), step * seconds, seconds, count, sums[p].AsSpan(step * Lane.Quantities, count * Lane.Quantities), cancellation);
                progress?.Report(Interlocked.Add(ref done, count) / ((double)weather.Length * rows.Length));
            }
            for (var i = 0; i < rows[p].Length; i++)
            {
                for (var q = 0; q < Lane.Quantities; q++) study.totals[(rows[p][i] * Lane.Quantities) + q] = state.Total(i, (BuildingQuantity)q);
                for (var e = 0; e < Lane.Extremes; e++) study.extremes[(rows[p][i] * Lane.Extremes) + e] = state.Extreme(i, (BuildingExtreme)e);
            }
        });
        foreach (var part in sums)
            for (var i = 0; i < part.Length; i++) study.Values[i] += part[i];
        return study;
    }

    /// <summary>Buildings of one use lie together, so that blocks are full; each part has as many.</summary>
    private static int[][] Parts(IReadOnlyList<Building> buildings, int parts)
    {
        int[] order = [.. Enumerable.Range(0, buildings.Count).OrderBy(i => buildings[i].Use).ThenBy(i => i)];
        return [.. Enumerable.Range(0, parts).Select(p => order[(int)((long)p * order.Length / parts)..(int)((long)(p + 1) * order.Length / parts)])];
    }

    /// <summary>The sum over all buildings in a step; of temperatures, over those that stand.</summary>
    public double Sum(int step, BuildingQuantity quantity) => Values[(step * Lane.Quantities) + (int)quantity];

    /// <summary>A quantity of a building, summed over time.</summary>
    public double Total(int building, BuildingQuantity quantity) => totals[(building * Lane.Quantities) + (int)quantity];

    /// <summary>A quantity of all buildings, summed over time from one step to before another; the parts of a year are a month's.</summary>
    public double Total(BuildingQuantity quantity, int from, int until)
    {
        double sum = 0;
        for (var step = from; step < until; step++) sum += Sum(step, quantity);
        return sum * StepSeconds;
    }

    /// <summary>An extreme of a building.</summary>
    public double Extreme(int building, BuildingExtreme extreme) => extremes[(building * Lane.Extremes) + (int)extreme];

    /// <summary>Carbon dioxide of what a building bought, kg.</summary>
    public double Carbon(int building) => emissions.Of(Total(building, BuildingQuantity.Import), Total(building, BuildingQuantity.Gas), Total(building, BuildingQuantity.DistrictHeat));
}

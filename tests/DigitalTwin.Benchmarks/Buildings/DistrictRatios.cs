using System.Diagnostics;
using DigitalTwin.Buildings;
using DigitalTwin.Buildings.Districts;
using DigitalTwin.Buildings.Use;

namespace DigitalTwin.Benchmarks.Buildings;

/// <summary>
/// Building-hours per second of one core in the district's loop, by processor time, beside a plain C library on the same input in the same run. Inside of what is timed: sun and sky of each hour on 8
/// directions, schedules and plant of each use, and for each building and hour its solar gains on all its walls, windows and roof with shades and horizon, people and their gains, fresh air, the 5R1C with
/// heating and cooling within capacity, 20 quantities, their sums over the year and over the district, and five extremes. The C library is given suns and schedules ready made and sums no district.
/// </summary>
internal static class DistrictRatios
{
    private const int Buildings = 10_000, Many = 100_000, Rounds = 5;

    /// <summary>Runs it: <c>buildings [PEER-LIBRARY]</c>.</summary>
    public static void Print(string? peer, TextWriter to)
    {
        var (model, weather) = (new BuildingsModel(MadeDistrict.Buildings(Buildings), UseProfiles.Shipped, MadeDistrict.Options), MadeDistrict.Year());
        var hours = (double)Buildings * weather.Length;
        var state = model.InitialState();
        double year = Best(() => Year(model, state = model.InitialState(), weather, 24)), hourly = Best(() => Year(model, model.InitialState(), weather, 1));
        to.WriteLine($"{Buildings:N0} buildings, {weather.Length:N0} hours, best of {Rounds} by processor time, one thread");
        to.WriteLine($"a day at once:   {hours / year / 1e6,6:F1} million building-hours/s");
        to.WriteLine($"an hour at once: {hours / hourly / 1e6,6:F1} million building-hours/s");
        if (peer is not null) Compare(peer, model, weather, state, year, hours, to);
        Memory(weather, to);
    }

    private static void Compare(string peer, BuildingsModel model, DigitalTwin.Buildings.Weather.Outdoors[] weather, BuildingsState state, double year, double hours, TextWriter to)
    {
        using var library = new PeerLibrary(peer);
        var run = library.Prepare(model, weather);
        double[] total = [];
        var theirs = Best(() => total = run());
        var (worst, at) = (0.0, "");
        for (var b = 0; b < Buildings; b++)
            for (var q = 0; q < Lane.Quantities; q++)
            {
                var (mine, its) = (state.Total(b, (BuildingQuantity)q), total[(b * Lane.Quantities) + q]);
                // Hours are counted by comparing with a limit: a last bit may decide one.
                if ((BuildingQuantity)q is BuildingQuantity.TooHot or BuildingQuantity.TooCold) continue;
                var error = Math.Abs(mine - its) / (1 + Math.Abs(its));
                if (error > worst) (worst, at) = (error, $"{model.Buildings[b].Id} {(BuildingQuantity)q}");
            }
        to.WriteLine($"plain C:         {hours / theirs / 1e6,6:F1} million building-hours/s; ours is {theirs / year:F2} times as fast; largest relative difference of a year's sum {worst:0.0e+0} {at}");
    }

    private static void Memory(DigitalTwin.Buildings.Weather.Outdoors[] weather, TextWriter to)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var model = new BuildingsModel(MadeDistrict.Buildings(Many), UseProfiles.Shipped, MadeDistrict.Options);
        var state = model.InitialState();
        var held = GC.GetTotalMemory(forceFullCollection: true) - before;
        var seconds = Cpu(() => Year(model, state, weather, 24));
        using var process = Process.GetCurrentProcess();
        to.WriteLine($"{Many:N0} buildings: {held / 1e6:F0} MB for buildings, model and state; a year in {seconds:F1} s of processor ({Many * (double)weather.Length / seconds / 1e6:F1} million building-hours/s); most memory of the process {process.PeakWorkingSet64 / 1e6:F0} MB");
        GC.KeepAlive(state);
    }

    private static void Year(BuildingsModel model, BuildingsState state, DigitalTwin.Buildings.Weather.Outdoors[] weather, int chunk)
    {
        var sums = new double[chunk * Lane.Quantities];
        for (var hour = 0; hour < weather.Length; hour += chunk)
        {
            Array.Clear(sums);
            model.Advance(state, weather.AsSpan(hour, chunk), 3600.0 * hour, 3600, chunk, sums);
        }
    }

    private static double Best(Action work) => Enumerable.Range(0, Rounds).Min(_ => Cpu(work));

    private static double Cpu(Action work)
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        work();
        process.Refresh();
        return (process.TotalProcessorTime - before).TotalSeconds;
    }
}

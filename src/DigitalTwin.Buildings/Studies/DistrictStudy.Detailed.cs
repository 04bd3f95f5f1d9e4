using DigitalTwin.Buildings.Districts;
using DigitalTwin.Buildings.Use;
using DigitalTwin.Buildings.Weather;
using DigitalTwin.Buildings.Zones;
using DigitalTwin.Buildings.Zones.Iso13790;
using DigitalTwin.Numerics.Sun;

namespace DigitalTwin.Buildings.Studies;

public sealed partial class DistrictStudy
{
    /// <summary>Part of the heat of people and equipment that warms the air at once; the rest radiates (half each in ISO 13790).</summary>
    private const double Convective = 0.5;

    /// <summary>
    /// The same with the detailed model of each zone (<see cref="ZoneModel"/>) in the place of 5R1C: people, plant and all else are as in <see cref="Run"/>. It costs some thousand times more; it is for a
    /// few buildings. Neighbours' shade is left out, and movable shades stay up.
    /// </summary>
    public static DistrictStudy RunDetailed(
        IReadOnlyList<Building> buildings, UseProfiles uses, BuildingsOptions options, ReadOnlyMemory<Outdoors> weather, double seconds, int threads = 1, IProgress<double>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(buildings);
        BuildingCheck.Throw(buildings, options);
        var (study, model, done) = (new DistrictStudy(buildings.Count, weather.Length, seconds, options.Emissions), new BuildingsModel(buildings, uses, options), 0);
        var (sun, skies, sums) = (new SolarPosition[weather.Length], new SkyStep[weather.Length], new double[buildings.Count][]);
        var (start, maker) = (SolarPosition.Day(options.Clock.Start), new SkyOnSectors(options));
        for (var step = 0; step < weather.Length; step++)
        {
            sun[step] = SolarPosition.MeanOver(start + (step * seconds / 86400), seconds, options.Latitude, options.Longitude);
            skies[step] = maker.At(weather.Span[step], step * seconds, seconds);
        }
        Parallel.For(0, buildings.Count, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation }, b =>
        {
            sums[b] = new double[weather.Length * Lane.Quantities];
            study.One(model, b, weather.Span, sun, skies, seconds, sums[b], cancellation);
            progress?.Report(Interlocked.Increment(ref done) / (double)buildings.Count);
        });
        foreach (var one in sums)
            for (var i = 0; i < one.Length; i++) study.Values[i] += ExactSum.Rounded(one[i], i % Lane.Quantities);
        return study;
    }

    private void One(BuildingsModel model, int b, ReadOnlySpan<Outdoors> weather, SolarPosition[] sun, SkyStep[] skies, double seconds, Span<double> values, CancellationToken cancellation)
    {
        var (building, profile) = (model.Buildings[b], model.Uses[model.Buildings[b].Use]);
        var zone = new ZoneModel(building.Zone);
        var state = zone.InitialState(model.Options.StartTemperature);
        var airHeat = ZoneAir.Density(building.Zone.Altitude) * ZoneAir.SpecificHeat;
        Span<double> row = stackalloc double[Lane.Count], extreme = stackalloc double[Lane.Extremes];
        extreme.Fill(double.NegativeInfinity);
        model.Row(b, row);
        for (var step = 0; step < weather.Length; step++)
        {
            if (step % 24 == 0) cancellation.ThrowIfCancellationRequested();
            var use = UseStepMaker.Of(profile, model.Options, weather[step], skies[step].OnPhotovoltaics, airHeat, step * seconds, seconds);
            var people = row[Lane.People] * use.Presence;
            var gains = (people * use.HeatPerPerson) + (row[Lane.Floor] * (use.Lighting + use.Equipment));
            var setPoints = new SetPoints(use.HeatingSetPoint, Math.Max(use.HeatingSetPoint, use.CoolingSetPoint), row[Lane.HeatingCapacity], row[Lane.CoolingCapacity]);
            var answer = zone.Advance(state, weather[step], sun[step], new(Convective * gains, (1 - Convective) * gains, setPoints, people * profile.FreshAir), seconds);
            var now = values.Slice(step * Lane.Quantities, Lane.Quantities);
            PlainStep.Plant(row, people, answer.Heating, answer.Cooling, answer.Air, answer.Operative, use, now);
            for (var q = 0; q < Lane.Quantities; q++) totals[(b * Lane.Quantities) + q] += now[q] * seconds;
            ReadOnlySpan<double> greatest = [answer.Heating, answer.Cooling, now[(int)BuildingQuantity.Import], answer.Air, -answer.Air];
            for (var e = 0; e < Lane.Extremes; e++) extreme[e] = Math.Max(extreme[e], greatest[e]);
        }
        extreme.CopyTo(extremes.AsSpan(b * Lane.Extremes, Lane.Extremes));
    }
}

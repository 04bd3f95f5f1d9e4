using DigitalTwin.Grains.Contracts.Telemetry;
using DigitalTwin.Grains.Contracts.Twins;
using DigitalTwin.Storage.Journal;
using FsCheck;
using FsCheck.Fluent;

namespace DigitalTwin.Storage.Tests.Model;

/// <summary>Whatever arrives, in whatever order, and whenever it is forked: the store says of every world, twin and instant what the naive model says.</summary>
public class Any_course_of_events
{
    private const int Minutes = 12;
    private static readonly string[] Properties = ["level", "inflow"];
    private static readonly string[] Sources = ["scada", "gate-2"];

    private static readonly Gen<Step> Steps = Gen.Frequency(
        (12, from world in Gen.Choose(0, 9)
             from asset in Gen.Elements(NaiveWorld.Assets)
             from observations in (from property in Gen.Elements(Properties) from minute in Gen.Choose(0, Minutes) from source in Gen.Elements(Sources)
                                   from quality in Gen.Frequency((6, Gen.Constant(Quality.Good)), (1, Gen.Constant(Quality.Uncertain)), (2, Gen.Constant(Quality.Bad)))
                                   from origin in Gen.Frequency((4, Gen.Constant(Origin.Observed)), (1, Gen.Constant(Origin.Derived)), (1, Gen.Constant(Origin.Simulated)))
                                   select new Observation(asset, property, 0, City.At(minute), source, quality, null, origin)).NonEmptyListOf().Resize(4)
             select new Step(world, [.. observations], null, null)),
        (3, from world in Gen.Choose(0, 9) from minute in Gen.Frequency((2, Gen.Choose(0, Minutes).Select(m => (int?)m)), (1, Gen.Constant((int?)null))) select new Step(world, null, new(minute), null)),
        (2, from world in Gen.Choose(0, 9) from minute in Gen.Choose(0, Minutes) from property in Gen.Elements(Properties) from some in Gen.Choose(0, 2)
            select new Step(world, null, null, (property, minute, some))));

    public static TheoryData<StoreKind> Kinds => StoreKinds.All;

    [Theory, MemberData(nameof(Kinds))]
    public async Task Leads_to_what_the_naive_model_says(StoreKind kind)
    {
        await using var city = await City.EmptyAsync(kind);
        var tries = 0;
        Prop.ForAll(Steps.ListOf().Resize(40).ToArbitrary(), steps => RunAsync(city, $"w{++tries}", steps).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest((kind == StoreKind.Sqlite ? 40 : 15) * (Environment.GetEnvironmentVariable("DIGITALTWIN_LONG") is { Length: > 0 } ? 10 : 1)).WithReplay(20250708, 3));
    }

    private static async Task<bool> RunAsync(City city, string name, IEnumerable<Step> steps)
    {
        await city.Store.Worlds.CreateAsync(name, "map-1", Clock.Start, City.None);
        List<(string Name, NaiveWorld Model)> worlds = [(name, new(null, 0, 0))];
        var order = 0L;
        foreach (var step in steps)
        {
            var (world, model) = worlds[step.World % worlds.Count];
            if (step.Fork is { } fork)
            {
                var minute = fork.Minute ?? model.NewestMinute ?? 0;
                await city.ForkAsync($"{name}-{worlds.Count}", world, fork.Minute);
                worlds.Add(($"{name}-{worlds.Count}", new(model, minute, order)));
            }
            else if (step.Frame is var (property, minute, some))
            {
                float[] values = [some == 1 ? float.NaN : ++order, some == 2 ? float.NaN : ++order];
                await city.Store.Journal.AppendAsync(new SimulatedFrame(world, new([.. NaiveWorld.Assets]), property, City.At(minute), values), City.None);
                model.Add(new Frame(++order, property, minute, values));
            }
            else
            {
                var observations = step.Observations!.Select(o => o with { Value = ++order }).ToArray();
                var expected = observations.Select(o => model.Add(new Value((long)o.Value, o.Asset, o.Property, (int)(o.ObservedAt - Clock.Start).TotalMinutes, o.Source, o.Quality, o.Origin == Origin.Simulated, o.Value))).ToArray();
                Assert.Equal(expected, await city.ObserveAsync(world, observations));
            }
        }
        foreach (var (world, model) in worlds) await CompareAsync(city, world, model);
        return true;
    }

    private static async Task CompareAsync(City city, string world, NaiveWorld model)
    {
        foreach (var minute in (int?[])[null, 0, 3, 7, Minutes])
        {
            var newest = await city.Store.History.NewestAsync(world, minute is { } m ? City.At(m) : null, City.None).ToDictionaryAsync(t => t.Asset, t => t.Readings);
            foreach (var asset in NaiveWorld.Assets)
            {
                var twin = await city.TwinAsync(world, minute, asset);
                Assert.Equal(newest.TryGetValue(asset, out var all) ? [.. all] : [], twin.Observed.AddRange(twin.Simulated).ToArray());
                foreach (var property in Properties)
                {
                    Assert.Equal(model.Newest(asset, property, false, minute ?? int.MaxValue), Of(twin.Observed, property));
                    Assert.Equal(model.Newest(asset, property, true, minute ?? int.MaxValue), Of(twin.Simulated, property));
                }
            }
        }
        foreach (var asset in NaiveWorld.Assets)
            foreach (var property in Properties)
            {
                var samples = await city.Store.History.SamplesAsync(world, asset, new HistoryQuery(property, City.At(0), City.At(100)), City.None);
                Assert.Equal(samples.Select(s => s.At).Order(), samples.Select(s => s.At));
                Assert.Equal(model.Samples(asset, property).Order(), samples.Select(s => ((int)(s.At - Clock.Start).TotalMinutes, s.Mean)).Order());
            }
    }

    private static double Of(IEnumerable<Reading> readings, string property) => readings.SingleOrDefault(r => r.Property == property)?.Value ?? double.NaN;

    private sealed record Fork(int? Minute);

    private sealed record Step(int World, Observation[]? Observations, Fork? Fork, (string Property, int Minute, int Some)? Frame);
}

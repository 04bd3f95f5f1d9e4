using DigitalTwin.Mobility;
using DigitalTwin.Mobility.Routing.DayToDay;
using DigitalTwin.Numerics.Clocks;
using DigitalTwin.Numerics.Randomness;
using DigitalTwin.Numerics.Text;
using DigitalTwin.Simulation.Loop;

namespace DigitalTwin.Simulation.Mobility;

/// <summary>
/// What drivers know when a run begins: they have driven its day again and again, in dry weather, on usual days or on days with the scenario's events (then each happens at the nearest update before it). Learned once for a
/// replication and shared by the variants that learn alike; only the latest are kept, since learning again gives the same bits.
/// </summary>
internal sealed class Experience(MobilitySite site, MobilitySettings settings, MobilityModel model, Recording recording, MobilityStart? start, IReadOnlyList<DueAction> events, Action<string>? told)
{
    private const int Kept = 4;
    private readonly Lock gate = new();
    private readonly List<(ulong Seed, Lazy<Known> Known)> known = [];

    /// <summary>What was learned, and how.</summary>
    internal sealed record Known(LearnedPlans Plans, IReadOnlyList<DayReport> Days);

    /// <summary>What the drivers of a replication know.</summary>
    public Known Of(KeyedRandom random, FirstTrips trips, CancellationToken cancellation)
    {
        Lazy<Known> wanted;
        lock (gate)
        {
            if (known.Find(k => k.Seed == random.Seed) is { Known: { } found }) wanted = found;
            else
            {
                // Whoever asks first learns, the others wait; when that was stopped the next learns.
                wanted = new(() => Learn(random, trips, cancellation));
                known.Add((random.Seed, wanted));
                if (known.Count > Kept) known.RemoveAt(0);
            }
        }
        try
        {
            return wanted.Value;
        }
        catch (OperationCanceledException)
        {
            lock (gate) known.RemoveAll(k => k.Known == wanted);
            cancellation.ThrowIfCancellationRequested();
            return Of(random, trips, cancellation);
        }
    }

    /// <summary>A day of learning, for the log.</summary>
    public static LocalizedText Sentence(DayReport day) => new(
        $"Day {day.Day + 1} of learning: ways took {day.Gap * 100:0.0} % longer than the quickest, {Plural.Of(day.TurnedAway, "driver was", "drivers were")} turned away, {day.Changed} of {day.Planned} {Plural.For(day.Changed, "takes", "take")} another way the next day.",
        $"学习第 {day.Day + 1} 天：总行驶时间比最快路线长 {day.Gap * 100:0.0} %，{day.TurnedAway} 人首选停车处被拒，{day.Planned} 人中有 {day.Changed} 人次日改道。");

    private Known Learn(KeyedRandom random, FirstTrips trips, CancellationToken cancellation)
    {
        // Days settle when nobody leaves his plan for what he hears on the way.
        var learning = new Learning(model, new DayToDayOptions { MostDays = settings.Iterations, Gap = settings.IterationGap });
        var dry = new WetRoads(site.Districts, settings, new LocalClock(recording.Start));
        var (hand, next) = (new MobilityHand(site, settings, model, random), 0);
        var day = learning.Run(
            random, trips.Trips, Whole(recording.Duration - recording.First),
            state =>
            {
                (hand, next) = (new MobilityHand(site, settings, model, random), 0);
                state.IsGuidanceOn = settings.Guidance;
                hand.Begin(state, trips, start);
            },
            state =>
            {
                for (; next < events.Count && events[next].Time - recording.First < state.Time + model.Options.UpdateInterval; next++)
                    _ = hand.Do(state, events[next], Math.Max(state.Time, Math.Round((events[next].Time - recording.First) / model.Options.Slice) * model.Options.Slice));
                hand.Apply(state, dry);
            },
            report => told?.Invoke($"learning, day {report.Day + 1} of {settings.Iterations} at most: gap {report.Gap * 100:0.0} %"),
            cancellation);
        return new(day.Plans, day.Days);
    }

    private double Whole(double duration) => Math.Ceiling(duration / model.Options.UpdateInterval - 1e-9) * model.Options.UpdateInterval;
}

using Xunit.Abstractions;

namespace DigitalTwin.Verification.Mobility.Newell1993KinematicWave;

/// <summary>
/// Queues that kinematic wave theory works out by hand (Lighthill and Whitham 1955; Newell 1993, "A simplified theory of kinematic waves in highway traffic", Transportation Research B 27:281-313) for a triangular diagram:
/// density before a queue q/v, in it k_jam - q/w; a queue grows at (q_in - q_out)/(k_queue - k_in) and dissolves at w. Times and numbers are those of the theory; cars are whole, so a count may differ by one and an instant
/// by as long as a car more or less takes.
/// </summary>
public class KinematicWaveTests(ITestOutputHelper output)
{
    private const double Wave = StraightRoads.Wave, Jam = StraightRoads.JamDensity, Free = StraightRoads.FreeSpeed;
    private readonly VerificationTable table = new();

    [Fact]
    public void Queues_grow_spill_back_and_dissolve_as_kinematic_waves_do()
    {
        CapacityFlow();
        PartialClosure();
        Blockage();
        PointQueue();
        Signal();
        Merge();
        Diverge();
        output.WriteLine(table.ToString());
        table.AssertAll();
        table.Publish("src/DigitalTwin.Mobility/README.md", "kinematic-waves");
        table.Summarise("kinematic-waves", "Queues on roads", "kinematic wave theory: growth, spill-back, discharge, delay, merges");
    }

    private void CapacityFlow()
    {
        var roads = new StraightRoads(3, [(0, 1, 1000, 1), (1, 2, 1000, 1)]);
        roads.Feed(0, [2], 0.5, 0, 3600);
        roads.AdvanceTo(3600);
        table.Add("flow at capacity", "vehicles through in an hour", 0.5 * 3500, roads.State.Tally(1).Left, 1);
        table.Add("flow at capacity", "delay, s", 0, roads.State.Tally(0).Delay + roads.State.Tally(1).Delay, 1e-6);
    }

    // 0.4 vehicles/s come, from 600 s on 0.2 leave the second road: the queue fills it, passes the junction and fills the first.
    private void PartialClosure()
    {
        const string Case = "60 % of the capacity closed at 600 s";
        var roads = new StraightRoads(4, [(0, 1, 1000, 1), (1, 2, 1000, 1), (2, 3, 1000, 1)]);
        roads.Feed(0, [3], 0.4, 0, 3000);
        roads.AdvanceTo(600);
        roads.State.Roads.GreenShare[1] = 0.4;
        var speed = (0.4 - 0.2) / (Jam - 0.2 / Wave - 0.4 / Free);
        var (second, first) = (600 + 1000 / speed, 600 + 2000 / speed);
        // Cars enter at 0.4 until the queue is there, then at 0.2: the count afterwards tells when that was.
        var entered = roads.EnteredAt(1, 1300);
        table.Add(Case, "vehicles that passed the junction by 1,300 s", 0.4 * (second - 50) + 0.2 * (1300 - second), entered, 1);
        table.Add(Case, "queue is back at the junction, s", second, (entered + 0.4 * 50 - 0.2 * 1300) / 0.2, 5);
        table.Add(Case, "vehicles on the road, queue over all of it", 1000 * (Jam - 0.2 / Wave), roads.State.Tally(1).OnLink, 1);
        entered = roads.EnteredAt(0, 2000);
        table.Add(Case, "queue has spilt back over the road before, s", first, (entered - 0.2 * 2000) / 0.2, 5);
        table.Add(Case, "vehicles on the road before", 1000 * (Jam - 0.2 / Wave), roads.State.Tally(0).OnLink, 1);
    }

    private void Blockage()
    {
        const string Case = "blocked from 600 to 2,000 s";
        var roads = new StraightRoads(4, [(0, 1, 1000, 1), (1, 2, 1000, 1), (2, 3, 1000, 1)]);
        roads.Feed(0, [3], 0.4, 0, 4000);
        roads.AdvanceTo(600);
        roads.State.Roads.CapacityFactor[2] = 0;
        var speed = 0.4 / (Jam - 0.4 / Free);
        var full = 600 + 1000 / speed;
        var entered = roads.EnteredAt(1, 2000);
        table.Add(Case, "queue is back at the junction, s", full, entered / 0.4 + 50, 2.5);
        table.Add(Case, "vehicles on the road, bumper to bumper", Jam * 1000, roads.State.Tally(1).OnLink, 0);
        roads.State.Roads.CapacityFactor[2] = 1;
        var started = 2000 + 1000 / Wave;
        table.Add(Case, "vehicles that entered before the wave is back", entered, roads.EnteredAt(1, started - 5), 0);
        var later = roads.EnteredAt(1, started + 150);
        table.Add(Case, "discharge wave is back at the junction, s", started, started + 150 - (later - entered) / 0.5, 2);
        var before = roads.LeftAt(1, 2450);
        table.Add(Case, "discharge, vehicles in 200 s", 100, roads.LeftAt(1, 2650) - before, 1);
    }

    private void PointQueue()
    {
        const string Case = "peak of 0.5 vehicles/s for 600 s, then 0.1, through 0.3";
        var roads = new StraightRoads(2, [(0, 1, 5000, 1)]);
        roads.State.Roads.GreenShare[0] = 0.6;
        roads.Feed(0, [1], 0.5, 0, 600);
        roads.Feed(0, [1], 0.1, 600, 2000);
        roads.AdvanceTo(3000);
        var (queue, until) = ((0.5 - 0.3) * 600, 600 + (0.5 - 0.3) * 600 / (0.3 - 0.1));
        table.Add(Case, "delay, vehicle hours", queue * until / 2 / 3600, roads.State.Tally(0).Delay / 3600, 0.2);
        table.Add(Case, "vehicles through", 300 + 140, roads.State.Tally(0).Left, 0);
    }

    private void Signal()
    {
        var roads = new StraightRoads(3, [(0, 1, 1000, 3), (1, 2, 1000, 3)]);
        roads.State.Roads.GreenShare[0] = 0.45;
        roads.Feed(0, [2], 1.2, 0, 5000);
        var before = roads.LeftAt(0, 1000);
        table.Add("signal, 45 % green of 3 lanes", "vehicles through in an hour", 0.45 * 1.5 * 3600, roads.LeftAt(0, 4600) - before, 1);
    }

    private void Merge()
    {
        foreach (var (minor, expected) in new[] { (0.5, 0.3), (0.2, 0.2) })
        {
            var name = $"two lanes and one merge into 0.9 vehicles/s, {minor} on the one";
            var roads = new StraightRoads(4, [(0, 2, 1000, 2), (1, 2, 1000, 1), (2, 3, 1000, 2)]);
            roads.State.Roads.CapacityFactor[2] = 0.9;
            roads.Feed(0, [3], 1, 0, 6000);
            roads.Feed(1, [3], minor, 0, 6000);
            var (two, one) = (roads.LeftAt(0, 1000), roads.LeftAt(1, 1000));
            roads.AdvanceTo(4600);
            table.Add(name, "vehicles in an hour from two lanes", (0.9 - expected) * 3600, roads.State.Tally(0).Left - two, 4);
            table.Add(name, "vehicles in an hour from one lane", expected * 3600, roads.State.Tally(1).Left - one, 4);
        }
    }

    private void Diverge()
    {
        const string Case = "every second of 0.4 vehicles/s turns into 0.1";
        var roads = new StraightRoads(4, [(0, 1, 1000, 1), (1, 2, 1000, 1), (1, 3, 1000, 1)]);
        roads.State.Roads.CapacityFactor[1] = 0.2;
        roads.Feed(0, [2, 3], 0.4, 0, 6000);
        var (turns, goesOn) = (roads.EnteredAt(1, 1500), roads.EnteredAt(2, 1500));
        roads.AdvanceTo(5100);
        table.Add(Case, "vehicles in an hour that turn", 360, roads.State.Tally(1).Entered - turns, 1);
        table.Add(Case, "vehicles in an hour that go on, first in first out", 360, roads.State.Tally(2).Entered - goesOn, 1);
    }
}

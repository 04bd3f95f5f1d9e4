using DigitalTwin.Water.Hydraulics;
using DigitalTwin.Water.Network;

namespace DigitalTwin.Water.Tests.Hydraulics;

public class EventTests
{
    private static NetworkBuilder TankFed(double level, double demand, double head = 60, bool overflows = false)
    {
        var net = new NetworkBuilder { Times = new WaterTimes { Duration = 86400 } };
        return net.Reservoir("r", head).Tank("t", 30, level, 1, 5, 10, overflows: overflows).Junction("a", 0, demand)
            .Pipe("feed", "r", "a", 2000, 0.2).Pipe("tie", "a", "t", 10, 0.4);
    }

    private static (List<(double Time, double Level, LinkStatus Tie)> Log, WaterState State) Run(NetworkBuilder net)
    {
        var model = new WaterModel(net.Build());
        var state = model.InitialState();
        var log = new List<(double, double, LinkStatus)>();
        model.Run(state, (s, _) => log.Add((s.Time, s.Pressure(net.Node("t")), s.Status[net.Link("tie")])));
        return (log, state);
    }

    [Fact]
    public void A_tank_that_is_full_takes_no_more_and_the_instant_is_an_event()
    {
        var (log, state) = Run(TankFed(3, 0.001));
        var full = log.First(x => x.Level >= 5);
        Assert.NotEqual(0, full.Time % 3600);
        Assert.Equal(LinkStatus.TemporarilyClosed, full.Tie);
        Assert.Equal(5, log[^1].Level, 1e-9);
        Assert.Equal(Math.PI * 25 * 5, state.TankVolume[1], 1e-9);
    }

    [Fact]
    public void A_tank_that_overflows_keeps_taking_water_at_its_brim()
    {
        var net = TankFed(3, 0.001, overflows: true);
        var (log, state) = Run(net);
        Assert.Equal(5, log[^1].Level, 1e-9);
        Assert.Equal(LinkStatus.Open, log[^1].Tie);
        Assert.True(state.Demand[net.Node("t")] > 0.01);
    }

    [Fact]
    public void A_tank_that_is_empty_delivers_nothing()
    {
        var (log, _) = Run(TankFed(1.5, 0.06));
        Assert.Contains(log, x => x.Tie == LinkStatus.TemporarilyClosed);
        // Events fall on whole seconds, so the last one may take a second's worth too much.
        Assert.Equal(1, log.Min(x => x.Level), 0.001);
    }

    [Fact]
    public void Water_that_enters_a_tank_is_there_afterwards()
    {
        var net = TankFed(2, 0.02);
        var model = new WaterModel(net.Build());
        var state = model.InitialState();
        var expected = state.TankVolume[1];
        var node = net.Node("t");
        for (var i = 0; i < 5; i++)
        {
            model.Solve(state);
            expected += state.Demand[node] * model.Step(state, 600);
        }
        Assert.Equal(3000, state.Time);
        Assert.Equal(expected, state.TankVolume[1], 1e-9);
    }

    [Fact]
    public void A_level_control_acts_when_the_level_is_reached()
    {
        var net = TankFed(2, 0.001);
        net.Control(n => new Control(n.Link("feed"), InitialStatus.Closed, double.NaN, ControlTrigger.Above, n.Node("t"), 30 + 3.5, 0));
        var (log, state) = Run(net);
        Assert.Equal(LinkStatus.Closed, state.Status[net.Link("feed")]);
        Assert.Equal(3.5, log.Max(x => x.Level), 0.001);
    }

    [Fact]
    public void Controls_leave_a_locked_link_alone()
    {
        var net = TankFed(2, 0.001);
        net.Control(n => new Control(n.Link("feed"), InitialStatus.Closed, double.NaN, ControlTrigger.AtTime, -1, 0, 1800));
        var model = new WaterModel(net.Build());
        var (free, locked) = (model.InitialState(), model.InitialState());
        locked.Locked[net.Link("feed")] = true;
        model.Advance(free, 3600);
        model.Advance(locked, 3600);
        Assert.Equal(LinkStatus.Closed, free.Status[net.Link("feed")]);
        Assert.Equal(LinkStatus.Open, locked.Status[net.Link("feed")]);
    }

    [Fact]
    public void A_control_by_the_clock_acts_every_day_at_its_time()
    {
        var net = TankFed(2, 0.001);
        net.Times = new WaterTimes { Duration = 86400, StartClockTime = 6 * 3600 };
        net.Control(n => new Control(n.Link("feed"), InitialStatus.Closed, double.NaN, ControlTrigger.AtClockTime, -1, 0, 7.5 * 3600));
        var times = new List<double>();
        var model = new WaterModel(net.Build());
        model.Run(model.InitialState(), (s, _) =>
        {
            if (s.Status[net.Link("feed")] == LinkStatus.Closed) times.Add(s.Time);
        });
        Assert.Equal(5400, times[0]);
    }

    [Fact]
    public void A_rule_acts_at_the_rule_step_and_the_higher_priority_wins()
    {
        var net = TankFed(2, 0.001);
        net.Times = new WaterTimes { Duration = 86400, RuleStep = 300 };
        net.Rule(n => LevelRule(n, "close", 2.5, InitialStatus.Closed, 1));
        net.Rule(n => LevelRule(n, "keep", 2.5, InitialStatus.Open, 5));
        Assert.Equal(LinkStatus.Open, Run(net).State.Status[net.Link("feed")]);

        var single = TankFed(2, 0.001);
        single.Times = net.Times;
        single.Rule(n => LevelRule(n, "close", 2.5, InitialStatus.Closed, 1));
        var model = new WaterModel(single.Build());
        var closed = double.NaN;
        model.Run(model.InitialState(), (s, _) =>
        {
            if (double.IsNaN(closed) && s.Status[single.Link("feed")] == LinkStatus.Closed) closed = s.Time;
        });
        Assert.Equal(0, closed % 300);
        Assert.NotEqual(0, closed % 3600);
    }

    private static Rule LevelRule(NetworkBuilder n, string id, double level, InitialStatus status, double priority) => new(
        id,
        [new Premise(Conjunction.If, PremiseObject.Node, n.Node("t"), PremiseVariable.Level, Relation.GreaterOrEqual, level, null)],
        [new RuleAction(n.Link("feed"), status, double.NaN)],
        [],
        priority);

    [Fact]
    public void Else_acts_when_the_premises_fail_and_or_rescues_them()
    {
        var net = TankFed(2, 0.001);
        net.Rule(n => new Rule(
            "r",
            [
                new Premise(Conjunction.If, PremiseObject.System, -1, PremiseVariable.Time, Relation.GreaterOrEqual, 7200, null),
                new Premise(Conjunction.And, PremiseObject.Node, n.Node("t"), PremiseVariable.Level, Relation.Less, 100, null),
                new Premise(Conjunction.Or, PremiseObject.Node, n.Node("t"), PremiseVariable.Level, Relation.Greater, 100, null),
            ],
            [new RuleAction(n.Link("feed"), InitialStatus.Open, double.NaN)],
            [new RuleAction(n.Link("feed"), InitialStatus.Closed, double.NaN)],
            0));
        var model = new WaterModel(net.Build());
        var state = model.InitialState();
        model.Advance(state, 3600);
        Assert.Equal(LinkStatus.Closed, state.Status[net.Link("feed")]);
        // "If" fails and "And" ends it there, as in EPANET; the rule opens again at two hours.
        model.Advance(state, 4 * 3600);
        Assert.Equal(LinkStatus.Open, state.Status[net.Link("feed")]);
    }

    [Fact]
    public void A_state_written_and_read_goes_on_to_the_same_bits()
    {
        var net = TankFed(2, 0.02);
        var model = new WaterModel(net.Build());
        var state = model.InitialState();
        state.BurstArea[0] = 1e-4;
        model.Advance(state, 7200);
        var (clone, bytes) = (state.Clone(), new MemoryStream());
        state.WriteTo(new BinaryWriter(bytes));
        var read = model.InitialState();
        bytes.Position = 0;
        read.ReadFrom(new BinaryReader(bytes));
        foreach (var s in new[] { state, clone, read }) model.Advance(s, 40000);
        Assert.Equal(Bytes(state), Bytes(clone));
        Assert.Equal(Bytes(state), Bytes(read));

        static byte[] Bytes(WaterState s)
        {
            var stream = new MemoryStream();
            s.WriteTo(new BinaryWriter(stream));
            return stream.ToArray();
        }
    }

    [Fact]
    public void A_saved_state_of_another_network_is_refused()
    {
        var (model, other) = (new WaterModel(TankFed(2, 0.02).Build()), new WaterModel(TankFed(2, 0.02).Junction("x", 0).Pipe("y", "a", "x").Build()));
        var bytes = new MemoryStream();
        model.InitialState().WriteTo(new BinaryWriter(bytes));
        bytes.Position = 0;
        Assert.Throws<InvalidDataException>(() => other.InitialState().ReadFrom(new BinaryReader(bytes)));
        Assert.Throws<InvalidDataException>(() => other.InitialState().ReadFrom(new BinaryReader(new MemoryStream([1, 2, 3]))));
    }

    [Fact]
    public void Cancelling_ends_a_run()
    {
        using var source = new CancellationTokenSource();
        var model = new WaterModel(TankFed(2, 0.02).Build());
        var state = model.InitialState();
        Assert.Throws<OperationCanceledException>(() => model.Advance(state, 86400, (s, _) =>
        {
            if (s.Time >= 7200) source.Cancel();
        }, source.Token));
        Assert.InRange(state.Time, 7200, 14400);
    }
}

using DigitalTwin.Water.Hydraulics;
using DigitalTwin.Water.Network;
using DigitalTwin.Water.Tanks;

namespace DigitalTwin.Water.Controls;

/// <summary>A simple control with its action spelled out as the status and setting that the link gets.</summary>
internal sealed class SimpleControl
{
    private const double SecondsPerDay = 86400;

    private readonly LinkKind kind;
    private readonly LinkStatus status;
    private readonly double setting;
    private readonly double time;

    public int Link { get; }

    public int Node { get; }

    public double Grade { get; }

    public ControlTrigger Trigger { get; }

    /// <summary>Whether it watches the pressure of a junction; such a control acts within a solution, the others between solutions.</summary>
    public bool WatchesJunction { get; }

    public SimpleControl(Control control, WaterNetwork network)
    {
        (Link, Node, Grade, Trigger, time) = (control.Link, control.Node, control.Grade, control.Trigger, control.Time);
        WatchesJunction = Node >= 0 && Node < network.Nodes.JunctionCount;
        kind = network.Links.Kinds[Link];
        setting = control.Setting;
        status = control.Status switch
        {
            InitialStatus.Closed => LinkStatus.Closed,
            InitialStatus.Open => LinkStatus.Open,
            InitialStatus.Active => LinkStatus.Active,
            null when kind <= LinkKind.Pump => setting == 0 ? LinkStatus.Closed : LinkStatus.Open,
            _ => LinkStatus.Active,
        };
        if (kind == LinkKind.Pump && double.IsNaN(setting)) setting = status == LinkStatus.Closed ? 0 : 1;
    }

    /// <summary>Whether it acts at the state's time and tank levels; a level counts as reached when it will be within a second.</summary>
    public bool IsDue(WaterState state, TankGeometry[] tanks, int[] tankOfNode) => Trigger switch
    {
        ControlTrigger.AtTime => time == state.Time,
        ControlTrigger.AtClockTime => (state.Time + state.Network.Times.StartClockTime) % SecondsPerDay == time,
        _ => !WatchesJunction && LevelReached(state, tanks[tankOfNode[Node]]),
    };

    private bool LevelReached(WaterState state, TankGeometry tank)
    {
        var within = Math.Abs(state.Demand[Node]);
        var (now, limit) = (tank.Volume(state.Head[Node]), tank.Volume(Grade));
        return Trigger == ControlTrigger.Below ? now <= limit + within : now >= limit - within;
    }

    /// <summary>Acts, between solutions.</summary>
    public void Act(WaterState state)
    {
        var closed = state.Status[Link] <= LinkStatus.Closed;
        if (kind == LinkKind.Pump && closed && status == LinkStatus.Open) LinkCommand.RestartFlow(state, Link);
        if ((closed ? LinkStatus.Closed : LinkStatus.Open) != status || (kind > LinkKind.Pipe && !Same(state.Setting[Link], setting))) Impose(state);
    }

    /// <summary>Whether imposing the action within a solution would change anything.</summary>
    public bool WouldChange(WaterState state) => kind switch
    {
        LinkKind.CheckValvePipe => false,
        LinkKind.Pipe => state.Status[Link] != status,
        LinkKind.Pump => state.Setting[Link] != setting,
        _ => !Same(state.Setting[Link], setting) || (double.IsNaN(setting) && kind != LinkKind.GeneralPurpose && state.Status[Link] != status),
    };

    /// <summary>Gives the link its status and setting.</summary>
    public void Impose(WaterState state)
    {
        state.Status[Link] = status;
        if (kind > LinkKind.Pipe) state.Setting[Link] = setting;
    }

    /// <summary>Seconds until it acts, judged by clock and by the present flows of tanks, or 0 for never or now.</summary>
    public double SecondsUntil(WaterState state, TankGeometry[] tanks, int[] tankOfNode)
    {
        switch (Trigger)
        {
            case ControlTrigger.AtTime:
                return Math.Max(time - state.Time, 0);
            case ControlTrigger.AtClockTime:
                var clock = (state.Time + state.Network.Times.StartClockTime) % SecondsPerDay;
                return time >= clock ? time - clock : SecondsPerDay - clock + time;
            default:
                return WatchesJunction ? 0 : SecondsUntilLevel(state, tankOfNode[Node], tanks);
        }
    }

    private double SecondsUntilLevel(WaterState state, int index, TankGeometry[] tanks)
    {
        var (h, q) = (state.Head[Node], state.Demand[Node]);
        if (Math.Abs(q) <= Foot.ZeroFlow) return 0;
        var approaches = (Trigger == ControlTrigger.Above && h < Grade && q > 0) || (Trigger == ControlTrigger.Below && h > Grade && q < 0);
        return approaches ? Math.Round((tanks[index].Volume(Grade) - state.TankVolume[index]) / q, MidpointRounding.AwayFromZero) : 0;
    }

    /// <summary>Whether acting would make a difference to the link as it stands now.</summary>
    public bool Differs(WaterState state) =>
        state.Status[Link] != status || (kind > LinkKind.Pipe && !Same(state.Setting[Link], setting));

    private static bool Same(double a, double b) => a == b || (double.IsNaN(a) && double.IsNaN(b));
}

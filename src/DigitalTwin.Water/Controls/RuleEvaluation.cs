using DigitalTwin.Water.Hydraulics;
using DigitalTwin.Water.Network;

namespace DigitalTwin.Water.Controls;

/// <summary>Rule-based controls: which premises hold, which rule wins a link, and what it does.</summary>
internal sealed class RuleEvaluation(NetworkPlan plan)
{
    private const double SecondsPerDay = 86400;

    private readonly WaterNetwork network = plan.Network;
    private readonly List<(RuleAction Action, Rule Rule)> agenda = [];

    public bool Any { get; } = plan.Network.Rules.Count > 0;

    /// <summary>Evaluates all rules at the state's time for the interval that ends there; returns whether a link was changed.</summary>
    /// <param name="state">State with the tanks' levels of now.</param>
    /// <param name="interval">Length of the interval, s.</param>
    public bool Fire(WaterState state, double interval)
    {
        agenda.Clear();
        var from = state.Time - interval + 1;
        foreach (var rule in network.Rules)
        {
            if (!rule.Enabled) continue;
            foreach (var action in Holds(rule.Premises, state, from) ? rule.Then : rule.Else) Enter(action, rule);
        }
        var changed = false;
        for (var i = agenda.Count - 1; i >= 0; i--) changed |= Take(agenda[i].Action, state);
        return changed;
    }

    // One action a link: the first rule's, unless a later one has a higher priority.
    private void Enter(RuleAction action, Rule rule)
    {
        for (var i = 0; i < agenda.Count; i++)
        {
            if (agenda[i].Action.Link != action.Link) continue;
            if (rule.Priority > agenda[i].Rule.Priority) agenda[i] = (action, rule);
            return;
        }
        agenda.Add((action, rule));
    }

    // OR rescues what came before it; AND ends at the first failure.
    private bool Holds(IReadOnlyList<Premise> premises, WaterState state, double from)
    {
        var holds = true;
        foreach (var premise in premises)
        {
            if (premise.Conjunction == Conjunction.Or)
            {
                if (!holds) holds = Holds(premise, state, from);
            }
            else
            {
                if (!holds) return false;
                holds = Holds(premise, state, from);
            }
        }
        return holds;
    }

    private bool Holds(Premise premise, WaterState state, double from)
    {
        if (premise.Variable is PremiseVariable.Time or PremiseVariable.ClockTime) return TimeHolds(premise, state.Time, from);
        if (premise.Status is { } wanted)
        {
            var matches = AsGiven(state.Status[premise.Index]) == wanted;
            return premise.Relation switch { Relation.Equal => matches, Relation.NotEqual => !matches, _ => false };
        }
        var (value, tolerance) = Value(premise, state);
        return premise.Relation switch
        {
            Relation.Equal => Math.Abs(value - premise.Value) <= tolerance,
            Relation.NotEqual => Math.Abs(value - premise.Value) >= tolerance,
            Relation.Less => value <= premise.Value + tolerance,
            Relation.LessOrEqual => value <= premise.Value - tolerance,
            Relation.Greater => value >= premise.Value - tolerance,
            _ => value >= premise.Value + tolerance,
        };
    }

    private bool TimeHolds(Premise premise, double now, double from)
    {
        if (premise.Variable == PremiseVariable.ClockTime)
        {
            var start = network.Times.StartClockTime;
            (now, from) = ((now + start) % SecondsPerDay, (from + start) % SecondsPerDay);
        }
        var x = Math.Truncate(premise.Value);
        var within = now < from ? x >= from || x <= now : x >= from && x <= now;
        return premise.Relation switch
        {
            Relation.Less => now < x,
            Relation.LessOrEqual => now <= x,
            Relation.Greater => now > x,
            Relation.GreaterOrEqual => now >= x,
            Relation.Equal => within,
            _ => !within,
        };
    }

    // NaN for what cannot be evaluated: every comparison with it fails.
    private (double Value, double Tolerance) Value(Premise premise, WaterState state)
    {
        var (i, options) = (premise.Index, network.Options);
        return premise.Variable switch
        {
            PremiseVariable.Demand => (premise.Subject == PremiseObject.System ? state.SystemDemand : state.Outflow(i), options.RuleFlowTolerance),
            PremiseVariable.Head or PremiseVariable.Grade => (state.Head[i], options.RuleHeadTolerance),
            PremiseVariable.Level => (state.Pressure(i), options.RuleHeadTolerance),
            PremiseVariable.Pressure => (state.Pressure(i), options.RulePressureTolerance),
            PremiseVariable.Flow => (Math.Abs(state.Iterate[i]), options.RuleFlowTolerance),
            PremiseVariable.Setting => (state.Setting[i], SettingTolerance(i, options)),
            PremiseVariable.FillTime => (SecondsTo(i, state, fill: true), 1e-3),
            PremiseVariable.DrainTime => (SecondsTo(i, state, fill: false), 1e-3),
            _ => (double.NaN, 0),
        };
    }

    private double SettingTolerance(int link, WaterOptions options) => network.Links.Kinds[link] switch
    {
        LinkKind.PressureReducing or LinkKind.PressureSustaining or LinkKind.PressureBreaker => options.RulePressureTolerance,
        LinkKind.FlowControl => options.RuleFlowTolerance,
        _ => 1e-3,
    };

    private double SecondsTo(int node, WaterState state, bool fill)
    {
        const double least = 1e-6 * Foot.Flow;
        var index = plan.TankOfNode[node];
        if (index < 0 || plan.Tanks[index].IsReservoir) return double.NaN;
        var q = state.Demand[node];
        if (fill) return q <= least ? double.NaN : (plan.Tanks[index].MaxVolume - state.TankVolume[index]) / q;
        return q >= -least ? double.NaN : (plan.Tanks[index].MinVolume - state.TankVolume[index]) / q;
    }

    private static InitialStatus AsGiven(LinkStatus status) => status switch
    {
        <= LinkStatus.Closed => InitialStatus.Closed,
        LinkStatus.Active => InitialStatus.Active,
        _ => InitialStatus.Open,
    };

    private bool Take(RuleAction action, WaterState state)
    {
        var link = action.Link;
        if (state.Locked[link]) return false;
        var closed = state.Status[link] <= LinkStatus.Closed;
        if (action.Status == InitialStatus.Open && closed) LinkCommand.SetStatus(state, link, true);
        else if (action.Status == InitialStatus.Closed && !closed) LinkCommand.SetStatus(state, link, false);
        else if (!double.IsNaN(action.Setting) && !(Math.Abs(action.Setting - state.Setting[link]) <= SettingStep(link))) LinkCommand.SetSetting(state, link, action.Setting);
        else return false;
        return true;
    }

    // A setting closer than this to the present one is not worth a change: 0.001 in EPANET's own units.
    private double SettingStep(int link) => 1e-3 * network.Links.Kinds[link] switch
    {
        LinkKind.PressureReducing or LinkKind.PressureSustaining or LinkKind.PressureBreaker => Foot.Length,
        LinkKind.FlowControl => Foot.Flow,
        _ => 1,
    };
}

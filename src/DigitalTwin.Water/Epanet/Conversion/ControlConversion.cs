using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Water.Epanet.Rows;
using DigitalTwin.Water.Network;

namespace DigitalTwin.Water.Epanet.Conversion;

/// <summary>Controls and rules: ids become indices, limits become SI, levels and pressures become total heads.</summary>
internal sealed class ControlConversion(EpanetFile file, EpanetUnits units, NodeConversion nodes, LinkConversion links, ProblemList problems)
{
    private const double Hour = 3600;
    private const int Day = 86_400;

    public IReadOnlyList<Control> ToControls() => [.. file.Controls.Select(ToControl).OfType<Control>()];

    public IReadOnlyList<Rule> ToRules() => [.. file.Rules.Select(ToRule)];

    private Control? ToControl(ControlRow row)
    {
        var link = links.Find(row.Link, "[CONTROLS]");
        if (link < 0) return null;
        var (status, setting) = Action(link, row.Status, row.Setting);
        if (row.Trigger is ControlTrigger.AtTime or ControlTrigger.AtClockTime)
        {
            var seconds = (long)(Hour * row.Value); // EPANET cuts off, it does not round
            if (row.Trigger == ControlTrigger.AtClockTime) seconds %= Day;
            return new(link, status, setting, row.Trigger, -1, double.NaN, seconds, row.Enabled);
        }
        var node = nodes.Find(row.Node ?? "", "[CONTROLS]");
        if (node < 0) return null;
        var grade = nodes.Elevation(node) + row.Value * (nodes.IsJunction(node) ? units.Pressure : units.Length);
        return new(link, status, setting, row.Trigger, node, grade, double.NaN, row.Enabled);
    }

    /// <summary>A number for a pipe means open or closed; any other setting is converted.</summary>
    private (InitialStatus? Status, double Setting) Action(int link, InitialStatus? status, double setting)
    {
        if (links.Kind(link) == LinkKind.CheckValvePipe)
            problems.Error(file.Name, 0, 0, $"A control or rule sets a pipe with a check valve, which cannot be controlled.");
        if (status is not null) return (status, double.NaN);
        return links.Kind(link) <= LinkKind.Pipe
            ? (setting == 0 ? InitialStatus.Closed : InitialStatus.Open, double.NaN)
            : (null, setting * links.SettingFactor(link));
    }

    private Rule ToRule(RuleRow row) => new(
        row.Id,
        [.. row.Premises.Select(ToPremise)],
        [.. row.Then.Select(ToAction).OfType<RuleAction>()],
        [.. row.Else.Select(ToAction).OfType<RuleAction>()],
        double.IsNaN(row.Priority) ? 0 : row.Priority,
        row.Enabled);

    private RuleAction? ToAction(RuleActionRow row)
    {
        var link = links.Find(row.Link, "[RULES]");
        if (link < 0) return null;
        var (status, setting) = Action(link, row.Status, row.Setting);
        return new(link, status, setting);
    }

    private Premise ToPremise(PremiseRow row)
    {
        var index = row.Subject switch
        {
            PremiseObject.Node => nodes.Find(row.Id, "[RULES]"),
            PremiseObject.Link => links.Find(row.Id, "[RULES]"),
            _ => -1,
        };
        var factor = row.Variable switch
        {
            PremiseVariable.Demand or PremiseVariable.Flow => units.Flow,
            PremiseVariable.Head or PremiseVariable.Grade or PremiseVariable.Level => units.Length,
            PremiseVariable.Pressure => units.Pressure,
            PremiseVariable.Setting when index >= 0 => links.SettingFactor(index),
            PremiseVariable.Time or PremiseVariable.ClockTime or PremiseVariable.FillTime or PremiseVariable.DrainTime => Hour,
            _ => 1,
        };
        return new(row.Conjunction, row.Subject, index, row.Variable, row.Relation, row.Status is null ? row.Value * factor : double.NaN, row.Status);
    }
}

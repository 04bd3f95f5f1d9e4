using DigitalTwin.Water.Epanet.Rows;
using DigitalTwin.Water.Network;

namespace DigitalTwin.Water.Epanet.Writing;

// Links and what sets them.
internal sealed partial class RowText
{
    private readonly bool metric = new EpanetUnits(file.Options).Metric;

    private void Pipe(int i)
    {
        var row = file.Pipes[i];
        text.Word(row.Id).Word(row.From).Word(row.To);
        double usualRoughness = file.Options.HeadLoss switch { HeadLossFormula.DarcyWeisbach => 0.0005, HeadLossFormula.ChezyManning => 0.01, _ => 130 };
        ReadOnlySpan<double> values = [row.Length, row.Diameter, row.Roughness, row.MinorLoss];
        ReadOnlySpan<double> usual = [metric ? 100 : 330, metric ? 254 : 10, usualRoughness, 0];
        var needed = row.Status == PipeStatus.Unsaid ? 0 : 3;
        for (var k = 0; k < values.Length; k++)
        {
            if (!double.IsNaN(values[k])) needed = Math.Max(needed, k + 1);
        }
        for (var k = 0; k < needed; k++) text.Number(double.IsNaN(values[k]) ? usual[k] : values[k]);
        if (row.Status != PipeStatus.Unsaid) text.Keyword(row.Status switch { PipeStatus.Open => "OPEN", PipeStatus.Closed => "CLOSED", _ => "CV" });
        text.End(row.Comment);
    }

    private void Pump(int i)
    {
        var row = file.Pumps[i];
        text.Word(row.Id).Word(row.From).Word(row.To);
        foreach (var number in row.OldCurve ?? []) text.Number(number);
        if (row.HeadCurve is not null) text.Keyword("HEAD").Word(row.HeadCurve);
        if (!double.IsNaN(row.Power)) text.Keyword("POWER").Number(row.Power);
        if (!double.IsNaN(row.Speed)) text.Keyword("SPEED").Number(row.Speed);
        if (row.SpeedPattern is not null) text.Keyword("PATTERN").Word(row.SpeedPattern);
        text.End(row.Comment);
    }

    private void Valve(int i)
    {
        var row = file.Valves[i];
        text.Word(row.Id).Word(row.From).Word(row.To).Number(row.Diameter).Keyword(row.Kind switch
        {
            LinkKind.PressureReducing => "PRV",
            LinkKind.PressureSustaining => "PSV",
            LinkKind.PressureBreaker => "PBV",
            LinkKind.FlowControl => "FCV",
            LinkKind.GeneralPurpose => "GPV",
            LinkKind.Positional => "PCV",
            _ => "TCV",
        });
        var positionalCurve = row.Kind == LinkKind.Positional && row.Curve is not null;
        var loss = !double.IsNaN(row.MinorLoss) || positionalCurve;
        if (row.Kind == LinkKind.GeneralPurpose) text.Word(row.Curve!);
        else if (!double.IsNaN(row.Setting) || loss) text.Number(double.IsNaN(row.Setting) ? 0 : row.Setting);
        if (loss) text.Number(double.IsNaN(row.MinorLoss) ? 0 : row.MinorLoss);
        if (positionalCurve) text.Word(row.Curve!);
        text.End(row.Comment);
    }

    private void Status(int i)
    {
        var row = file.Status[i];
        text.Word(row.First);
        if (row.Last is not null) text.Word(row.Last);
        State(row.Status, row.Setting);
        text.End(row.Comment);
    }

    private void Control(int i)
    {
        var row = file.Controls[i];
        text.Keyword("LINK").Word(row.Link);
        State(row.Status, row.Setting);
        switch (row.Trigger)
        {
            case ControlTrigger.AtTime: text.Keyword("AT TIME").Keyword(HoursWords.Of(row.Value)); break;
            case ControlTrigger.AtClockTime: text.Keyword("AT CLOCKTIME").Keyword(HoursWords.Of(row.Value)); break;
            default: text.Keyword("IF NODE").Word(row.Node!).Keyword(row.Trigger == ControlTrigger.Below ? "BELOW" : "ABOVE").Number(row.Value); break;
        }
        if (!row.Enabled) text.Keyword("DISABLED");
        text.End(row.Comment);
    }

    private void State(InitialStatus? status, double setting)
    {
        if (status is { } state) text.Keyword(state.ToString().ToUpperInvariant());
        else text.Number(setting);
    }

    private void Rule(int i)
    {
        var rule = file.Rules[i];
        text.Keyword("RULE").Word(rule.Id).End();
        foreach (var premise in rule.Premises) Premise(premise);
        Actions("THEN", rule.Then);
        Actions("ELSE", rule.Else);
        if (!double.IsNaN(rule.Priority))
        {
            text.Keyword("PRIORITY").Number(rule.Priority).End();
        }
        if (!rule.Enabled) text.Keyword("DISABLED").End();
    }

    private void Premise(PremiseRow row)
    {
        text.Keyword(row.Conjunction.ToString().ToUpperInvariant()).Keyword(row.Subject.ToString().ToUpperInvariant());
        if (row.Subject != PremiseObject.System) text.Word(row.Id);
        text.Keyword(row.Variable.ToString().ToUpperInvariant()).Keyword(row.Relation switch
        {
            Relation.Equal => "=",
            Relation.NotEqual => "<>",
            Relation.LessOrEqual => "<=",
            Relation.GreaterOrEqual => ">=",
            Relation.Less => "<",
            _ => ">",
        });
        if (row.Status is not null) State(row.Status, 0);
        else if (row.Variable is PremiseVariable.Time or PremiseVariable.ClockTime) text.Keyword(HoursWords.Of(row.Value));
        else text.Number(row.Value);
        text.End();
    }

    private void Actions(string first, List<RuleActionRow> actions)
    {
        for (var i = 0; i < actions.Count; i++)
        {
            var action = actions[i];
            text.Keyword(i == 0 ? first : "AND").Keyword("LINK").Word(action.Link).Keyword(action.Status is null ? "SETTING" : "STATUS").Keyword("IS");
            State(action.Status, action.Setting);
            text.End();
        }
    }
}

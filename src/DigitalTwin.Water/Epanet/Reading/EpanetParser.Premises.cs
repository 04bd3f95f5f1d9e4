using DigitalTwin.Water.Network;

namespace DigitalTwin.Water.Epanet.Reading;

// The premises of rules.
internal sealed partial class EpanetParser
{
    private bool ReadPremise(Conjunction conjunction)
    {
        if (words is not (5 or 6))
        {
            SayForm("A premise", "IF|AND|OR object id property relation value' or 'IF|AND|OR SYSTEM property relation value");
            return false;
        }
        if (SubjectOf(1) is not { } subject)
        {
            Say(1, $"'{Shown(1)}' is not what a premise looks at; NODE, JUNCTION, RESERVOIR, TANK, LINK, PIPE, PUMP, VALVE and SYSTEM are.{NearHint(1, "NODE", "JUNCTION", "RESERVOIR", "TANK", "LINK", "PIPE", "PUMP", "VALVE", "SYSTEM")}");
            return false;
        }
        var at = subject == PremiseObject.System ? 2 : 3;
        if (VariableOf(at) is not { } variable || !Suits(subject, variable)) return SayUnsuited(at, subject);

        var id = "";
        if (subject != PremiseObject.System)
        {
            var table = subject == PremiseObject.Node ? nodes : links;
            var index = Known(2, table, subject == PremiseObject.Node ? "node" : "link");
            if (index < 0) return false;
            id = table[index].Id;
            if (variable is PremiseVariable.FillTime or PremiseVariable.DrainTime && nodeKinds[index] == NodeKind.Junction)
            {
                Say(2, $"Node '{Shown(2)}' is a junction, but only a tank has a {(variable == PremiseVariable.FillTime ? "FILLTIME" : "DRAINTIME")}.");
                return false;
            }
        }
        if (RelationOf(at + 1) is not { } relation)
        {
            Say(at + 1, $"'{Shown(at + 1)}' is not a relation; =, <>, <, >, <=, >=, IS, NOT, BELOW and ABOVE are.");
            return false;
        }
        if (!ReadLimit(variable, out var value, out var status)) return false;
        rule!.Premises.Add(new(conjunction, subject, id, variable, relation, value, status));
        return true;
    }

    private bool ReadLimit(PremiseVariable variable, out double value, out InitialStatus? status)
    {
        status = null;
        if (variable is PremiseVariable.Time or PremiseVariable.ClockTime)
        {
            value = Hours(4, words == 6 ? 5 : -1);
            return !double.IsNaN(value);
        }
        value = double.NaN;
        status = StatusOf(words - 1);
        return status is not null || Number(words - 1, "What the premise compares with", out value);
    }

    private bool SayUnsuited(int word, PremiseObject subject)
    {
        string[] properties = subject switch
        {
            PremiseObject.Node => ["DEMAND", "HEAD", "GRADE", "LEVEL", "PRESSURE", "FILLTIME", "DRAINTIME"],
            PremiseObject.Link => ["FLOW", "STATUS", "SETTING"],
            _ => ["DEMAND", "TIME", "CLOCKTIME"],
        };
        if (word >= words) SayForm("A premise", "IF|AND|OR object id property relation value");
        else Say(word, $"'{Shown(word)}' is not a property of a {subject.ToString().ToLowerInvariant()}; {string.Join(", ", properties)} are.{NearHint(word, properties)}");
        return false;
    }

    private static bool Suits(PremiseObject subject, PremiseVariable variable) => subject switch
    {
        PremiseObject.Node => variable is PremiseVariable.Demand or PremiseVariable.Head or PremiseVariable.Grade or PremiseVariable.Level
            or PremiseVariable.Pressure or PremiseVariable.FillTime or PremiseVariable.DrainTime,
        PremiseObject.Link => variable is PremiseVariable.Flow or PremiseVariable.Status or PremiseVariable.Setting,
        _ => variable is PremiseVariable.Demand or PremiseVariable.Time or PremiseVariable.ClockTime,
    };

    private PremiseObject? SubjectOf(int word) =>
        WordStarts(word, "JUNC"u8) || WordStarts(word, "RESER"u8) || WordStarts(word, "TANK"u8) || WordStarts(word, "NODE"u8) ? PremiseObject.Node
        : WordStarts(word, "PIPE"u8) || WordStarts(word, "PUMP"u8) || WordStarts(word, "VALVE"u8) || WordStarts(word, "LINK"u8) ? PremiseObject.Link
        : WordStarts(word, "SYSTEM"u8) ? PremiseObject.System : null;

    private PremiseVariable? VariableOf(int word) =>
        WordStarts(word, "DEMAND"u8) ? PremiseVariable.Demand
        : WordStarts(word, "HEAD"u8) ? PremiseVariable.Head
        : WordStarts(word, "GRADE"u8) ? PremiseVariable.Grade
        : WordStarts(word, "LEVEL"u8) ? PremiseVariable.Level
        : WordStarts(word, "PRESSURE"u8) ? PremiseVariable.Pressure
        : WordStarts(word, "FLOW"u8) ? PremiseVariable.Flow
        : WordStarts(word, "STATUS"u8) ? PremiseVariable.Status
        : WordStarts(word, "SETTING"u8) ? PremiseVariable.Setting
        : WordStarts(word, "TIME"u8) ? PremiseVariable.Time
        : WordStarts(word, "CLOCKTIME"u8) ? PremiseVariable.ClockTime
        : WordStarts(word, "FILLTIME"u8) ? PremiseVariable.FillTime
        : WordStarts(word, "DRAINTIME"u8) ? PremiseVariable.DrainTime : null;

    private Relation? RelationOf(int word) =>
        WordStarts(word, "="u8) || WordStarts(word, "IS"u8) ? Relation.Equal
        : WordStarts(word, "<>"u8) || WordStarts(word, "NOT"u8) ? Relation.NotEqual
        : WordStarts(word, "<="u8) ? Relation.LessOrEqual
        : WordStarts(word, ">="u8) ? Relation.GreaterOrEqual
        : WordStarts(word, "<"u8) || WordStarts(word, "BELOW"u8) ? Relation.Less
        : WordStarts(word, ">"u8) || WordStarts(word, "ABOVE"u8) ? Relation.Greater : null;
}

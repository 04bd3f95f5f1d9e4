using DigitalTwin.Water.Epanet.Rows;
using DigitalTwin.Water.Network;

namespace DigitalTwin.Water.Epanet.Reading;

// [RULES]: which line may follow which.
internal sealed partial class EpanetParser
{
    private enum RulePart
    {
        None,
        Named,
        If,
        Then,
        Else,
        Priority,
        Broken,
    }

    private RuleRow? rule;
    private RulePart part;

    private void ReadRuleLine()
    {
        KeepRuleComment();
        if (WordStarts(0, "RULE"u8))
        {
            BeginRule();
            return;
        }
        if (rule is null || part == RulePart.Broken)
        {
            if (rule is null && part != RulePart.Broken) SayOrder();
            if (rule is null) part = RulePart.Broken;
            return;
        }
        var fine =
            WordStarts(0, "IF"u8) ? Follows(RulePart.If, RulePart.Named) && ReadPremise(Conjunction.If)
            : WordStarts(0, "AND"u8) ? part == RulePart.If ? ReadPremise(Conjunction.And) : Follows(part, RulePart.Then, RulePart.Else) && ReadAction()
            : WordStarts(0, "OR"u8) ? Follows(part, RulePart.If) && ReadPremise(Conjunction.Or)
            : WordStarts(0, "THEN"u8) ? Follows(RulePart.Then, RulePart.If) && ReadAction()
            : WordStarts(0, "ELSE"u8) ? Follows(RulePart.Else, RulePart.Then) && ReadAction()
            : WordStarts(0, "PRIO"u8) ? Follows(RulePart.Priority, RulePart.Then, RulePart.Else) && ReadPriority()
            : WordStarts(0, "DISABLED"u8) ? Follows(part, RulePart.Then, RulePart.Else, RulePart.Priority) && Disable()
            : SayUnknownRuleWord();
        if (!fine) part = RulePart.Broken;
    }

    private void BeginRule()
    {
        part = RulePart.Broken;
        rule = new(words > 1 ? WordText(1) : "");
        if (words != 2)
        {
            Say(0, words < 2 ? "The rule has no name; 'RULE name' is expected." : $"The rule's name '{Shown(1)} {Shown(2)}…' must be one word.");
            return;
        }
        part = RulePart.Named;
        file.Rules.Add(rule);
    }

    private bool Follows(RulePart now, params ReadOnlySpan<RulePart> after)
    {
        if (after.Contains(part))
        {
            part = now;
            return true;
        }
        return SayOrder();
    }

    private bool SayOrder()
    {
        var where = rule is null ? "before the first RULE" : $"here in rule '{rule.Id}'";
        Say(0, $"'{Shown(0)}' cannot stand {where}; the order is RULE, IF, AND or OR, THEN, AND, ELSE, AND, PRIORITY.");
        return false;
    }

    private bool SayUnknownRuleWord()
    {
        Say(0, $"'{Shown(0)}' does not begin a line of a rule; RULE, IF, AND, OR, THEN, ELSE, PRIORITY and DISABLED do.{NearHint(0, "RULE", "IF", "AND", "OR", "THEN", "ELSE", "PRIORITY", "DISABLED")}");
        return false;
    }

    private bool ReadPriority()
    {
        if (!Number(1, "The priority", out var priority)) return false;
        rule!.Priority = priority;
        return true;
    }

    private bool Disable()
    {
        rule!.Enabled = false;
        return true;
    }

    private bool ReadAction()
    {
        if (words != 6)
        {
            SayForm("An action", "THEN|ELSE|AND LINK id STATUS|SETTING IS value");
            return false;
        }
        var link = Known(2, links, "link");
        if (link < 0) return false;
        if (linkKinds[link] == LinkKind.CheckValvePipe)
        {
            Say(2, $"Link '{Shown(2)}' is a pipe with a check valve, which cannot be controlled.");
            return false;
        }
        var status = StatusOf(5);
        var setting = double.NaN;
        if (status is null && !NotNegative(5, "The setting, unless OPEN, CLOSED or ACTIVE,", out setting)) return false;
        if (status is null && linkKinds[link] == LinkKind.GeneralPurpose)
        {
            Say(5, $"Link '{Shown(2)}' is a general purpose valve, which can be OPEN or CLOSED but has no setting.");
            return false;
        }
        (part == RulePart.Then ? rule!.Then : rule!.Else).Add(new(links[link].Id, status, setting));
        return true;
    }

    private InitialStatus? StatusOf(int word) =>
        WordStarts(word, "OPEN"u8) ? InitialStatus.Open
        : WordStarts(word, "CLOSED"u8) ? InitialStatus.Closed
        : WordStarts(word, "ACTIVE"u8) ? InitialStatus.Active : null;

    // Comments behind the lines of a rule gather before the rule, whose lines have no place for them.
    private void KeepRuleComment()
    {
        if (commentStart < lineEnd && Comment() is { } comment) file.CommentLines.Add(new(EpanetSection.Rules, file.Rules.Count, comment));
    }
}

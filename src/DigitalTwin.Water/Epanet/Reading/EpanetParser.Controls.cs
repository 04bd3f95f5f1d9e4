using DigitalTwin.Water.Network;

namespace DigitalTwin.Water.Epanet.Reading;

// [CONTROLS]
internal sealed partial class EpanetParser
{
    private const string ControlForm = "LINK id OPEN|CLOSED|setting IF NODE id ABOVE|BELOW value' or 'LINK id OPEN|CLOSED|setting AT TIME|CLOCKTIME time";

    private void ReadControl()
    {
        if (words < 6)
        {
            SayForm("A control", ControlForm);
            return;
        }
        var count = words;
        var enabled = !WordStarts(words - 1, "DISABLED"u8);
        if (!enabled) count--;

        var link = Known(1, links, "link");
        if (link < 0) return;
        if (!ControlledState(link, out var status, out var setting)) return;

        if (WordStarts(4, "TIME"u8) || WordStarts(4, "CLOCKTIME"u8))
        {
            var hours = count < 6 ? 0 : Hours(5, count > 6 ? 6 : -1);
            if (double.IsNaN(hours)) return;
            var trigger = WordStarts(4, "TIME"u8) ? ControlTrigger.AtTime : ControlTrigger.AtClockTime;
            file.Controls.Add(new(links[link].Id, status, setting, trigger, null, hours, enabled, Comment()));
            return;
        }
        if (count < 8)
        {
            SayForm("A control", ControlForm);
            return;
        }
        var node = Known(5, nodes, "node");
        if (node < 0) return;
        var below = WordStarts(6, "BELOW"u8);
        if (!below && !WordStarts(6, "ABOVE"u8))
        {
            Say(6, $"The condition is '{Shown(6)}', but ABOVE or BELOW is expected.");
            return;
        }
        if (!Number(7, nodeKinds[node] == NodeKind.Junction ? "The pressure" : "The level", out var limit)) return;
        Surplus(enabled ? 8 : 9, "a control");
        file.Controls.Add(new(links[link].Id, status, setting, below ? ControlTrigger.Below : ControlTrigger.Above, nodes[node].Id, limit, enabled, Comment()));
    }

    /// <summary>Reads what a control does to its link.</summary>
    private bool ControlledState(int link, out InitialStatus? status, out double setting)
    {
        var kind = linkKinds[link];
        setting = double.NaN;
        status = WordStarts(2, "OPEN"u8) ? InitialStatus.Open : WordStarts(2, "CLOSED"u8) ? InitialStatus.Closed : null;
        if (kind == LinkKind.CheckValvePipe)
        {
            Say(1, $"Link '{Shown(1)}' is a pipe with a check valve, which cannot be controlled.");
            return false;
        }
        if (status is not null) return true;
        if (kind == LinkKind.GeneralPurpose)
        {
            Say(2, $"Link '{Shown(1)}' is a general purpose valve, which can be OPEN or CLOSED but has no setting.");
            return false;
        }
        const string What = "The setting, unless OPEN or CLOSED,";
        return kind is LinkKind.Pump or LinkKind.Pipe ? NotNegative(2, What, out setting) : Number(2, What, out setting);
    }

    /// <summary>Reads a time in hours; NaN with a sentence when it is none.</summary>
    private double Hours(int time, int unit)
    {
        var hours = HoursText.Read(Word(time), unit < 0 ? default : Word(unit), out var afternoonPast12);
        if (double.IsNaN(hours))
        {
            var shown = unit < 0 ? Shown(time) : $"{Shown(time)} {Shown(unit)}";
            Say(time, $"The time is '{shown}', but hours, h:mm, h:mm:ss or a number with SEC, MIN, HOURS, DAYS, AM or PM is expected.");
        }
        else if (afternoonPast12)
        {
            Warn(unit, $"'{Shown(time)} {Shown(unit)}' is read as {Shown(time)} hours after midnight, as EPANET 2.0 did; EPANET 2.3 refuses it.");
        }
        return hours;
    }
}

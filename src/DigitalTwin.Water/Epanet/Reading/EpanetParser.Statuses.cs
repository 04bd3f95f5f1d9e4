using DigitalTwin.Water.Network;

namespace DigitalTwin.Water.Epanet.Reading;

// [STATUS] [LEAKAGE]
internal sealed partial class EpanetParser
{
    private void ReadStatus()
    {
        if (words < 2)
        {
            SayForm("A status", "link OPEN|CLOSED|setting' or 'first-link last-link OPEN|CLOSED|setting");
            return;
        }
        InitialStatus? status = WordStarts(words - 1, "OPEN"u8) ? InitialStatus.Open : WordStarts(words - 1, "CLOSED"u8) ? InitialStatus.Closed : null;
        var setting = double.NaN;
        if (status is null && !NotNegative(words - 1, "The status, unless OPEN or CLOSED,", out setting)) return;
        if (words > 2)
        {
            file.Status.Add(new(WordText(0), WordText(1), status, setting, Comment()));
            return;
        }
        var link = Known(0, links, "link");
        if (link < 0) return;
        if (linkKinds[link] == LinkKind.CheckValvePipe || (linkKinds[link] == LinkKind.GeneralPurpose && status is null))
        {
            Say(0, linkKinds[link] == LinkKind.CheckValvePipe
                ? $"Link '{Shown(0)}' is a pipe with a check valve, whose status cannot be set."
                : $"Link '{Shown(0)}' is a general purpose valve, which can be OPEN or CLOSED but has no setting.");
            return;
        }
        file.Status.Add(new(links[link].Id, null, status, setting, Comment()));
    }

    private void ReadLeakage()
    {
        if (words < 3)
        {
            SayForm("A leakage", "pipe area expansion");
            return;
        }
        var link = Known(0, links, "link");
        if (link < 0 || !NotNegative(1, "The leak area", out var area) || !NotNegative(2, "The leak expansion", out var expansion)) return;
        Surplus(3, "a leakage");
        file.Leakage.Add(new(links[link].Id, area, expansion, Comment()));
    }
}

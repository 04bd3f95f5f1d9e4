using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Water.Epanet.Reading;

// Where sections begin and end, and what is kept as text.
internal sealed partial class EpanetParser
{
    private void OpenSection()
    {
        CloseRun();
        var found = SectionNames.Find(Word(0), out var shortened);
        if (found is null)
        {
            var name = Shown(0);
            Say(0, $"'{name}' is not a section of an EPANET file.{NearestName.Hint(name.ToUpperInvariant(), SectionNames.All)}");
            file.UnknownSections.Add(new(WordText(0), []));
            section = EpanetSection.Unknown;
            runStart = file.UnknownSections.Count - 1;
            return;
        }
        if (shortened) Warn(0, $"'{Shown(0)}' is read as {SectionNames.Of(found.Value)}, as EPANET 2.0 did; EPANET 2.3 refuses it.");
        section = found;
        runStart = CountOf(found.Value);
        rule = null;
    }

    /// <summary>Ends the present stretch and begins one of <paramref name="list"/>, for a tank in [RESERVOIRS] or a reservoir in [TANKS].</summary>
    private void GoOnIn(EpanetSection list)
    {
        if (section == list) return;
        CloseRun();
        section = list;
        runStart = CountOf(list);
    }

    private void CloseRun()
    {
        if (section is { } open) file.Layout.Add(new(open, CountOf(open) - runStart));
    }

    private int CountOf(EpanetSection which) => SectionLists.Count(file, which);

    private void BeforeSections()
    {
        if (lineEnd == lineStart) return;
        var kept = Text(lineStart, lineEnd).TrimEnd();
        if (kept.Length == 0) return;
        if (words > 0 && file.Preamble.TrueForAll(l => l.TrimStart().StartsWith(';')))
            Warn(0, $"'{Shown(0)}' stands before the first section and has no meaning.");
        file.Preamble.Add(kept);
    }

    private static bool KeptAsText(EpanetSection here) =>
        here is EpanetSection.Report or EpanetSection.Labels or EpanetSection.Backdrop or EpanetSection.Roughness or EpanetSection.Unknown;

    private void KeepText(EpanetSection here)
    {
        var kept = Text(lineStart, lineEnd).TrimEnd();
        if (kept.Length == 0) return;
        switch (here)
        {
            case EpanetSection.Report:
                if (words > 0) CheckReportLine();
                file.Report.Add(kept);
                break;
            case EpanetSection.Labels: file.Labels.Add(kept); break;
            case EpanetSection.Backdrop: file.Backdrop.Add(kept); break;
            case EpanetSection.Roughness: file.Roughness.Add(kept); break;
            default: file.UnknownSections[^1].Lines.Add(kept); break;
        }
    }

    /// <summary>Where [END] stands, so that bytes behind it do not decide how the text is stored.</summary>
    private int EndOfData()
    {
        for (var from = 0; from < text.Length;)
        {
            var bracket = text.AsSpan(from).IndexOf((byte)'[');
            if (bracket < 0) break;
            from += bracket;
            if (SectionNames.IsEnd(text.AsSpan(from)) && StartsLine(from)) return from;
            from++;
        }
        return text.Length;
    }

    private bool StartsLine(int at)
    {
        while (at > 0 && text[at - 1] is (byte)' ' or (byte)'\t') at--;
        return at == 0 || text[at - 1] is (byte)'\n' or (byte)'\r';
    }

    /// <summary>Says so when the text is UTF-16 or UTF-32, which no EPANET reads.</summary>
    private bool IsWide()
    {
        var head = text.AsSpan(0, Math.Min(text.Length, 4));
        var mark = head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]);
        var bare = head.Length == 4 && ((head[0] == 0 && head[1] == '[') || (head[0] == '[' && head[1] == 0));
        if (!mark && !bare) return false;
        problems.Error(fileName, 0, 0, "The file is stored as UTF-16, but UTF-8 is expected; save it again as UTF-8.");
        return true;
    }
}

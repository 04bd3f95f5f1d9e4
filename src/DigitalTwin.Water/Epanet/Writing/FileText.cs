namespace DigitalTwin.Water.Epanet.Writing;

/// <summary>Writes the sections of a file in the order of its layout, each row by the method of its section.</summary>
internal sealed class FileText(EpanetFile file, InpText text)
{
    private readonly RowText rows = new(file, text);
    private readonly int[] written = new int[(int)EpanetSection.Unknown + 1];
    private readonly Queue<CommentLine>[] comments = new Queue<CommentLine>[(int)EpanetSection.Unknown + 1];

    public void Write()
    {
        foreach (var comment in file.CommentLines) (comments[(int)comment.Section] ??= new()).Enqueue(comment);
        foreach (var line in file.Preamble) text.Line(line);
        var runs = SectionLayout.Of(file);
        for (var i = 0; i < runs.Count; i++)
        {
            var last = runs.FindIndex(i + 1, r => r.Section == runs[i].Section) < 0;
            WriteRun(runs[i], last);
        }
        text.Header("[END]");
        if (!file.AfterEnd.IsEmpty) text.Bytes(file.AfterEnd.Span);
    }

    private void WriteRun(SectionRun run, bool last)
    {
        var s = (int)run.Section;
        if (run.Section != EpanetSection.Unknown) text.Header(SectionNames(run.Section));
        if (run.Section is EpanetSection.Times or EpanetSection.Options)
        {
            WriteSettings(run.Section, written[s]++ == 0);
            return;
        }
        for (var i = 0; i < run.Rows; i++)
        {
            WriteComments(run.Section, written[s]);
            rows.Write(run.Section, written[s]++);
        }
        if (last) WriteComments(run.Section, int.MaxValue);
    }

    private void WriteSettings(EpanetSection section, bool first)
    {
        if (!first) return;
        WriteComments(section, int.MaxValue);
        if (section == EpanetSection.Times) SettingText.Write(file.Times, text);
        else SettingText.Write(file.Options, text);
    }

    private void WriteComments(EpanetSection section, int row)
    {
        var waiting = comments[(int)section];
        while (waiting is { Count: > 0 } && waiting.Peek().Before <= row) text.CommentLine(waiting.Dequeue().Text);
    }

    private static string SectionNames(EpanetSection section) => Reading.SectionNames.Of(section);
}

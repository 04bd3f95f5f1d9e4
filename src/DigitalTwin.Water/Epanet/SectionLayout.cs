namespace DigitalTwin.Water.Epanet;

/// <summary>The order in which a file's rows stand: its <see cref="EpanetFile.Layout"/>, made to fit what the lists hold now.</summary>
internal static class SectionLayout
{
    /// <summary>Stretches that cover every row once. Rows that were added go to the end of their section, new sections to their usual place.</summary>
    public static List<SectionRun> Of(EpanetFile file)
    {
        var left = new int[(int)EpanetSection.Unknown + 1];
        for (var s = EpanetSection.Title; s <= EpanetSection.Unknown; s++) left[(int)s] = SectionLists.Count(file, s);
        var runs = new List<SectionRun>(file.Layout.Count);
        foreach (var run in file.Layout)
        {
            var rows = Math.Clamp(run.Rows, 0, left[(int)run.Section]);
            left[(int)run.Section] -= rows;
            runs.Add(run with { Rows = rows });
        }
        for (var s = EpanetSection.Title; s <= EpanetSection.Unknown; s++)
        {
            var last = runs.FindLastIndex(r => r.Section == s);
            if (last >= 0)
            {
                runs[last] = new(s, runs[last].Rows + left[(int)s]);
            }
            else if (left[(int)s] > 0 || IsSet(file, s))
            {
                var before = runs.FindIndex(r => r.Section > s);
                runs.Insert(before < 0 ? runs.Count : before, new(s, left[(int)s]));
            }
        }
        return runs;
    }

    /// <summary>Sections and rows of the given sections, one by one in file order.</summary>
    public static IEnumerable<(EpanetSection Section, int Row)> Rows(List<SectionRun> runs, params EpanetSection[] sections)
    {
        var next = new int[(int)EpanetSection.Unknown + 1];
        foreach (var run in runs)
        {
            var wanted = Array.IndexOf(sections, run.Section) >= 0;
            for (var i = 0; wanted && i < run.Rows; i++) yield return (run.Section, next[(int)run.Section]++);
        }
    }

    private static bool IsSet(EpanetFile file, EpanetSection section) => section switch
    {
        EpanetSection.Times => file.Times != new EpanetTimes(),
        EpanetSection.Options => file.Options != new EpanetOptions(),
        _ => false,
    };
}

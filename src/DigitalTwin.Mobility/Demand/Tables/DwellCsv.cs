using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Units;

namespace DigitalTwin.Mobility.Demand.Tables;

/// <summary>
/// Reads how long cars stay: <c>purpose,distribution,mean_min,deviation_min,from_min,until_min,share,days,source</c>. A histogram has a row for each bin; a purpose without rows has those of <c>*</c>.
/// </summary>
public static class DwellCsv
{
    private const int Purpose = 0, Distribution = 1, Mean = 2, Deviation = 3, From = 4, Until = 5, Share = 6, Days = 7;

    private static readonly string[] Distributions = ["lognormal", "gamma", "fixed", "histogram", "none"];

    private static readonly TableColumn[] Columns =
    [
        new("purpose", true), new("distribution", true), new("mean", false, Unit.Parse("s")), new("deviation", false, Unit.Parse("s")),
        new("from", false, Unit.Parse("s")), new("until", false, Unit.Parse("s"), "to"), new("share"), new("days"), new("source"),
    ];

    private sealed class Entry(string purpose, byte days, string kind, int line)
    {
        public string Purpose => purpose;

        public byte Days => days;

        public string Kind => kind;

        public int Line => line;

        public DwellDistribution? Stay { get; set; }

        public List<(double From, double Until, double Weight)> Bins { get; } = [];
    }

    /// <summary>Reads a file; every mistake is reported. Rules of each purpose, empty when its trips do not park or nothing is said of it.</summary>
    public static IReadOnlyList<IReadOnlyList<DwellRule>> Read(string path, NameBook purposes, ProblemList problems)
    {
        ArgumentNullException.ThrowIfNull(purposes);
        var entries = new List<Entry>();
        using (var table = NamedTable.Open(path, Columns, new Dictionary<string, string>(), problems))
            while (table?.Next() == true) Row(table, purposes, entries, problems);
        foreach (var entry in entries.Where(e => e.Kind == "histogram"))
        {
            if (entry.Bins.Sum(b => b.Weight) > 0) entry.Stay = DwellDistribution.Histogram(entry.Bins);
            else problems.Error(path, entry.Line, 1, $"The histogram of '{entry.Purpose}' has no bin with a share above 0.");
        }
        bool IsNamed(string name) => entries.Exists(e => e.Purpose == name);
        return [.. purposes.Names.Select(name => (IReadOnlyList<DwellRule>)[.. entries.Where(e => e.Stay is not null && e.Purpose == (IsNamed(name) ? name : TableCells.Others)).Select(e => new DwellRule(e.Days, e.Stay!))])];
    }

    private static void Row(NamedTable table, NameBook purposes, List<Entry> entries, ProblemList problems)
    {
        var before = problems.ErrorCount;
        var (purpose, kind, days) = (table.Text(Purpose), table.Text(Distribution).ToLowerInvariant(), table.Days(Days));
        if (purpose != TableCells.Others) table.NameThere(Purpose, purposes);
        if (!Distributions.Contains(kind))
            table.Error(Distribution, $"'{NamedTable.Short(kind)}' is no distribution of stays; accepted are {string.Join(", ", Distributions)}.{NearestName.Hint(kind, Distributions)}");
        var (mean, deviation) = (table.Number(Mean, 1, TripCsv.LongestDwell), table.Number(Deviation, 1, 10 * TripCsv.LongestDwell));
        var (from, until, share) = (table.Number(From, 0, TripCsv.LongestDwell), table.Number(Until, 0, TripCsv.LongestDwell), table.Number(Share, 0, 1e9));
        if (problems.ErrorCount > before) return;
        var twin = entries.Find(e => e.Purpose == purpose && (e.Days & days) != 0);
        var goesOn = twin is { Kind: "histogram" } && kind == "histogram" && twin.Days == days;
        if (twin is not null && !goesOn)
        {
            table.Error(Purpose, $"'{purpose}' has two distributions on {WeekDays.Text((byte)(twin.Days & days))}; the first is in line {twin.Line}.");
            return;
        }
        var entry = goesOn ? twin! : new Entry(purpose, days, kind, table.Line);
        if (!goesOn) entries.Add(entry);
        switch (kind)
        {
            case "histogram" when double.IsNaN(from) || double.IsNaN(until) || double.IsNaN(share) || !(until > from):
                table.Error(Distribution, "A row of a histogram has 'from', a later 'until' and a 'share'.");
                break;
            case "histogram" when entry.Bins.Exists(b => b.From < until && b.Until > from):
                table.Error(From, $"The bin overlaps with another one of '{purpose}'.");
                break;
            case "histogram":
                entry.Bins.Add((from, until, share));
                break;
            case "fixed" when !double.IsNaN(mean):
                entry.Stay = DwellDistribution.Fixed(mean);
                break;
            case "lognormal" or "gamma" when !double.IsNaN(mean) && !double.IsNaN(deviation):
                entry.Stay = kind == "gamma" ? DwellDistribution.Gamma(mean, deviation) : DwellDistribution.Lognormal(mean, deviation);
                break;
            case "none":
                break;
            default:
                table.Error(Distribution, $"'{kind}' needs a 'mean'{(kind == "fixed" ? "" : " and a 'deviation' (standard deviation)")}.");
                break;
        }
    }
}

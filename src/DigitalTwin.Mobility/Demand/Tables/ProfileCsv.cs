using System.Globalization;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Mobility.Demand.Tables;

/// <summary>Reads when in the day trips depart: <c>purpose,from,until,share,days</c>. The shares of a purpose sum to 1 on each day; bands do not overlap.</summary>
public static class ProfileCsv
{
    /// <summary>By how much the shares of a day may miss 1: tables are rounded.</summary>
    public const double Rounding = 0.005;

    private const int Purpose = 0, From = 1, Until = 2, Share = 3, Days = 4;

    private static readonly TableColumn[] Columns = [new("purpose", true), new("from", true), new("until", true, Also: "to"), new("share", true), new("days"), new("source")];

    private sealed record Bands(string Purpose, byte Days, int Line)
    {
        public List<(double From, double Until, double Share, int Line)> Rows { get; } = [];
    }

    /// <summary>Reads a file; every mistake is reported. Profiles of each purpose; a purpose without rows has those of <c>*</c>.</summary>
    /// <param name="path">File.</param>
    /// <param name="purposes">Purposes.</param>
    /// <param name="problems">Where mistakes go.</param>
    /// <returns>For each purpose its profiles, empty when it has none.</returns>
    public static IReadOnlyList<IReadOnlyList<DayProfile>> Read(string path, NameBook purposes, ProblemList problems)
    {
        ArgumentNullException.ThrowIfNull(purposes);
        // A purpose of which a row was refused has had its sentence: what its shares sum to means nothing.
        var torn = new HashSet<string>(StringComparer.Ordinal);
        var all = Rows(path, purposes, torn, problems);
        var made = new Dictionary<string, List<DayProfile>>(StringComparer.Ordinal);
        foreach (var bands in all)
        {
            if (Check(bands, all, torn.Contains(bands.Purpose), path, problems) is not { } profile) continue;
            if (!made.TryGetValue(bands.Purpose, out var profiles)) made[bands.Purpose] = profiles = [];
            profiles.Add(profile);
        }
        var others = made.GetValueOrDefault(TableCells.Others, []);
        return [.. purposes.Names.Select(name => made.GetValueOrDefault(name, others))];
    }

    private static List<Bands> Rows(string path, NameBook purposes, HashSet<string> torn, ProblemList problems)
    {
        var all = new List<Bands>();
        using var table = NamedTable.Open(path, Columns, new Dictionary<string, string>(), problems);
        while (table?.Next() == true)
        {
            var before = problems.ErrorCount;
            var purpose = table.Text(Purpose);
            if (purpose != TableCells.Others) table.NameThere(Purpose, purposes);
            var isBand = table.TryBand(From, Until, out var band);
            var (share, days) = (table.NumberThere(Share, 0, 1), table.Days(Days));
            if (problems.ErrorCount > before || !isBand)
            {
                torn.Add(purpose);
                continue;
            }
            var bands = all.Find(b => b.Purpose == purpose && b.Days == days);
            if (bands is null) all.Add(bands = new(purpose, days, table.Line));
            bands.Rows.Add((band.From, band.Until, share, table.Line));
        }
        return all;
    }

    private static DayProfile? Check(Bands bands, List<Bands> all, bool isTorn, string path, ProblemList problems)
    {
        var before = problems.ErrorCount;
        var rows = bands.Rows.OrderBy(r => r.From).ToArray();
        for (var i = 1; i < rows.Length; i++)
            if (rows[i].From < rows[i - 1].Until)
                problems.Error(path, rows[i].Line, 1, $"The band of '{bands.Purpose}' from {Clock(rows[i].From)} overlaps with the one in line {rows[i - 1].Line}, which ends at {Clock(rows[i - 1].Until)}.");
        if (all.Find(b => b != bands && b.Purpose == bands.Purpose && (b.Days & bands.Days) != 0 && b.Line < bands.Line) is { } other)
            problems.Error(path, bands.Line, 1, $"'{bands.Purpose}' has two profiles on {WeekDays.Text((byte)(other.Days & bands.Days))}; the first begins in line {other.Line}.");
        var sum = rows.Sum(r => r.Share);
        if (!isTorn && Math.Abs(sum - 1) > Rounding)
            problems.Error(path, bands.Line, 1, string.Create(CultureInfo.InvariantCulture, $"The shares of '{bands.Purpose}' on {WeekDays.Text(bands.Days)} sum to {sum:0.####}, not to 1."));
        return problems.ErrorCount > before ? null : new(bands.Days, [.. rows.Select(r => (r.From, r.Until, r.Share))]);
    }

    private static string Clock(double second) => string.Create(CultureInfo.InvariantCulture, $"{(int)(second / 3600):00}:{(int)(second / 60) % 60:00}");
}

using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Mobility.Demand.Tables;

/// <summary>Reads the rates of trips by use of land: <c>purpose,land_use,attribute,amount,produces,attracts,days,source</c>. The planner supplies them; none are built in.</summary>
public static class RateCsv
{
    private const int Purpose = 0, LandUse = 1, Attribute = 2, Amount = 3, Produces = 4, Attracts = 5, Days = 6, Source = 7;

    private static readonly TableColumn[] Columns =
    [
        new("purpose", true), new("land_use", true), new("attribute", true, Also: "per"), new("amount"), new("produces", true), new("attracts", true), new("days"), new("source", true),
    ];

    /// <summary>Reads a file; every mistake is reported.</summary>
    /// <param name="path">File.</param>
    /// <param name="sites">What the rates are for: a use or a number that no site has is a mistake; null when the sites have mistakes of their own, so that this cannot be asked.</param>
    /// <param name="purposes">Purposes.</param>
    /// <param name="problems">Where mistakes go.</param>
    public static List<TripRate> Read(string path, LandUseSites? sites, NameBook purposes, ProblemList problems)
    {
        var rates = new List<TripRate>();
        using var table = NamedTable.Open(path, Columns, new Dictionary<string, string>(), problems);
        if (table is null) return rates;
        var uses = sites?.LandUse.Distinct().Order(StringComparer.Ordinal).ToArray() ?? [];
        var lines = new List<int>();
        while (table.Next())
        {
            var before = problems.ErrorCount;
            var purpose = table.NameThere(Purpose, purposes);
            var (use, attribute) = (table.Text(LandUse), table.Text(Attribute));
            if (sites is not null && use != TableCells.Others && !uses.Contains(use)) problems.Warning(path, table.Line, 1, $"No site has the use '{NamedTable.Short(use)}'; there are {string.Join(", ", uses)}.{NearestName.Hint(use, uses)}");
            if (sites is not null && !sites.Attributes.Contains(attribute))
                table.Error(Attribute, $"No site has a number '{NamedTable.Short(attribute)}'; there are {(sites.Attributes.Count == 0 ? "none" : string.Join(", ", sites.Attributes))}.{NearestName.Hint(attribute, sites.Attributes)}");
            var amount = table.HasColumn(Amount) && table.Text(Amount).Length > 0 ? table.Number(Amount, 1e-9, 1e12) : 1;
            var (produces, attracts) = (table.NumberThere(Produces, 0, 1e6), table.NumberThere(Attracts, 0, 1e6));
            var days = table.Days(Days);
            if (table.Text(Source).Length == 0) table.Error(Source, "A rate says where it is from: a survey, a handbook with its page, or 'assumed'.");
            var twin = rates.FindIndex(r => r.Purpose == purpose && r.LandUse == use && r.Attribute == attribute && (r.Days & days) != 0);
            if (twin >= 0) table.Error(Purpose, $"'{table.Text(Purpose)}' of '{use}' per '{attribute}' stands here a second time for {WeekDays.Text((byte)(rates[twin].Days & days))}; the first is in line {lines[twin]}.");
            if (problems.ErrorCount > before) continue;
            rates.Add(new(purpose, use, attribute, amount, produces, attracts, days, table.Text(Source)));
            lines.Add(table.Line);
        }
        return rates;
    }
}

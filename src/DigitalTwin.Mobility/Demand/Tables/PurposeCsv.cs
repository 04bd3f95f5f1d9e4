using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Units;

namespace DigitalTwin.Mobility.Demand.Tables;

/// <summary>Reads what trips are for: <c>purpose,returns,share,drive_min,way_km</c>.</summary>
public static class PurposeCsv
{
    private const int Purpose = 0, Returns = 1, Share = 2, Drive = 3, Way = 4;

    private static readonly TableColumn[] Columns = [new("purpose", true), new("returns"), new("share"), new("drive", false, Unit.Parse("s")), new("way", false, Unit.Parse("m")), new("source")];

    /// <summary>Reads a file; every mistake is reported.</summary>
    public static List<TripPurpose> Read(string path, ProblemList problems)
    {
        var purposes = new List<TripPurpose>();
        using var table = NamedTable.Open(path, Columns, new Dictionary<string, string>(), problems);
        while (table?.Next() == true)
        {
            var name = table.Text(Purpose);
            if (name.Length == 0) table.Missing(Purpose);
            else if (name == TableCells.Others) table.Error(Purpose, "A purpose has a name; '*' stands for all others in other tables.");
            else if (purposes.Exists(p => p.Name == name)) table.Error(Purpose, $"The purpose '{NamedTable.Short(name)}' stands here a second time.");
            else
            {
                var (returns, share) = (table.Number(Returns, 0, 1), table.Number(Share, 0, 1e9));
                purposes.Add(new(name)
                {
                    ReturnShare = double.IsNaN(returns) ? 1 : returns, Share = double.IsNaN(share) ? 0 : share, MeanDrive = table.Number(Drive, 1, 86400), MeanWay = table.Number(Way, 1, 1e6),
                });
            }
        }
        if (purposes.Count > NameBook.Most - 2) problems.Error(path, 0, 0, $"There are {purposes.Count} purposes; at most {NameBook.Most - 2} are accepted.");
        return purposes;
    }
}

using System.Globalization;
using DigitalTwin.Cities;
using DigitalTwin.Cities.Maps;

namespace DigitalTwin.Verification.Telemetry;

/// <summary>
/// Parking Birmingham (UCI Machine Learning Repository 482; Birmingham City Council, UK Open Government Licence): 30 car parks, 73 days of 2016, every half hour. Replayed into twins, and what the twins
/// then know is what an independent reading of the file says: the last occupancy of each, the number of different readings, duplicates found, readings above capacity kept and negative ones refused.
/// </summary>
public class BirminghamCarParksTests
{
    [SharedDataFact]
    public async Task Twins_know_what_the_file_says()
    {
        var file = SharedData.Path("parking", "birmingham", "dataset.csv");
        var rows = (await File.ReadAllLinesAsync(file)).Skip(1).Select(line => line.Split(',')).Select(f => (
            Lot: "parking/lot/" + f[0].Replace(' ', '-'), Capacity: int.Parse(f[1], CultureInfo.InvariantCulture), Occupancy: int.Parse(f[2], CultureInfo.InvariantCulture),
            At: DateTimeOffset.Parse(f[3], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal))).ToArray();
        var taken = rows.Where(r => r.Occupancy >= 0).DistinctBy(r => (r.Lot, r.At)).ToArray();

        var folder = Directory.CreateTempSubdirectory("twin-birmingham-");
        try
        {
            var map = Path.Combine(folder.FullName, "birmingham");
            MapImport.Import(new() { Folder = map, At = (-1.9, 52.48), Assets = [new("parking/lot", file)], Columns = [new("id", "SystemCodeNumber"), new("capacity", "Capacity")] });
            await using var telemetry = File.OpenRead(file);
            await using var replayed = await Replayed.OfAsync(City.Load(map), telemetry, new()
            {
                Source = "council", Offset = TimeSpan.Zero, Columns = [new("asset", "parking/lot/{SystemCodeNumber}"), new("observed_at", "LastUpdated"), new("occupancy", "Occupancy")],
            });
            var table = new VerificationTable();
            const string Case = "Birmingham car parks";
            table.Add(Case, "different readings kept", taken.Length, replayed.Totals.Accepted, 0);
            table.Add(Case, "readings out of order", 0, replayed.Totals.OutOfOrder, 0);
            table.Add(Case, "duplicates found", rows.Count(r => r.Occupancy >= 0) - taken.Length, replayed.Totals.Duplicates, 0);
            table.Add(Case, "negative readings refused", rows.Count(r => r.Occupancy < 0), replayed.Refused.Count, 0);
            var (above, newest, lots) = (0, 0, taken.GroupBy(r => r.Lot).ToArray());
            foreach (var lot in lots)
            {
                var twin = replayed.Client.Twin("live", lot.Key);
                var last = lot.MaxBy(r => r.At);
                var state = await twin.StateAsync(null, default);
                var known = state.Observed.Single(r => r.Property == "occupancy" && r.Source == "council");
                if (known.Value == last.Occupancy && known.ObservedAt == last.At && state.Figures.Single(f => f.Name == "capacity").Value == last.Capacity) newest++;
                var history = await twin.HistoryAsync(new("occupancy", DateTimeOffset.UnixEpoch, last.At.AddDays(1)), default);
                Assert.Equal(lot.OrderBy(r => r.At).Select(r => (r.At, (double)r.Occupancy)), history.Select(s => (s.At, s.Mean)));
                above += history.Count(s => s.Mean > last.Capacity);
            }
            table.Add(Case, "lots whose newest reading is the file's last", lots.Length, newest, 0);
            table.Add(Case, "readings above capacity, as they were", taken.Count(r => r.Occupancy > r.Capacity), above, 0);
            table.Add(Case, "readings in the store", taken.Length, (await replayed.Client.World("live").StatusAsync(default))!.Own.Observations, 0);
            table.AssertAll();
            table.Publish("src/DigitalTwin.Client/README.md", "birmingham");
        }
        finally
        {
            folder.Delete(true);
        }
    }
}

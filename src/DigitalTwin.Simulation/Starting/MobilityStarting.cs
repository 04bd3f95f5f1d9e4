using DigitalTwin.Mobility.Parking;
using DigitalTwin.Numerics.Text;
using DigitalTwin.Simulation.Mobility;

namespace DigitalTwin.Simulation.Starting;

/// <summary>What a starting point says of roads and parking, understood: (S8) how many cars are parked, (S9) what is closed.</summary>
internal static class MobilityStarting
{
    private const double MostCars = 1e6;

    private static readonly LocalizedText Empty = new("empty", "空场"), Open = new("open", "开放");
    private static readonly TimeSpan StatusAge = TimeSpan.FromDays(7);

    /// <param name="ledger">The starting point.</param>
    /// <param name="site">Roads and parking in their city.</param>
    /// <param name="settings">The variant's settings.</param>
    public static MobilityStart Read(StartLedger ledger, MobilitySite site, MobilitySettings settings)
    {
        var start = new MobilityStart(site);
        foreach (var (kind, type) in ((FacilityKind, string)[])[(FacilityKind.Lot, "parking/lot"), (FacilityKind.Kerb, "parking/kerb")])
        {
            var occupancies = ledger.Open(type, "occupancy", settings.StartOccupancyAge, Empty, isRare: kind == FacilityKind.Kerb);
            var statuses = ledger.Open(type, "status", StatusAge, Open, isRare: true);
            for (var f = 0; f < start.Occupancy.Length; f++)
            {
                if (site.Parking.Facilities[f].Kind != kind) continue;
                if (occupancies.Ask(site.Parking.Facilities[f].Id) is { } reading) Occupancy(ledger, occupancies, start, site, f, reading);
                if (statuses.Ask(site.Parking.Facilities[f].Id) is { } status) start.IsFacilityClosed[f] = IsClosed(statuses, status);
            }
        }
        var links = ledger.Open("road/link", "status", StatusAge, Open, isRare: true);
        for (var link = 0; link < start.IsLinkClosed.Length; link++)
            if (links.Ask(site.Roads.Links.Ids[link]) is { } status) start.IsLinkClosed[link] = IsClosed(links, status);
        return start;
    }

    /// <summary>(S8) Cars are whole; more of them than spaces are taken as they were counted.</summary>
    private static void Occupancy(StartLedger ledger, StartLedger.Account account, MobilityStart start, MobilitySite site, int facility, StartingReading reading)
    {
        if (reading.Text is not null || reading.Value is < 0 or > MostCars)
        {
            var said = reading.Text is { } text ? $"'{text}'" : $"{reading.Value:0.###}";
            account.Refuse(reading, $"The occupancy of {reading.Asset} is {said}, which is no number of cars; it is not used.", $"{reading.Asset} 的占用数 {said} 不是有效车辆数，未采用。");
            return;
        }
        start.Occupancy[facility] = Math.Round(reading.Value);
        var spaces = site.Parking.Facilities[facility].Capacity;
        if (start.Occupancy[facility] > spaces)
            ledger.Remark($"{reading.Asset} holds {Plural.Of((long)start.Occupancy[facility], "car")} on {Plural.Of(spaces, "space")}; the run starts with all of them.", $"{reading.Asset} 有 {start.Occupancy[facility]:0} 辆车，而泊位为 {spaces} 个；按实有车辆开始。");
    }

    /// <summary>(S9) What is not understood is not taken.</summary>
    private static bool IsClosed(StartLedger.Account account, StartingReading reading)
    {
        switch (reading.Text?.Trim().ToLowerInvariant() ?? (reading.Value == 0 ? "closed" : reading.Value == 1 ? "open" : ""))
        {
            case "closed" or "off" or "shut":
                return true;
            case "open" or "on":
                return false;
            default:
                account.Refuse(reading, $"The status of {reading.Asset} is '{reading.Text ?? $"{reading.Value:0.###}"}'; accepted are open (1) and closed (0). It is not used.",
                    $"{reading.Asset} 的状态“{reading.Text ?? $"{reading.Value:0.###}"}”无法识别（可用 open/1、closed/0），未采用。");
                return false;
        }
    }
}

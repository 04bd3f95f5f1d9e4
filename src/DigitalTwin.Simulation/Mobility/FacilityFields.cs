using DigitalTwin.Numerics.Text;

namespace DigitalTwin.Simulation.Mobility;

/// <summary>What layers tell of each lot and kerb for the time since the frame before, in the order of <see cref="FacilityLedger.Take"/>.</summary>
internal static class FacilityFields
{
    public static readonly (string Name, string Unit, LocalizedText Title)[] All =
    [
        ("turned_away", "veh", new("Cars turned away", "被拒车次")),
        ("arrivals", "veh", new("Cars let in", "驶入车次")),
        ("departures", "veh", new("Cars that left", "驶离车次")),
        ("revenue", "CNY", new("Revenue", "停车收入")),
        ("dwell", "min", new("Mean dwell of cars that left", "平均停放时长")),
        ("turnover", "1/h", new("Cars let in per space and hour", "每泊位每小时停放车次")),
        ("use", "%", new("Share of space-time taken", "泊位时间利用率")),
        ("charger_use", "%", new("Share of charger-time taken", "充电桩时间利用率")),
    ];
}

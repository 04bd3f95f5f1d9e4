using System.Collections.Immutable;
using DigitalTwin.Grains.Contracts.Twins;
using DigitalTwin.Mobility.Forecast;

namespace DigitalTwin.Grains.ParkingLots;

/// <summary>What a lot expects of the next hours: it learns its history once and goes on from there with what has come since.</summary>
internal sealed class LotForecast(TimeSpan offset, double capacity)
{
    /// <summary>How far back it looks: what is older has no weight in the profile.</summary>
    private static readonly TimeSpan Memory = TimeSpan.FromDays(16 * 7);
    private static readonly TimeSpan[] Leads = [TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(60), TimeSpan.FromMinutes(120)];

    /// <summary>Lengths of slots, s: the shortest into which readings fall regularly.</summary>
    private static readonly double[] Slots = [900, 1800, 3600];

    private OccupancyForecaster? forecaster;

    /// <summary>Instant of the newest reading; null while there is none.</summary>
    public DateTimeOffset? Newest { get; private set; }

    /// <summary>What of the history it does not know yet, up to an instant.</summary>
    public HistoryQuery Unknown(DateTimeOffset until) => new("occupancy", Newest?.AddMicroseconds(1) ?? until - Memory, until.AddMicroseconds(1), null, 2_000_000);

    public void Learn(ImmutableArray<Sample> readings)
    {
        if (readings.IsEmpty) return;
        forecaster ??= new(offset, capacity > 0 ? capacity : 100, new() { Slot = SlotFor(readings) });
        foreach (var reading in readings)
            if (reading.Text is null && forecaster.Observe(reading.At, reading.Mean)) Newest = reading.At;
    }

    public ImmutableArray<Contracts.Twins.Forecast> From(DateTimeOffset now, double coverage) =>
    [
        .. Leads.Select(lead => forecaster?.Forecast(now, lead, coverage)).OfType<OccupancyForecast>()
            .Select(f => new Contracts.Twins.Forecast(f.At, f.Expected, f.Lower, f.Upper, f.Coverage, f.From, f.IsGuess)),
    ];

    private static double SlotFor(ImmutableArray<Sample> readings)
    {
        double[] gaps = [.. readings.Zip(readings.Skip(1), (a, b) => (b.At - a.At).TotalSeconds).Order()];
        return gaps.Length == 0 ? Slots[0] : Slots.FirstOrDefault(slot => slot >= 0.75 * gaps[gaps.Length / 2], Slots[^1]);
    }
}

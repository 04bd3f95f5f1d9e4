using System.Globalization;

namespace DigitalTwin.Mobility.Demand;

/// <summary>
/// Cars between zones in intervals of the day. An expected number of cars becomes whole cars by one draw per cell and date, with the expectation kept exactly (D1); they depart evenly over the interval, each by its own draw (D3).
/// </summary>
public sealed class OdMatrix : DemandSource
{
    /// <summary>Zones.</summary>
    public required IReadOnlyList<DemandZone> Zones { get; init; }

    /// <summary>Cells; no two of one pair of zones, purpose, group and days overlap in time.</summary>
    public required IReadOnlyList<OdCell> Cells { get; init; }

    internal override void Draw(DemandPeriod period, TripSheet sheet)
    {
        if (Cells.Count == 0) return;
        var (earliest, latest) = (Cells.Min(c => c.From), Cells.Max(c => c.Until));
        foreach (var day in period.Days(earliest, latest))
            foreach (var cell in Cells)
                if (day.IsIn(cell.Days) && day.Midnight + cell.Until > period.First && day.Midnight + cell.From < period.End) Draw(cell, day, period, sheet);
    }

    private void Draw(in OdCell cell, in DemandDay day, DemandPeriod period, TripSheet sheet)
    {
        var (origin, destination) = (Zones[cell.Origin], Zones[cell.Destination]);
        var stream = TripDraws.Join(TripDraws.Join(origin.Key, destination.Key), TripDraws.Join(cell.Key, (ulong)day.Date.DayNumber));
        var vehicles = new TripDraws(period.Random, stream, 0).Count(cell.Trips * period.FactorOf(cell.Purpose));
        var stated = new StatedTrip(cell.Purpose, cell.Group, TripSheet.Unstated, TripSheet.Unstated);
        for (var vehicle = 0; vehicle < vehicles; vehicle++)
        {
            var draws = new TripDraws(period.Random, stream, (ulong)vehicle);
            var departure = day.Midnight + cell.From + draws.Uniform(TripDraw.Departure) * (cell.Until - cell.From);
            if (!period.Holds(departure)) continue;
            var from = origin.PlaceAt(draws.Uniform(TripDraw.Origin));
            var to = destination.PlaceBut(from, draws.Uniform(TripDraw.Destination));
            if (to < 0) continue;
            var id = string.Create(CultureInfo.InvariantCulture, $"{origin.Id}>{destination.Id}/{cell.Label}/{vehicle + 1}{day.Suffix}");
            sheet.Add(id, from, to, departure, day.Date.DayOfWeek, stated, draws);
        }
    }

    /// <inheritdoc/>
    public override double[] Expected(DayOfWeek day, int purposes)
    {
        var expected = new double[purposes + 1];
        foreach (var cell in Cells)
            if ((cell.Days >> (int)day & 1) != 0 && !IsWithinOnePlace(cell)) expected[cell.Purpose < 0 ? purposes : cell.Purpose] += cell.Trips;
        return expected;
    }

    /// <inheritdoc/>
    public override void AddOrigins(double[] weights)
    {
        foreach (var cell in Cells) Zones[cell.Origin].Spread(cell.Trips, weights);
    }

    private bool IsWithinOnePlace(in OdCell cell) => cell.Origin == cell.Destination && Zones[cell.Origin].Places.Count == 1;
}

/// <summary>Cars from one zone to another in an interval of the day.</summary>
/// <param name="Origin">Row of the zone in which they begin.</param>
/// <param name="Destination">Row of the zone in which they end.</param>
/// <param name="From">Begin of the interval, s since midnight.</param>
/// <param name="Until">End of the interval, s since midnight, above <paramref name="From"/>.</param>
/// <param name="Trips">Expected cars in the interval, from 0.</param>
/// <param name="Purpose">Index of the purpose, -1 when not stated.</param>
/// <param name="Group">Index of the group of drivers, -1 when not stated.</param>
/// <param name="Days">Days of the week on which it holds, bit i is day i, Sunday 0.</param>
/// <param name="Label">What tells it from other cells of its two zones: <c>07:00/work</c>.</param>
public readonly record struct OdCell(int Origin, int Destination, double From, double Until, double Trips, int Purpose, int Group, byte Days, string Label)
{
    /// <summary>What draws are keyed by beside the zones.</summary>
    internal ulong Key { get; } = Numerics.Randomness.KeyedRandom.Stream("demand.od", Label);
}

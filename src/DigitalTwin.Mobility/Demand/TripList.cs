namespace DigitalTwin.Mobility.Demand;

/// <summary>
/// Trips one by one, as a survey, a navigation provider or another model gives them. A trip with a date comes once; one with a time of day comes every day that its days of the week hold. With a factor other than 1 trips
/// are left out or get companions (D2), each by its own draw.
/// </summary>
public sealed class TripList : DemandSource
{
    /// <summary>Greatest shift of a companion's departure when the list has no larger <see cref="Jitter"/>, s: two cars that leave one place in one instant would be one platoon.</summary>
    public const double CompanionSpread = 300;

    /// <summary>Ids; each once.</summary>
    public required string[] Ids { get; init; }

    /// <summary>Zones that <see cref="Origin"/> and <see cref="Destination"/> may point to.</summary>
    public IReadOnlyList<DemandZone> Zones { get; init; } = [];

    /// <summary>Place of departure; below 0 the complement of a row of <see cref="Zones"/>, in which the trip's own draw chooses a place.</summary>
    public required int[] Origin { get; init; }

    /// <summary>Place to be reached, or a zone as in <see cref="Origin"/>.</summary>
    public required int[] Destination { get; init; }

    /// <summary>When the trips depart.</summary>
    public required Departure[] Departures { get; init; }

    /// <summary>Index of the purpose, -1 when not stated.</summary>
    public required int[] Purpose { get; init; }

    /// <summary>Index of the group of drivers, -1 when not stated.</summary>
    public required int[] Group { get; init; }

    /// <summary>Time spent at the destination, s; NaN for a trip that does not park, -1 when not stated.</summary>
    public required double[] Dwell { get; init; }

    /// <summary>1 when the car drives back, 0 when not, -1 when not stated.</summary>
    public required sbyte[] Returns { get; init; }

    /// <summary>Departures are moved by up to this either way, evenly and by the trip's own draw, s.</summary>
    public double Jitter { get; init; }

    /// <summary>Number of trips.</summary>
    public int Count => Ids.Length;

    internal override void Draw(DemandPeriod period, TripSheet sheet)
    {
        var spread = Math.Max(Jitter, CompanionSpread);
        var streams = new ulong[Count];
        var (earliest, latest) = (double.PositiveInfinity, double.NegativeInfinity);
        for (var i = 0; i < Count; i++)
        {
            streams[i] = Numerics.Randomness.KeyedRandom.Stream("demand.trip", Ids[i]);
            if (Departures[i].Days == 0) DrawOne(i, Departures[i].At(period.Clock), streams[i], "", period, sheet);
            else (earliest, latest) = (Math.Min(earliest, Departures[i].Second - spread), Math.Max(latest, Departures[i].Second + spread));
        }
        foreach (var day in period.Days(earliest, latest))
            for (var i = 0; i < Count; i++)
                if (day.IsIn(Departures[i].Days))
                    DrawOne(i, day.Midnight + Departures[i].Second, TripDraws.Join(streams[i], (ulong)day.Date.DayNumber), day.Suffix, period, sheet);
    }

    private void DrawOne(int i, double planned, ulong stream, string suffix, DemandPeriod period, TripSheet sheet)
    {
        if (planned + Math.Max(Jitter, CompanionSpread) < period.First || planned - Math.Max(Jitter, CompanionSpread) >= period.End) return;
        var vehicles = new TripDraws(period.Random, stream, 0).Count(period.FactorOf(Purpose[i]));
        var stated = new StatedTrip(Purpose[i], Group[i], Dwell[i], Returns[i]);
        for (var vehicle = 0; vehicle < vehicles; vehicle++)
        {
            var draws = new TripDraws(period.Random, stream, (ulong)vehicle);
            var departure = planned + (vehicle == 0 ? Jitter : Math.Max(Jitter, CompanionSpread)) * (2 * draws.Uniform(TripDraw.Departure) - 1);
            if (!period.Holds(departure)) continue;
            var from = PlaceOf(Origin[i], -1, draws.Uniform(TripDraw.Origin));
            var to = PlaceOf(Destination[i], from, draws.Uniform(TripDraw.Destination));
            if (to < 0) continue;
            var id = vehicle == 0 ? Ids[i] + suffix : $"{Ids[i]}~{vehicle + 1}{suffix}";
            sheet.Add(id, from, to, departure, period.Clock.DayOfWeek(planned), stated, draws);
        }
    }

    private int PlaceOf(int end, int but, double u) => end >= 0 ? end : Zones[~end].PlaceBut(but, u);

    /// <inheritdoc/>
    public override double[] Expected(DayOfWeek day, int purposes)
    {
        var expected = new double[purposes + 1];
        // Trips of dates count as the mean over the dates on that day of the week.
        var dates = Math.Max(1, Departures.Where(d => d.Days == 0 && d.DayOfWeek == day).Select(d => d.Date).Distinct().Count());
        for (var i = 0; i < Count; i++)
        {
            var departure = Departures[i];
            var trips = departure.Days == 0 ? (departure.DayOfWeek == day ? 1.0 / dates : 0) : departure.Days >> (int)day & 1;
            expected[Purpose[i] < 0 ? purposes : Purpose[i]] += trips;
        }
        return expected;
    }

    /// <inheritdoc/>
    public override void AddOrigins(double[] weights)
    {
        foreach (var origin in Origin)
        {
            if (origin >= 0) weights[origin]++;
            else Zones[~origin].Spread(1, weights);
        }
    }
}

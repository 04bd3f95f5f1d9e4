namespace DigitalTwin.Mobility.Parking;

/// <summary>What happened at a facility since its tally was last taken. Sums of time are exact integrals over the interval.</summary>
public record struct FacilityTally
{
    /// <summary>Cars that turned up.</summary>
    public long Arrivals { get; set; }

    /// <summary>Cars that were let in, at once or after they had waited.</summary>
    public long Entered { get; set; }

    /// <summary>Cars that passed the exit.</summary>
    public long Departures { get; set; }

    /// <summary>Cars turned away because it was full, or its queue was.</summary>
    public long TurnedAwayFull { get; set; }

    /// <summary>Cars turned away because it was closed.</summary>
    public long TurnedAwayClosed { get; set; }

    /// <summary>Cars turned away that may not park there then, or not for so long.</summary>
    public long TurnedAwayNotPermitted { get; set; }

    /// <summary>Cars turned away that needed a charger.</summary>
    public long TurnedAwayNoCharger { get; set; }

    /// <summary>Cars that left the queue.</summary>
    public long Reneged { get; set; }

    /// <summary>Bookings that expired unused.</summary>
    public long NoShows { get; set; }

    /// <summary>Price of the stays that ended, charging included, hundredths of the currency.</summary>
    public long Revenue { get; set; }

    /// <summary>Time in which spaces were taken, summed over spaces, s.</summary>
    public double OccupiedTime { get; set; }

    /// <summary>Time that cars waited in the queue, summed over cars, s.</summary>
    public double QueueTime { get; set; }

    /// <summary>Time in which cars stood at chargers, charging or not, summed over chargers, s.</summary>
    public double ChargerTime { get; set; }

    /// <summary>Energy charged, J.</summary>
    public double Energy { get; set; }

    /// <summary>Dwell of the cars that passed the exit, from parking to leaving the space, summed, s.</summary>
    public double DwellOfDeparted { get; set; }

    /// <summary>Wait of the cars that were let in, summed, s.</summary>
    public double WaitOfEntered { get; set; }

    /// <summary>Cars turned away for whatever reason.</summary>
    public readonly long TurnedAway => TurnedAwayFull + TurnedAwayClosed + TurnedAwayNotPermitted + TurnedAwayNoCharger;

    /// <summary>Cars let in per space, as traffic surveys define turnover (README P9).</summary>
    public readonly double Turnover(int spaces) => spaces > 0 ? (double)Entered / spaces : 0;
}

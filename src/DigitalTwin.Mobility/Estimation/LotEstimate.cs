using DigitalTwin.Mobility.Demand;

namespace DigitalTwin.Mobility.Estimation;

/// <summary>From what the mean stay was learned.</summary>
public enum StayEvidence
{
    /// <summary>It was given.</summary>
    Given,

    /// <summary>Cars that came and cars that were there, by Little's law: the mean stay is the mean occupancy over the arrival rate.</summary>
    Entries,

    /// <summary>How fast deviations from the usual day fade: the longer cars stay, the slower.</summary>
    Fluctuation,

    /// <summary>How fast the lot empties: it bounds the stay from above, and deviations fade more slowly than that (a busy day is busy all day).</summary>
    Emptying,

    /// <summary>Nothing: too few days to tell usual from chance, or a record in which nothing moves; <see cref="EstimationOptions.AssumedStay"/>, or less where the lot empties faster.</summary>
    Assumed,
}

/// <summary>What the recorded occupancy of a lot says about who comes and for how long: with it a model of the lot shows the same day.</summary>
public sealed record LotEstimate
{
    /// <summary>Length of a slot, s.</summary>
    public required double Slot { get; init; }

    /// <summary>Cars that come in each slot of the day, the first at local midnight.</summary>
    public required double[] Arrivals { get; init; }

    /// <summary>Usual number of cars at the beginning of each slot, NaN where nobody looked.</summary>
    public required double[] Occupancy { get; init; }

    /// <summary>The number that follows from the estimate.</summary>
    public required double[] Fitted { get; init; }

    /// <summary>How long cars stay: mean and spread.</summary>
    public required StayCurve Stay { get; init; }

    /// <summary>From what the mean stay was learned.</summary>
    public required StayEvidence Evidence { get; init; }

    /// <summary>Longest mean stay with which the lot could empty as fast as it does, s.</summary>
    public required double LongestStay { get; init; }

    /// <summary>Root mean square difference of <see cref="Fitted"/> and <see cref="Occupancy"/>, cars.</summary>
    public required double Error { get; init; }

    /// <summary>Days that were looked at.</summary>
    public required int Days { get; init; }

    /// <summary>Slots, over all days, whose readings were passed over because the counter stood still while the lot usually fills or empties.</summary>
    public int Unmoved { get; init; }

    /// <summary>Cars a day.</summary>
    public double PerDay => Arrivals.Sum();

    /// <summary>The stays as demand knows them.</summary>
    public DwellDistribution Dwell => DwellDistribution.Gamma(Stay.Mean, Stay.Mean * Stay.Spread);
}

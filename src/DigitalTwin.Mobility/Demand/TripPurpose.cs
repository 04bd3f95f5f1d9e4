namespace DigitalTwin.Mobility.Demand;

/// <summary>What holds for trips of one purpose where their source does not say it.</summary>
/// <param name="Name">As trips name it: <c>work</c>, <c>shopping</c>.</param>
public sealed record TripPurpose(string Name)
{
    /// <summary>Weight among the trips whose source names no purpose.</summary>
    public double Share { get; init; }

    /// <summary>Share of the cars that drive back to their origin after the dwell.</summary>
    public double ReturnShare { get; init; } = 1;

    /// <summary>Mean drive on empty roads that trips by the use of land shall have, s; NaN for that of the <see cref="Deterrence"/>.</summary>
    public double MeanDrive { get; init; } = double.NaN;

    /// <summary>Mean length of the way that trips by the use of land shall have, m; NaN for that of the <see cref="Deterrence"/>.</summary>
    public double MeanWay { get; init; } = double.NaN;

    /// <summary>How long cars stay, by day of the week: the first rule that holds on the day of departure. Without one the trip does not park.</summary>
    public IReadOnlyList<DwellRule> Dwell { get; init; } = [];

    /// <summary>Weights of the groups of drivers among trips whose source names no group; empty for those of the model.</summary>
    public IReadOnlyList<double> GroupShares { get; init; } = [];
}

/// <summary>How long cars stay on some days of the week.</summary>
/// <param name="Days">Bit i is day i, Sunday 0.</param>
/// <param name="Stay">The time that is spent, s.</param>
public sealed record DwellRule(byte Days, DwellDistribution Stay);

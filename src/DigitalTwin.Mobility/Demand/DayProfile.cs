namespace DigitalTwin.Mobility.Demand;

/// <summary>When in the day trips of a purpose depart (D5): shares of bands of time, even inside a band. Shares are weights: they are divided by their sum.</summary>
public sealed class DayProfile
{
    private readonly ShareTable shares;

    /// <summary>Joins bands.</summary>
    /// <param name="days">Days of the week on which it holds, bit i is day i, Sunday 0.</param>
    /// <param name="bands">Bands, s since midnight, with shares from 0; they do not overlap.</param>
    public DayProfile(byte days, IReadOnlyList<(double From, double Until, double Share)> bands)
    {
        ArgumentNullException.ThrowIfNull(bands);
        if (bands.Any(b => !(b.From >= 0 && b.Until > b.From && b.Share >= 0)) || !(bands.Sum(b => b.Share) > 0))
            throw new ArgumentException("Bands go from 0 upwards and have shares of which one is above 0.", nameof(bands));
        (Days, Bands) = (days, [.. bands.OrderBy(b => b.From)]);
        shares = new([.. Bands.Select(b => b.Share)]);
    }

    /// <summary>Days of the week on which it holds.</summary>
    public byte Days { get; }

    /// <summary>Bands in the order of time.</summary>
    public IReadOnlyList<(double From, double Until, double Share)> Bands { get; }

    /// <summary>Departure that a draw in [0, 1) chooses, s since midnight.</summary>
    public double At(double u)
    {
        var band = shares.At(u, out var within);
        return Bands[band].From + within * (Bands[band].Until - Bands[band].From);
    }
}

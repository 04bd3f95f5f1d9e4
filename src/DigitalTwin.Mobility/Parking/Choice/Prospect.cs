namespace DigitalTwin.Mobility.Parking.Choice;

/// <summary>What a driver makes of a facility before he drives there: what a space in it is worth to him, and how likely he finds none.</summary>
/// <param name="Utility">Of a space; minus infinity when the facility is out of the question.</param>
/// <param name="Full">Probability that there is no space (-).</param>
internal record struct Prospect(double Utility, double Full)
{
    /// <summary>Out of the question.</summary>
    public static readonly Prospect None = new(double.NegativeInfinity, 0);

    /// <summary>Whether it is in question.</summary>
    public readonly bool IsOne => !double.IsNegativeInfinity(Utility);

    /// <summary>
    /// The best of several, or <see cref="ParkingChoice.GivesUp"/> (P17). A full lot is worth nothing however near: it counts with the probability that it has a space, and else for the best that is left after the
    /// search that it costs. What is left is rated by its own probability, with giving up behind it.
    /// </summary>
    /// <param name="prospects">Facilities, their draws included.</param>
    /// <param name="givingUp">Utility of giving up.</param>
    /// <param name="search">What the search after a full lot costs.</param>
    public static int Best(ReadOnlySpan<Prospect> prospects, double givingUp, double search)
    {
        var (first, second, holder) = (givingUp, givingUp, -1);
        for (var i = 0; i < prospects.Length; i++)
        {
            var alone = prospects[i].Worth(givingUp, search);
            if (alone > first) (first, second, holder) = (alone, first, i);
            else if (alone > second) second = alone;
        }
        var (best, most) = (ParkingChoice.GivesUp, givingUp);
        for (var i = 0; i < prospects.Length; i++)
        {
            var worth = prospects[i].Worth(i == holder ? second : first, search);
            if (worth > most) (best, most) = (i, worth);
        }
        return best;
    }

    private readonly double Worth(double otherwise, double search) => IsOne ? (1 - Full) * Utility + Full * (otherwise - search) : double.NegativeInfinity;
}

namespace DigitalTwin.Mobility.Parking.Choice;

/// <content>
/// Drivers who have named where they park. They chose it at the prices of the map; what made it best for them, beyond what the model sees, is drawn so that at those prices it is. At other prices they go where they are best off then: the
/// incremental logit (Ben-Akiva and Lerman 1985, Discrete Choice Analysis, 5.4), by single drivers. P20 of the README.
/// </content>
public sealed partial class ParkingChoice
{
    /// <summary>Whether a facility charges otherwise now than the map says.</summary>
    public bool HasOtherPrices(ParkingState state, int facility)
    {
        ArgumentNullException.ThrowIfNull(state);
        return state.PriceFactor[facility] != 1 || state.Tariff[facility] != model.Supply.Facilities[facility].Tariff;
    }

    /// <summary>Where a driver parks who named a facility, when prices are not those of the map; at the map's prices always there.</summary>
    /// <param name="driver">Who chooses.</param>
    /// <param name="named">Place in <paramref name="candidates"/> of the facility that he named.</param>
    /// <param name="candidates">Facilities (<see cref="ParkingCandidates.Of"/>).</param>
    /// <param name="walks">Walks from them to the destination, m.</param>
    /// <param name="drives">Time to drive to them from here, s; NaN or infinite where none leads there.</param>
    /// <param name="tried">Facilities that have just turned the driver away.</param>
    /// <param name="state">Prices.</param>
    /// <param name="guidance">What signs show, for the informed.</param>
    /// <param name="habit">What is expected without signs.</param>
    /// <returns>Place in <paramref name="candidates"/>, or <see cref="GivesUp"/>.</returns>
    public int Reconsider(
        in ChoosingDriver driver, int named, ReadOnlySpan<int> candidates, ReadOnlySpan<double> walks, ReadOnlySpan<double> drives, ReadOnlySpan<int> tried,
        ParkingState state, GuidanceSnapshot guidance, OccupancyHabit habit)
    {
        ArgumentNullException.ThrowIfNull(state);
        Span<(double Worth, double Dearer)> others = candidates.Length <= 64 ? stackalloc (double, double)[candidates.Length] : new (double, double)[candidates.Length];
        var givingUp = Utility(driver);
        var sum = Math.Exp(givingUp);
        for (var i = 0; i < candidates.Length; i++)
        {
            others[i] = (double.NegativeInfinity, 0);
            var prospect = tried.Contains(candidates[i]) ? Prospect.None : Look(driver, candidates[i], walks[i], drives[i], state, guidance, habit);
            if (!prospect.IsOne && i != named) continue;
            var arrival = driver.Time + drives[i];
            var place = model.Supply.Facilities[candidates[i]];
            var dearer = driver.Tastes.Price * (Cost(driver, candidates[i], state.Tariff[candidates[i]], state.PriceFactor[candidates[i]], arrival) - Cost(driver, candidates[i], place.Tariff, 1, arrival)) / 100;
            // He has found a space where he always parks; elsewhere there is one with the probability that it is not full.
            var worth = prospect.Utility + dearer;
            if (i != named) worth += Math.Log(1 - prospect.Full) - prospect.Full * driver.Tastes.Search * options.SearchAfterFull;
            others[i] = (worth, dearer);
            sum += Math.Exp(worth);
        }
        // The greatest of the utilities at the map's prices, which is that of the facility that he named; all others lie below it.
        var greatest = Math.Log(sum) + Gumbel(streams[candidates[named]], driver.Number);
        var (best, most) = (named, greatest - others[named].Dearer);
        if (Below(greatest, givingUp + Gumbel(GiveUpStream, driver.Number)) is var quits && quits > most) (best, most) = (GivesUp, quits);
        for (var i = 0; i < candidates.Length; i++)
        {
            if (i == named || double.IsNegativeInfinity(others[i].Worth)) continue;
            var worth = Below(greatest, others[i].Worth + Gumbel(streams[candidates[i]], driver.Number)) - others[i].Dearer;
            if (worth > most) (best, most) = (i, worth);
        }
        return best;
    }

    /// <summary>A Gumbel draw made one of those below a bound: -ln(exp(-bound) + exp(-draw)) (Maddison, Tarlow and Minka 2014, A* sampling, NeurIPS 27).</summary>
    private static double Below(double bound, double draw) => Math.Min(bound, draw) - Math.Log(1 + Math.Exp(-Math.Abs(bound - draw)));

    /// <summary>What the stay costs by a board, hundredths of the currency: for who needs a charger with the energy that he gets there and the minutes for which he would then stand idle.</summary>
    private long Cost(in ChoosingDriver driver, int facility, int tariff, double factor, double arrival)
    {
        var price = model.Price(tariff, factor, driver.Group, arrival, arrival + driver.Dwell);
        if (!driver.Tastes.NeedsCharger) return price;
        var charging = Math.Min(driver.Dwell, driver.Tastes.Energy / model.Supply.Facilities[facility].ChargerPower);
        return price + model.PriceOfCharging(tariff, factor, driver.Group, charging < driver.Dwell ? driver.Tastes.Energy : charging * model.Supply.Facilities[facility].ChargerPower, driver.Dwell - charging);
    }
}

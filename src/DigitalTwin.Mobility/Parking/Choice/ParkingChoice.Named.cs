using DigitalTwin.Mobility.Parking.Drivers;
using DigitalTwin.Numerics.Randomness;

namespace DigitalTwin.Mobility.Parking.Choice;

/// <content>
/// Drivers who have named where they park. They chose it at the prices of the map; their tastes, and what made it best for them beyond what the model sees, are drawn so that at those prices it is. At other prices they go where they are best
/// off then: the incremental logit (Ben-Akiva and Lerman 1985, Discrete Choice Analysis, 5.4), by single drivers. P20 of the README.
/// </content>
public sealed partial class ParkingChoice
{
    // Tastes of which those are taken that fit the lot: enough that a group's answer is within a few hundredths of the exact one.
    private const int Redrawn = 32;
    private static readonly ulong RedrawnStream = KeyedRandom.Stream("parking choice: tastes of who named a lot"), TakenStream = KeyedRandom.Stream("parking choice: which of them");
    private readonly KeyedRandom[] redrawn;

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
        var (outlooks, dearer) = (new Outlook?[candidates.Length], new double[candidates.Length]);
        for (var i = 0; i < candidates.Length; i++)
        {
            var seen = tried.Contains(candidates[i]) ? null : See(driver, candidates[i], walks[i], drives[i], state, guidance, habit);
            if (seen is null && i != named) continue;
            var (facility, arrival) = (candidates[i], driver.Time + drives[i]);
            var (then, now) = (Cost(driver, facility, model.Supply.Facilities[facility].Tariff, 1, arrival), Cost(driver, facility, state.Tariff[facility], state.PriceFactor[facility], arrival));
            (outlooks[i], dearer[i]) = (seen is { } one ? one with { Price = then } : null, (now - then) / 100.0);
        }
        var tastes = TastesOfWhoNamed(driver, named, outlooks);
        var gaveUp = -tastes.GiveUp;
        // The greatest of the utilities at the map's prices, which is that of the facility that he named; all others lie below it.
        var sum = Math.Exp(gaveUp);
        for (var i = 0; i < candidates.Length; i++) sum += Math.Exp(Worth(i, named, outlooks, tastes));
        var greatest = Math.Log(sum) + Gumbel(streams[candidates[named]], driver.Number);
        var (best, most) = (named, greatest - tastes.Price * dearer[named]);
        if (Below(greatest, gaveUp + Gumbel(GiveUpStream, driver.Number)) is var quits && quits > most) (best, most) = (GivesUp, quits);
        for (var i = 0; i < candidates.Length; i++)
        {
            if (i == named || outlooks[i] is null) continue;
            var worth = Below(greatest, Worth(i, named, outlooks, tastes) + Gumbel(streams[candidates[i]], driver.Number)) - tastes.Price * dearer[i];
            if (worth > most) (best, most) = (i, worth);
        }
        return best;
    }

    // Of several draws of a driver's tastes one, with the probability that it would have made him choose what he named.
    private Driver TastesOfWhoNamed(in ChoosingDriver driver, int named, Outlook?[] outlooks)
    {
        var (group, shares, all) = (model.Groups[driver.Group], new double[Redrawn], 0.0);
        for (var k = 0; k < Redrawn; k++)
        {
            var tastes = driver.Tastes.WithWeights(group, redrawn[k], driver.Number);
            var sum = Math.Exp(-tastes.GiveUp);
            for (var i = 0; i < outlooks.Length; i++) sum += Math.Exp(Worth(i, named, outlooks, tastes));
            shares[k] = sum > 0 ? Math.Exp(Worth(named, named, outlooks, tastes)) / sum : 0;
            all += shares[k];
        }
        if (!(all > 0)) return driver.Tastes;
        var (left, taken) = (all * random.Uniform(TakenStream, (ulong)driver.Number), 0);
        while (taken < Redrawn - 1 && (left -= shares[taken]) > 0) taken++;
        return driver.Tastes.WithWeights(group, redrawn[taken], driver.Number);
    }

    // He has found a space where he always parks; elsewhere there is one with the probability that it is not full.
    private double Worth(int i, int named, Outlook?[] outlooks, in Driver tastes)
    {
        if (outlooks[i] is not { } outlook) return double.NegativeInfinity;
        var utility = outlook.Utility(tastes);
        return i == named ? utility : utility + Math.Log(1 - outlook.Full) - outlook.Full * tastes.Search * options.SearchAfterFull;
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

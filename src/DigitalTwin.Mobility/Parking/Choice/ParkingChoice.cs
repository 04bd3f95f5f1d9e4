using DigitalTwin.Mobility.Parking.Drivers;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Randomness;

namespace DigitalTwin.Mobility.Parking.Choice;

/// <summary>Who chooses, and when.</summary>
/// <param name="Number">Number of the driver: the key of all that is left to chance.</param>
/// <param name="Group">Group.</param>
/// <param name="Tastes">What the driver drew (<see cref="Driver.Of"/>).</param>
/// <param name="Time">s.</param>
/// <param name="Dwell">Time that the car will stand, s.</param>
/// <param name="IsInformed">Whether the driver sees the guidance.</param>
public readonly record struct ChoosingDriver(int Number, int Group, Driver Tastes, double Time, double Dwell, bool IsInformed);

/// <summary>
/// Where a driver drives to park: a mixed logit over the price of the stay (and of charging), the walk, the drive, and the search and queue to be expected, with giving up as one more alternative. The unobserved part of a utility
/// is a Gumbel draw keyed by the driver and the facility's id, so that in two variants of a scenario a driver chooses alike unless something that he knows has changed. Nothing is kept: a choice is a pure function
/// of what is passed. Equations P10 to P17 and P20 of the README.
/// </summary>
public sealed partial class ParkingChoice
{
    /// <summary>What <see cref="Choose"/> returns for a driver who gives up.</summary>
    public const int GivesUp = -1;

    private static readonly ulong GiveUpStream = KeyedRandom.Stream("parking choice: give up");
    private readonly ParkingModel model;
    private readonly ChoiceOptions options;
    private readonly KeyedRandom random;
    private readonly ulong[] streams;
    private readonly double[] sizes;

    /// <summary>Prepares choices.</summary>
    /// <param name="model">Facilities, their rules and prices.</param>
    /// <param name="random">Seed of the replication.</param>
    /// <param name="options">Numbers; the usual ones when null.</param>
    /// <exception cref="InputException">An option is out of range.</exception>
    public ParkingChoice(ParkingModel model, KeyedRandom random, ChoiceOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        var problems = new ProblemList();
        (this.model, this.random, this.options) = (model, random, options ?? new ChoiceOptions());
        this.options.Check(problems);
        problems.ThrowIfErrors();
        streams = [.. model.Supply.Facilities.Select(f => KeyedRandom.Stream("parking choice", f.Id))];
        redrawn = [.. Enumerable.Range(0, Redrawn).Select(k => new KeyedRandom(random.Bits(RedrawnStream, (ulong)k)))];
        sizes = [.. model.Supply.Facilities.Select(f => this.options.SizeWeight * Math.Log(Math.Max(1, f.Capacity) / 100.0))];
    }

    /// <summary>The alternative of the greatest utility.</summary>
    /// <param name="driver">Who chooses.</param>
    /// <param name="candidates">Facilities (<see cref="ParkingCandidates.Of"/>).</param>
    /// <param name="walks">Walks from them to the destination, m.</param>
    /// <param name="drives">Time to drive to them from here, s; NaN or infinite where none leads there.</param>
    /// <param name="tried">Facilities that have just turned the driver away.</param>
    /// <param name="state">Prices; nothing that moves within a step is read.</param>
    /// <param name="guidance">What signs show, for the informed.</param>
    /// <param name="habit">What is expected without signs.</param>
    /// <returns>Place in <paramref name="candidates"/>, or <see cref="GivesUp"/>.</returns>
    public int Choose(
        in ChoosingDriver driver, ReadOnlySpan<int> candidates, ReadOnlySpan<double> walks, ReadOnlySpan<double> drives, ReadOnlySpan<int> tried,
        ParkingState state, GuidanceSnapshot guidance, OccupancyHabit habit)
    {
        var gaveUp = Utility(driver) + Gumbel(GiveUpStream, driver.Number);
        Span<Prospect> prospects = candidates.Length <= 64 ? stackalloc Prospect[candidates.Length] : new Prospect[candidates.Length];
        for (var i = 0; i < candidates.Length; i++)
        {
            prospects[i] = tried.Contains(candidates[i]) ? Prospect.None : Look(driver, candidates[i], walks[i], drives[i], state, guidance, habit);
            if (prospects[i].IsOne) prospects[i].Utility += Gumbel(streams[candidates[i]], driver.Number);
        }
        return Prospect.Best(prospects, gaveUp, driver.Tastes.Search * options.SearchAfterFull);
    }

    /// <summary>Utility of giving up, but for its Gumbel draw.</summary>
    public static double Utility(in ChoosingDriver driver) => -driver.Tastes.GiveUp;

    /// <summary>Utility of a space in a facility, but for its Gumbel draw; minus infinity when it is out of the question: too far to walk, not reached, not open to the driver for the stay, or known to be of no use.</summary>
    /// <param name="driver">Who chooses.</param>
    /// <param name="facility">Facility.</param>
    /// <param name="walk">m.</param>
    /// <param name="drive">s.</param>
    /// <param name="state">Prices.</param>
    /// <param name="guidance">What signs show, for the informed.</param>
    /// <param name="habit">What is expected without signs.</param>
    public double Utility(in ChoosingDriver driver, int facility, double walk, double drive, ParkingState state, GuidanceSnapshot guidance, OccupancyHabit habit) =>
        Look(driver, facility, walk, drive, state, guidance, habit).Utility;

    private Prospect Look(in ChoosingDriver driver, int facility, double walk, double drive, ParkingState state, GuidanceSnapshot guidance, OccupancyHabit habit) =>
        See(driver, facility, walk, drive, state, guidance, habit) is { } outlook ? new Prospect(outlook.Utility(driver.Tastes), outlook.Full) : Prospect.None;

    /// <summary>What is to be expected of a facility; null when it is out of the question.</summary>
    private Outlook? See(in ChoosingDriver driver, int facility, double walk, double drive, ParkingState state, GuidanceSnapshot guidance, OccupancyHabit habit)
    {
        ArgumentNullException.ThrowIfNull(state);
        var group = model.Groups[driver.Group];
        if (walk > group.LongestWalk || !double.IsFinite(drive)) return null;
        var arrival = driver.Time + drive;
        if (!model.IsOpenTo(state, facility, driver.Group, arrival, driver.Dwell, driver.Tastes.NeedsCharger)) return null;
        if (Expected(driver, facility, arrival, guidance, habit) is not { } wait) return null;
        return new Outlook(sizes[facility], Cost(driver, facility, state.Tariff[facility], state.PriceFactor[facility], arrival), walk, group.WalkSpeed, drive, wait.Search, wait.Queue, wait.Full);
    }

    /// <summary>Search and queue to be expected, s, and the probability of finding no space; null when the driver knows that it is of no use.</summary>
    private (double Search, double Queue, double Full)? Expected(in ChoosingDriver driver, int facility, double arrival, GuidanceSnapshot guidance, OccupancyHabit habit)
    {
        var place = model.Supply.Facilities[facility];
        var spaces = driver.IsInformed ? guidance.Capacity[facility] : place.Capacity;
        if (spaces <= 0) return null;
        if (!driver.IsInformed)
        {
            if (place.Kind == FacilityKind.Kerb) return (SearchTime.Belloche(habit.Share(facility, model.Clock, arrival), options.BellocheAlpha, options.BellocheBeta), 0, 0);
            var full = habit.Full(facility, model.Clock, arrival);
            return (0, place.QueuePlaces > 0 ? full * Math.Min(driver.Tastes.QueuePatience, options.TypicalDwell / spaces) : 0, full);
        }
        if (guidance.Closed[facility] || (driver.Tastes.NeedsCharger && guidance.ChargersTaken[facility] >= place.Chargers)) return null;
        if (place.Kind == FacilityKind.Kerb)
            return (SearchTime.Belloche((double)guidance.Occupied[facility] / spaces, options.BellocheAlpha, options.BellocheBeta), 0, 0);
        var ahead = guidance.Queue[facility];
        if (guidance.Occupied[facility] < spaces) return (0, ahead / place.EntranceRate, 0);
        var wait = (ahead + 1) * options.TypicalDwell / spaces;
        return ahead < place.QueuePlaces && wait <= driver.Tastes.QueuePatience ? (0, wait, 0) : null;
    }

    /// <summary>A Gumbel draw of location 0 and scale 1, by inversion.</summary>
    private double Gumbel(ulong stream, int driver) => -Math.Log(-Math.Log(random.Uniform(stream, (ulong)driver) + (0.5 / (1UL << 53))));
}

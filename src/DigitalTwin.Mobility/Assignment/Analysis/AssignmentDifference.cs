namespace DigitalTwin.Mobility.Assignment.Analysis;

/// <summary>A pair of zones before and after.</summary>
/// <param name="Traveller">Class of travellers.</param>
/// <param name="Origin">Zone.</param>
/// <param name="Destination">Zone.</param>
/// <param name="Trips">Trips of the changed state, vehicles.</param>
/// <param name="Before">Cost of the cheapest path before.</param>
/// <param name="Now">Cost of the cheapest path now; infinite where none leads any more.</param>
public readonly record struct PairChange(int Traveller, int Origin, int Destination, double Trips, double Before, double Now)
{
    /// <summary>What they lose together (N4).</summary>
    public double Loss => Trips * (Now - Before);
}

/// <summary>The trips that begin in a zone before and after, or those that end there.</summary>
/// <param name="Trips">Trips that are carried in both states, vehicles, all classes.</param>
/// <param name="Loss">What they lose together.</param>
/// <param name="CutOff">Trips that are carried no more.</param>
public readonly record struct ZoneChange(double Trips, double Loss, double CutOff);

/// <summary>What a change of a network costs: two solved states of one model beside each other.</summary>
public sealed class AssignmentDifference
{
    private AssignmentDifference(AssignmentState before, AssignmentState now, int zones) =>
        (StateBefore, StateNow, Leaving, Entering) = (before, now, new ZoneChange[zones], new ZoneChange[zones]);

    /// <summary>State before.</summary>
    public AssignmentState StateBefore { get; }

    /// <summary>State with the change.</summary>
    public AssignmentState StateNow { get; }

    /// <summary>Totals before.</summary>
    public FlowTotals Before { get; private set; }

    /// <summary>Totals with the change.</summary>
    public FlowTotals Now { get; private set; }

    /// <summary>Pairs with trips whose cost is another, those who lose most together first; trips that are cut off are not among them.</summary>
    public IReadOnlyList<PairChange> Pairs { get; private set; } = [];

    /// <summary>Pairs that are cut off, most trips first.</summary>
    public IReadOnlyList<PairChange> CutOff { get; private set; } = [];

    /// <summary>By zone: the trips that begin there.</summary>
    public ZoneChange[] Leaving { get; }

    /// <summary>By zone: the trips that end there.</summary>
    public ZoneChange[] Entering { get; }

    /// <summary>Whether the state before was solved for the same trips, so that its gap and what it could not carry are known.</summary>
    public bool KnowsTripsBefore { get; private set; }

    /// <summary>Flow of a link now less that before, passenger-car units.</summary>
    public double Volume(int link) => StateNow.Volume[link] - StateBefore.Volume[link];

    /// <summary>The links that gain most flow, or lose most with −1, the first of equals; those with no change are left out.</summary>
    public IEnumerable<int> MostChanged(int sign, int count) =>
        Enumerable.Range(0, StateNow.Volume.Length).Where(link => sign * Volume(link) > 0).OrderByDescending(link => sign * Volume(link)).ThenBy(link => link).Take(count);

    /// <summary>Trips that pay more than before by at least a share of it, or less with a negative share.</summary>
    public double TripsThatPay(double share) => Pairs.Where(p => share > 0 ? p.Now >= p.Before * (1 + share) : p.Now <= p.Before * (1 + share)).Sum(p => p.Trips);

    /// <summary>Compares two solved states.</summary>
    /// <param name="model">Model of their network and classes.</param>
    /// <param name="before">State before.</param>
    /// <param name="now">State with the change.</param>
    /// <param name="cancellation">Looked at between origins.</param>
    public static AssignmentDifference Between(AssignmentModel model, AssignmentState before, AssignmentState now, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(now);
        var difference = new AssignmentDifference(before, now, model.Network.ZoneCount)
        {
            KnowsTripsBefore = Enumerable.Range(0, before.ClassCount).All(c => !OriginFlows.AreKnown(before) || before.CarriedBy(c).Demand == model.Classes[c].Demand),
        };
        var (pairs, cutOff) = (new List<PairChange>(), new List<PairChange>());
        var (skimsBefore, skimsNow) = (new ZoneSkims(model, before), new ZoneSkims(model, now));
        var (sumBefore, sumNow) = (new PairSums(), new PairSums());
        for (var c = 0; c < now.ClassCount; c++)
        {
            var (demand, units) = (model.Classes[c].Demand, model.Classes[c].CarUnits);
            for (var origin = 0; origin < demand.ZoneCount; origin++)
            {
                if (demand.Start[origin] == demand.Start[origin + 1]) continue;
                cancellation.ThrowIfCancellationRequested();
                skimsBefore.Look(c, origin);
                skimsNow.Look(c, origin);
                for (var at = demand.Start[origin]; at < demand.Start[origin + 1]; at++)
                {
                    if (demand.Destination[at] is var destination && destination == origin) continue;
                    var pair = new PairChange(c, origin, destination, demand.Trips[at] * now.DemandFactor[c], skimsBefore.Cost[destination], skimsNow.Cost[destination]);
                    sumBefore.Add(demand.Trips[at] * before.DemandFactor[c], units, pair.Before);
                    sumNow.Add(pair.Trips, units, pair.Now);
                    if (pair.Trips == 0 || double.IsInfinity(pair.Before)) continue;
                    difference.Count(pair);
                    if (double.IsInfinity(pair.Now)) cutOff.Add(pair);
                    else if (pair.Loss != 0) pairs.Add(pair);
                }
            }
        }
        difference.Pairs = [.. pairs.OrderByDescending(p => p.Loss)];
        difference.CutOff = [.. cutOff.OrderByDescending(p => p.Trips)];
        difference.Before = sumBefore.Totals(model, before, difference.KnowsTripsBefore);
        difference.Now = sumNow.Totals(model, now, true);
        return difference;
    }

    private void Count(in PairChange pair)
    {
        Count(ref Leaving[pair.Origin], pair);
        Count(ref Entering[pair.Destination], pair);
    }

    private static void Count(ref ZoneChange zone, in PairChange pair) => zone = double.IsInfinity(pair.Now)
        ? zone with { CutOff = zone.CutOff + pair.Trips }
        : zone with { Trips = zone.Trips + pair.Trips, Loss = zone.Loss + pair.Loss };
}

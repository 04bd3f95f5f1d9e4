using DigitalTwin.Mobility.Assignment;
using DigitalTwin.Mobility.Assignment.Analysis;

namespace DigitalTwin.Cli.Commands.Traffic;

/// <summary>What a change costs, for people and for machines.</summary>
internal sealed class DifferenceSummary
{
    private const int Shown = 8;

    /// <summary>A number in the base and now.</summary>
    public sealed record BeforeAndNow(double Base, double Now)
    {
        public double Difference => Now - Base;
    }

    public sealed record ChangedLink(string Link, double BaseVolume, double Volume, double Difference, double Time);

    public sealed record HitPair(string? Class, string Origin, string Destination, double Trips, double BaseCost, double? Cost, double? Loss);

    public required BeforeAndNow TotalTravelTime { get; init; }

    public required BeforeAndNow TotalCost { get; init; }

    public required BeforeAndNow TotalDistance { get; init; }

    public required BeforeAndNow TripsAssigned { get; init; }

    /// <summary>Null for what is not known any more of the base.</summary>
    public required double? BaseTripsNotCarried { get; init; }

    public required double? BaseRelativeGap { get; init; }

    /// <summary>Whether the base was solved less finely than what is beside it.</summary>
    public required bool BaseIsCoarse { get; init; }

    public required double TripsCutOff { get; init; }

    /// <summary>What the trips that are carried before and now lose together.</summary>
    public required double Loss { get; init; }

    /// <summary>Trips whose way costs at least a tenth more.</summary>
    public required double TripsATenthDearer { get; init; }

    public required double TripsATenthCheaper { get; init; }

    public required List<ChangedLink> MoreTraffic { get; init; }

    public required List<ChangedLink> LessTraffic { get; init; }

    public required List<HitPair> MostHit { get; init; }

    public required List<HitPair> CutOff { get; init; }

    public static DifferenceSummary Of(AssignmentDifference difference, AssignmentModel model)
    {
        var (before, now) = (difference.Before, difference.Now);
        return new()
        {
            TotalTravelTime = new(before.Time, now.Time),
            TotalCost = new(before.Cost, now.Cost),
            TotalDistance = new(before.Distance, now.Distance),
            TripsAssigned = new(before.Trips, now.Trips),
            BaseTripsNotCarried = Known(before.TripsNotCarried),
            BaseRelativeGap = Known(before.Gap),
            BaseIsCoarse = before.Gap > 2 * model.Options.Gap,
            TripsCutOff = difference.CutOff.Sum(p => p.Trips),
            Loss = difference.Pairs.Sum(p => p.Loss),
            TripsATenthDearer = difference.TripsThatPay(0.1),
            TripsATenthCheaper = difference.TripsThatPay(-0.1),
            MoreTraffic = [.. difference.MostChanged(1, Shown).Select(Link)],
            LessTraffic = [.. difference.MostChanged(-1, Shown).Select(Link)],
            MostHit = [.. difference.Pairs.Where(p => p.Loss > 0).Take(Shown).Select(Pair)],
            CutOff = [.. difference.CutOff.Take(Shown).Select(Pair)],
        };

        ChangedLink Link(int link) => new(model.Network.LinkIds[link], difference.StateBefore.Volume[link], difference.StateNow.Volume[link], difference.Volume(link), difference.StateNow.Time[link]);

        HitPair Pair(PairChange pair) => new(
            model.Classes.Count > 1 ? model.Classes[pair.Traveller].Name : null, model.Network.NodeIds[pair.Origin], model.Network.NodeIds[pair.Destination], pair.Trips, pair.Before, Known(pair.Now), Known(pair.Loss));
    }

    public void Write(TextWriter to)
    {
        to.WriteLine();
        if (MoreTraffic.Count + LessTraffic.Count == 0 && MostHit.Count + CutOff.Count == 0 && TotalTravelTime.Difference == 0)
        {
            to.WriteLine("beside the base: nothing differs.");
            return;
        }
        to.WriteLine($"{"beside the base",-22}{"base",16}{"now",16}{"difference",16}");
        Line("total travel time", TotalTravelTime);
        if (TotalCost != TotalTravelTime) Line("total cost", TotalCost);
        Line("total distance", TotalDistance);
        Line("trips carried", TripsAssigned);
        if (BaseTripsNotCarried is null) to.WriteLine("The trips are others than those of the base, so that its gap is not known.");
        else if (BaseIsCoarse) to.WriteLine($"The base was solved less finely: its relative gap is {BaseRelativeGap:0.0e+0}.");
        to.WriteLine($"who travels before and now loses {Loss:0.###} together; for {TripsATenthDearer:0.#} trips the way costs at least a tenth more, for {TripsATenthCheaper:0.#} at least a tenth less{(TripsCutOff > 0 ? $"; {TripsCutOff:0.###} are cut off" : "")}");
        foreach (var (title, links) in new[] { ("more traffic", MoreTraffic), ("less traffic", LessTraffic) })
        {
            if (links.Count == 0) continue;
            to.WriteLine($"{Environment.NewLine}{title,-16}{"base",14}{"volume",14}{"difference",14}{"time",12}");
            foreach (var link in links) to.WriteLine($"{link.Link,-16}{link.BaseVolume,14:0.0}{link.Volume,14:0.0}{link.Difference,14:+0.0;-0.0}{link.Time,12:0.000}");
        }
        foreach (var (title, pairs) in new[] { ("cut off", CutOff), ("most hit", MostHit) })
        {
            if (pairs.Count == 0) continue;
            to.WriteLine($"{Environment.NewLine}{title,-24}{"trips",12}{"cost before",14}{"cost",12}{"loss",14}");
            foreach (var pair in pairs) to.WriteLine($"{$"{pair.Class} {pair.Origin} to {pair.Destination}".Trim(),-24}{pair.Trips,12:0.0}{pair.BaseCost,14:0.000}{pair.Cost,12:0.000}{pair.Loss,14:0.0}");
        }

        void Line(string what, BeforeAndNow value) =>
            to.WriteLine($"{what,-22}{value.Base,16:0.0}{value.Now,16:0.0}{value.Difference,16:+0.0;-0.0;0.0}{(value.Base > 0 ? $"  {100 * value.Difference / value.Base:+0.00;-0.00;0.00} %" : "")}");
    }

    private static double? Known(double value) => double.IsFinite(value) ? value : null;
}

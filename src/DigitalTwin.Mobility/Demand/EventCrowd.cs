using DigitalTwin.Numerics.Clocks;
using System.Globalization;
using DigitalTwin.Mobility.Roads;
using DigitalTwin.Numerics.Randomness;

namespace DigitalTwin.Mobility.Demand;

/// <summary>
/// People who drive to one place for one occasion: a match, a concert, an exhibition. They come along a curve around its begin, stay, and leave along a curve around its end (D9). Its trips have draws of their own, so that the
/// trips of the city are the same with and without it.
/// </summary>
public sealed record EventCrowd
{
    /// <summary>Shortest stay, s: who would come after the end comes at least to turn round.</summary>
    public const double ShortestStay = 600;

    /// <summary>Its name, by which its draws are keyed: <c>cup-final</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Row of the place where it happens.</summary>
    public required int Place { get; init; }

    /// <summary>Expected number of cars, from 0.</summary>
    public required double Cars { get; init; }

    /// <summary>When it begins, s since the scenario's start.</summary>
    public required double Begins { get; init; }

    /// <summary>When it ends, s since the scenario's start.</summary>
    public required double Ends { get; init; }

    /// <summary>When cars arrive, about <see cref="Begins"/>.</summary>
    public required ArrivalCurve Arrivals { get; init; }

    /// <summary>When people leave, about <see cref="Ends"/>.</summary>
    public required ArrivalCurve Leaving { get; init; }

    /// <summary>Places they come from, with weights; empty for where the city's trips begin.</summary>
    public IReadOnlyList<(int Place, double Weight)> Origins { get; init; } = [];

    /// <summary>Name of the group of drivers; null for the groups of the purpose.</summary>
    public string? Group { get; init; }

    /// <summary>Name of the purpose; the model's last purpose when it has none of this name.</summary>
    public string Purpose { get; init; } = "event";

    /// <summary>
    /// The crowd's trips, in the order of departure. Cars depart so much before they want to arrive as the drive takes on empty roads; the share of them that would have departed before <paramref name="notBefore"/> departs
    /// with the rest, after it, and never more than the curve's last arrival later.
    /// </summary>
    /// <param name="model">Places, purposes and groups.</param>
    /// <param name="roads">Roads that the model's places lie on.</param>
    /// <param name="random">Seed of the run.</param>
    /// <param name="clock">Local time of second 0.</param>
    /// <param name="notBefore">First second in which a car may depart.</param>
    public TripTable Trips(DemandModel model, RoadNetwork roads, KeyedRandom random, LocalClock clock, double notBefore = 0)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(roads);
        var sheet = new TripSheet(model);
        var stream = KeyedRandom.Stream("demand.crowd", Id);
        var drive = FreeWays.From(roads, model.Places.Node[Place], byDistance: false, backwards: true);
        var (from, shares) = OriginsIn(model, drive);
        if (from.Length == 0 || !(shares.Total > 0)) return sheet.ToTable();
        var purpose = model.FindPurpose(Purpose) is var named and >= 0 ? named : model.Purposes.Count - 1;
        var cars = new TripDraws(random, stream, 0).Count(Cars);
        for (var car = 0; car < cars; car++)
        {
            var draws = new TripDraws(random, stream, (ulong)car);
            var origin = from[shares.At(draws.Uniform(TripDraw.Origin))];
            var way = drive[model.Places.Node[origin]];
            var passed = Arrivals.ShareBy(notBefore + way - Begins);
            var arrival = Begins + Arrivals.At(passed + draws.Uniform(TripDraw.Departure) * (1 - passed));
            var departure = Math.Max(notBefore, arrival - way);
            var leaves = Ends + Leaving.At(draws.Uniform(TripDraw.Dwell));
            var stated = new StatedTrip(purpose, GroupIn(model), Math.Max(ShortestStay, leaves - (departure + way)), 1);
            sheet.Add(string.Create(CultureInfo.InvariantCulture, $"{Id}/{car + 1}"), origin, Place, departure, clock.DayOfWeek(departure), stated, draws);
        }
        return sheet.ToTable();
    }

    private (int[] Places, ShareTable Shares) OriginsIn(DemandModel model, double[] drive)
    {
        var weights = new double[model.Places.Count];
        if (Origins.Count > 0)
            foreach (var (place, weight) in Origins) weights[place] += weight;
        else
        {
            foreach (var source in model.Sources) source.AddOrigins(weights);
            if (!weights.Any(w => w > 0)) Array.Fill(weights, 1);
        }
        // Nobody drives to where he is, nor from where no way leads there.
        for (var place = 0; place < weights.Length; place++)
            if (model.Places.Node[place] == model.Places.Node[Place] || !double.IsFinite(drive[model.Places.Node[place]])) weights[place] = 0;
        int[] from = [.. Enumerable.Range(0, weights.Length).Where(p => weights[p] > 0)];
        return (from, new([.. from.Select(p => weights[p])]));
    }

    private int GroupIn(DemandModel model)
    {
        for (var i = 0; i < model.Groups.Count; i++)
            if (model.Groups[i] == Group) return i;
        return TripSheet.Unstated;
    }
}

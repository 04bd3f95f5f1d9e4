using DigitalTwin.Numerics.Randomness;

namespace DigitalTwin.Mobility.Demand;

/// <summary>An area whose trips begin and end at several places, each with a weight; a single place is a zone of one.</summary>
public sealed class DemandZone
{
    private readonly ShareTable shares;

    /// <summary>Joins places to a zone.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="places">Rows of its places, at least one.</param>
    /// <param name="weights">Weight of each from 0, not all 0.</param>
    public DemandZone(string id, IReadOnlyList<int> places, IReadOnlyList<double> weights)
    {
        ArgumentNullException.ThrowIfNull(places);
        ArgumentNullException.ThrowIfNull(weights);
        if (places.Count == 0 || places.Count != weights.Count) throw new ArgumentException("A zone has places and as many weights.", nameof(places));
        (Id, Places, Weights) = (id, places, weights);
        shares = new([.. weights]);
        if (!(shares.Total > 0 && double.IsFinite(shares.Total))) throw new ArgumentException("A zone has a place with a weight above 0.", nameof(weights));
        Key = KeyedRandom.Stream("demand.zone", id);
    }

    /// <summary>A place as a zone of its own.</summary>
    public DemandZone(string id, int place) : this(id, [place], [1.0])
    {
    }

    /// <summary>Its id.</summary>
    public string Id { get; }

    /// <summary>Rows of its places.</summary>
    public IReadOnlyList<int> Places { get; }

    /// <summary>Weights of its places.</summary>
    public IReadOnlyList<double> Weights { get; }

    /// <summary>What draws of its trips are keyed by.</summary>
    internal ulong Key { get; }

    /// <summary>The place that a draw in [0, 1) chooses.</summary>
    internal int PlaceAt(double u) => Places[shares.At(u)];

    /// <summary>The place that a draw chooses, or the next one when that is where the trip begins; -1 when there is no other.</summary>
    internal int PlaceBut(int origin, double u)
    {
        var row = shares.At(u);
        for (var step = 0; step < Places.Count; step++)
            if (Places[(row + step) % Places.Count] is var place && place != origin) return place;
        return -1;
    }

    /// <summary>Adds the zone's weight to its places.</summary>
    internal void Spread(double amount, double[] over)
    {
        for (var i = 0; i < Places.Count; i++) over[Places[i]] += amount * (Weights[i] / shares.Total);
    }
}

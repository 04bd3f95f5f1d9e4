namespace DigitalTwin.Mobility.Demand;

/// <summary>Trips being written down in any order; what a source left open is drawn here, so that every source leaves it open in one way.</summary>
internal sealed class TripSheet(DemandModel model)
{
    /// <summary>Purpose, group, dwell or return that a source does not state.</summary>
    public const int Unstated = -1;

    private readonly List<string> ids = [];
    private readonly List<Row> rows = [];

    private readonly record struct Row(double Departure, double Dwell, int Origin, int Destination, byte Purpose, byte Group, bool Returns);

    /// <summary>Writes down a trip.</summary>
    /// <param name="id">Id.</param>
    /// <param name="origin">Place of departure.</param>
    /// <param name="destination">Place to be reached.</param>
    /// <param name="departure">s since the scenario's start.</param>
    /// <param name="day">Day of the week by which a dwell is drawn.</param>
    /// <param name="stated">What the source says.</param>
    /// <param name="draws">The trip's draws.</param>
    public void Add(string id, int origin, int destination, double departure, DayOfWeek day, in StatedTrip stated, in TripDraws draws)
    {
        var purpose = stated.Purpose >= 0 ? stated.Purpose : model.PurposeShares.At(draws.Uniform(TripDraw.Purpose));
        var group = stated.Group >= 0 ? stated.Group : model.GroupsOf(purpose).At(draws.Uniform(TripDraw.Group));
        var dwell = stated.Dwell == Unstated ? model.DwellOf(purpose, day)?.Quantile(draws.Uniform(TripDraw.Dwell)) ?? double.NaN : stated.Dwell;
        var returns = stated.Returns >= 0 ? stated.Returns > 0 : draws.Uniform(TripDraw.Returns) < model.Purposes[purpose].ReturnShare;
        ids.Add(id);
        rows.Add(new(departure, dwell, origin, destination, (byte)purpose, (byte)group, returns && !double.IsNaN(dwell)));
    }

    /// <summary>The trips in the order of departure, ties in the ordinal order of their ids.</summary>
    public TripTable ToTable()
    {
        var order = new int[rows.Count];
        for (var i = 0; i < order.Length; i++) order[i] = i;
        Array.Sort(order, (a, b) => rows[a].Departure.CompareTo(rows[b].Departure) is var by and not 0 ? by : string.CompareOrdinal(ids[a], ids[b]));
        return new()
        {
            Places = model.Places,
            Ids = Array.ConvertAll(order, i => ids[i]),
            Origin = Array.ConvertAll(order, i => rows[i].Origin),
            Destination = Array.ConvertAll(order, i => rows[i].Destination),
            Departure = Array.ConvertAll(order, i => rows[i].Departure),
            Dwell = Array.ConvertAll(order, i => rows[i].Dwell),
            Returns = Array.ConvertAll(order, i => rows[i].Returns),
            Purpose = Array.ConvertAll(order, i => rows[i].Purpose),
            Group = Array.ConvertAll(order, i => rows[i].Group),
            Purposes = model.PurposeNames,
            Groups = model.Groups,
        };
    }
}

/// <summary>What a source says of a trip; <see cref="TripSheet.Unstated"/> where it says nothing.</summary>
/// <param name="Purpose">Index of the purpose.</param>
/// <param name="Group">Index of the group of drivers.</param>
/// <param name="Dwell">Time spent at the destination, s; NaN for a trip that does not park.</param>
/// <param name="Returns">1 when the car drives back, 0 when not.</param>
internal readonly record struct StatedTrip(int Purpose, int Group, double Dwell, int Returns)
{
    /// <summary>Nothing is said but the purpose.</summary>
    public static StatedTrip Of(int purpose) => new(purpose, TripSheet.Unstated, TripSheet.Unstated, TripSheet.Unstated);
}

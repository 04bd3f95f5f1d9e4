namespace DigitalTwin.Mobility.Roads;

/// <summary>The columns of the links while they grow, a direction of a street at a time; takes defaults where nothing is said and counts them.</summary>
internal sealed class LinkColumns(StreetPlan plan, RoadDefaults defaults)
{
    private readonly List<string> ids = [], names = [], namesZh = [];
    private readonly List<int> from = [], to = [];
    private readonly List<double> length = [], lanes = [], speed = [], capacity = [], green = [], storage = [];
    private readonly List<RoadClass> road = [];
    private readonly List<double[]?> course = [];
    private readonly Dictionary<string, int[]> ofStreet = new(StringComparer.Ordinal);
    private int speeds, lanesUses, capacities, storages, greens;

    public DefaultUses Uses => new(speeds, lanesUses, capacities, storages, greens);

    /// <summary>Ids of streets that have links.</summary>
    public IEnumerable<string> Streets => ofStreet.Keys;

    /// <summary>Links of a street, as drawn first; empty when there is none of the id.</summary>
    public int[] Of(string street) => ofStreet.GetValueOrDefault(street, []);

    /// <summary>Ids of the links that a street has.</summary>
    public static string[] IdsOf(Street street) => street.Direction == StreetDirection.Both ? [street.Id + ".f", street.Id + ".b"] : [street.Id];

    public void Add(Street street, int a, int b, double metres, double[]? drawn)
    {
        var names = IdsOf(street);
        var first = ids.Count;
        if (street.Direction != StreetDirection.Backward) Add(street, names[0], a, b, metres, drawn, street.Forward);
        if (street.Direction != StreetDirection.Forward) Add(street, names[^1], b, a, metres, drawn is null ? null : Reversed(drawn), street.Backward);
        ofStreet[street.Id] = [.. Enumerable.Range(first, ids.Count - first)];
    }

    public RoadLinks ToLinks() => new()
    {
        Ids = [.. ids],
        From = [.. from],
        To = [.. to],
        Length = [.. length],
        Lanes = [.. lanes],
        FreeSpeed = [.. speed],
        Capacity = [.. capacity],
        GreenShare = [.. green],
        Storage = [.. storage],
        Class = [.. road],
        Course = [.. course],
        Names = [.. names],
        NamesZh = namesZh.Exists(n => n.Length > 0) ? [.. namesZh] : null,
    };

    private void Add(Street street, string id, int a, int b, double metres, double[]? drawn, StreetLanes said)
    {
        var usual = defaults.Of(street.Class);
        ids.Add(id);
        from.Add(a);
        to.Add(b);
        length.Add(metres);
        road.Add(street.Class);
        course.Add(drawn);
        names.Add(street.Name.Length > 0 ? street.Name : street.NameZh);
        namesZh.Add(street.NameZh);
        lanes.Add(Said(said.Lanes, street.IsRamp ? 1 : usual.Lanes, ref lanesUses));
        speed.Add(Said(said.Speed, street.IsRamp ? defaults.RampSpeed * usual.Speed : usual.Speed, ref speeds));
        capacity.Add(Said(said.Capacity, lanes[^1] * usual.Saturation, ref capacities));
        storage.Add(Said(said.Storage, Math.Max(1, lanes[^1] * metres / defaults.JamSpacing), ref storages));
        green.Add(Green(said.GreenShare, b));
    }

    private double Green(double said, int node)
    {
        if (!double.IsNaN(said)) return said;
        if (node >= plan.Nodes.Count || !plan.Nodes[node].HasSignal) return 1;
        return Said(plan.Nodes[node].GreenShare, defaults.GreenShare, ref greens);
    }

    private static double Said(double said, double otherwise, ref int uses)
    {
        if (!double.IsNaN(said)) return said;
        uses++;
        return otherwise;
    }

    private static double[] Reversed(double[] course)
    {
        var back = new double[course.Length];
        for (var i = 0; i < course.Length; i += 2) (back[i], back[i + 1]) = (course[^(i + 2)], course[^(i + 1)]);
        return back;
    }
}

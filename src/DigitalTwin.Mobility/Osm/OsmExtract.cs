using DigitalTwin.Mobility.Parking;
using DigitalTwin.Mobility.Parking.Curbs;
using DigitalTwin.Mobility.Roads;

namespace DigitalTwin.Mobility.Osm;

/// <summary>Roads and places to park of an OpenStreetMap extract, as plain data.</summary>
/// <param name="Streets">Streets, cut at junctions, with what the tags say; ids <c>W123</c>, or <c>W123-1</c>, <c>W123-2</c> … for the pieces of a way; nodes <c>n456</c>.</param>
/// <param name="Lots">Off-street lots and garages.</param>
/// <param name="Kerbs">Bays along streets.</param>
/// <param name="Tally">What was read, kept and ignored.</param>
public sealed record OsmExtract(StreetPlan Streets, IReadOnlyList<OsmLot> Lots, IReadOnlyList<OsmKerb> Kerbs, OsmTally Tally);

/// <summary>What OpenStreetMap says of a lot (the tag <c>parking</c>).</summary>
public enum OsmLotKind
{
    /// <summary>On the ground; also where nothing is said.</summary>
    Surface,

    /// <summary>Below the ground.</summary>
    Underground,

    /// <summary>A building for cars.</summary>
    MultiStorey,

    /// <summary>On a roof.</summary>
    Rooftop,

    /// <summary>Garages, carports, sheds.</summary>
    Garages,

    /// <summary>Bays along a street that are drawn on their own: <c>street_side</c>, <c>lane</c>, <c>on_kerb</c>, <c>half_on_kerb</c>.</summary>
    Kerb,
}

/// <summary>What is the same of lots and kerbs.</summary>
public abstract record OsmParking
{
    /// <summary>Id: <c>P-w123</c> of a way, <c>P-n5</c> of a node, <c>P-r7</c> of a relation, <c>K-W123-2-right</c> of a kerb.</summary>
    public required string Id { get; init; }

    /// <summary>Spaces, at least 1.</summary>
    public required int Capacity { get; init; }

    /// <summary>Whether the capacity was counted from area, length or kind, because no tag says it.</summary>
    public required bool IsCapacityEstimated { get; init; }

    /// <summary>Spaces for disabled people.</summary>
    public int Disabled { get; init; }

    /// <summary>Spaces with a charger.</summary>
    public int Charging { get; init; }

    /// <summary>Whether it costs something; null when nothing is said.</summary>
    public bool? HasFee { get; init; }

    /// <summary>Who may park, as tagged (<c>customers</c>, <c>residents</c>, <c>private</c>); empty for everybody.</summary>
    public string Access { get; init; } = "";

    /// <summary>Longest stay, s; infinite when there is no limit.</summary>
    public double LongestStay { get; init; } = double.PositiveInfinity;

    /// <summary>What holds at some hours, or for some users; their groups are <c>residents</c> and <c>employees</c>. Where none holds, <see cref="LongestStay"/> does.</summary>
    public IReadOnlyList<CurbPolicy> Policies { get; init; } = [];

    /// <summary>When it is open; empty for always, or when the hours could not be read.</summary>
    public IReadOnlyList<WeekTime> OpeningHours { get; init; } = [];

    /// <summary>Tags that are kept as they are: prices, operators, hours and conditions that could not be read.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Others { get; init; } = [];
}

/// <summary>A lot or garage off the street.</summary>
public sealed record OsmLot : OsmParking
{
    /// <summary>What it looks like.</summary>
    public required OsmLotKind Kind { get; init; }

    /// <summary>Name in English, or as tagged; empty when unknown.</summary>
    public string Name { get; init; } = "";

    /// <summary>Name in Chinese; empty when unknown.</summary>
    public string NameZh { get; init; } = "";

    /// <summary>Longitude of the centroid or the point, degrees.</summary>
    public required double Longitude { get; init; }

    /// <summary>Latitude, degrees.</summary>
    public required double Latitude { get; init; }

    /// <summary>Rings in longitude and latitude, alternating, closed: outer ones, each followed by its holes; empty for a point.</summary>
    public IReadOnlyList<OsmRing> Rings { get; init; } = [];

    /// <summary>Area, m²; NaN for a point.</summary>
    public double Area { get; init; } = double.NaN;

    /// <summary>Storeys with spaces.</summary>
    public int Levels { get; init; } = 1;

    /// <summary>Where cars turn in, degrees; empty when the map does not say.</summary>
    public IReadOnlyList<(double Longitude, double Latitude)> Entrances { get; init; } = [];
}

/// <summary>A ring of an area.</summary>
/// <param name="IsHole">Whether it is cut out of the outer ring before it.</param>
/// <param name="Course">Longitude and latitude, degrees, alternating; the last point is the first.</param>
public sealed record OsmRing(bool IsHole, double[] Course);

/// <summary>How cars stand at a kerb.</summary>
public enum BayOrientation
{
    /// <summary>Along it.</summary>
    Parallel,

    /// <summary>At about 45°.</summary>
    Diagonal,

    /// <summary>Across it.</summary>
    Perpendicular,
}

/// <summary>Bays along one side of a street.</summary>
public sealed record OsmKerb : OsmParking
{
    /// <summary>Id of the street.</summary>
    public required string Street { get; init; }

    /// <summary>Whether it is the right side of the street as drawn.</summary>
    public required bool IsRight { get; init; }

    /// <summary>How cars stand.</summary>
    public BayOrientation Orientation { get; init; }
}

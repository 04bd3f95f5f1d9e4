using DigitalTwin.Mobility.Roads;

namespace DigitalTwin.Mobility.Osm;

/// <summary>A way that cars drive, with what its tags say.</summary>
internal sealed record OsmRoad(OsmElement Way, RoadClass Class, bool IsRamp)
{
    public StreetDirection Direction { get; init; }

    public StreetLanes Forward { get; init; } = StreetLanes.Unsaid;

    public StreetLanes Backward { get; init; } = StreetLanes.Unsaid;

    public int Layer { get; init; }

    public string Name { get; init; } = "";

    public string NameZh { get; init; } = "";

    /// <summary>Rules by time, as tagged.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Others { get; init; } = [];
}

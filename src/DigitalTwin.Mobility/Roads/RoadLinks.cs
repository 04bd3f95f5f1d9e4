namespace DigitalTwin.Mobility.Roads;

/// <summary>The links of a road network, one for each direction of travel, as columns of equal length.</summary>
public sealed class RoadLinks
{
    /// <summary>The owners' ids: <c>S-12</c> for a one-way street, <c>S-12.f</c> (as drawn) and <c>S-12.b</c> (against it) for the directions of a two-way street.</summary>
    public required string[] Ids { get; init; }

    /// <summary>Index of the node at which a link begins.</summary>
    public required int[] From { get; init; }

    /// <summary>Index of the node at which it ends.</summary>
    public required int[] To { get; init; }

    /// <summary>Length, m; above 0.</summary>
    public required double[] Length { get; init; }

    /// <summary>Number of lanes; above 0.</summary>
    public required double[] Lanes { get; init; }

    /// <summary>Speed without other traffic, m/s; above 0.</summary>
    public required double[] FreeSpeed { get; init; }

    /// <summary>Most vehicles that pass a cross-section, all lanes together, were there no signal at the end, vehicles/s.</summary>
    public required double[] Capacity { get; init; }

    /// <summary>Share of the time in which the signal at the link's end shows green, above 0 to 1; 1 without a signal. What leaves the link is bounded by <see cref="Capacity"/> times this.</summary>
    public required double[] GreenShare { get; init; }

    /// <summary>Most vehicles that stand on the link, all lanes together; at least 1.</summary>
    public required double[] Storage { get; init; }

    /// <summary>What the road is for.</summary>
    public required RoadClass[] Class { get; init; }

    /// <summary>Course in longitude and latitude, degrees, alternating, in the direction of travel; null for a straight line between the nodes.</summary>
    public required double[]?[] Course { get; init; }

    /// <summary>Names, empty when unknown.</summary>
    public required string[] Names { get; init; }

    /// <summary>Names in Chinese, empty when unknown; null when no link has one.</summary>
    public string[]? NamesZh { get; init; }

    /// <summary>Number of links.</summary>
    public int Count => Ids.Length;
}

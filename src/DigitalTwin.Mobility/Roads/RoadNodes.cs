namespace DigitalTwin.Mobility.Roads;

/// <summary>The nodes of a road network as columns of equal length.</summary>
public sealed class RoadNodes
{
    /// <summary>The owners' ids.</summary>
    public required string[] Ids { get; init; }

    /// <summary>Longitude, degrees east; NaN when unknown.</summary>
    public required double[] Longitude { get; init; }

    /// <summary>Latitude, degrees north; NaN when unknown.</summary>
    public required double[] Latitude { get; init; }

    /// <summary>Whether traffic may pass through; false for the centroid of a zone, where trips only begin and end.</summary>
    public required bool[] IsThrough { get; init; }

    /// <summary>Number of nodes.</summary>
    public int Count => Ids.Length;
}

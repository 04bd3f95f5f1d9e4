namespace DigitalTwin.Mobility.Demand;

/// <summary>
/// Who drives where and when, as columns of equal length in the order of departure. A trip that parks stays for its dwell and then, when it returns, drives back to where it came from.
/// </summary>
public sealed class TripTable
{
    /// <summary>Places that <see cref="Origin"/> and <see cref="Destination"/> point to.</summary>
    public required Places Places { get; init; }

    /// <summary>Ids as their source gives them.</summary>
    public required string[] Ids { get; init; }

    /// <summary>Place of departure.</summary>
    public required int[] Origin { get; init; }

    /// <summary>Place to be reached.</summary>
    public required int[] Destination { get; init; }

    /// <summary>Departure, s since the scenario's start; ascending.</summary>
    public required double[] Departure { get; init; }

    /// <summary>Time that is spent at the destination, s; NaN for a trip that does not park: it leaves the road network at the destination's node.</summary>
    public required double[] Dwell { get; init; }

    /// <summary>Whether the car drives back to its origin after the dwell.</summary>
    public required bool[] Returns { get; init; }

    /// <summary>Index into <see cref="Purposes"/>.</summary>
    public required byte[] Purpose { get; init; }

    /// <summary>Index into the groups of drivers that the model is given (<c>DriverGroup</c>).</summary>
    public required byte[] Group { get; init; }

    /// <summary>Names of purposes: <c>work</c>, <c>shopping</c>.</summary>
    public required IReadOnlyList<string> Purposes { get; init; }

    /// <summary>Names of the groups, in the order that <see cref="Group"/> counts.</summary>
    public required IReadOnlyList<string> Groups { get; init; }

    /// <summary>Number of trips.</summary>
    public int Count => Ids.Length;
}

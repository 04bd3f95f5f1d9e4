namespace DigitalTwin.Simulation.Mobility;

/// <summary>
/// From where roads and parking start where they do not start from empty lots and open roads: what twins said. Plain arrays over links and facilities; NaN where nothing is known.
/// </summary>
public sealed class MobilityStart
{
    /// <summary>Nothing is known.</summary>
    public MobilityStart(MobilitySite site)
    {
        ArgumentNullException.ThrowIfNull(site);
        Occupancy = new double[site.Parking.Facilities.Count];
        Array.Fill(Occupancy, double.NaN);
        IsFacilityClosed = new bool[site.Parking.Facilities.Count];
        IsLinkClosed = new bool[site.Roads.Links.Count];
    }

    /// <summary>Cars parked by facility, whole numbers; more than there are spaces is a fact.</summary>
    public double[] Occupancy { get; }

    /// <summary>Whether a facility is closed, until the scenario opens it.</summary>
    public bool[] IsFacilityClosed { get; }

    /// <summary>Whether a link is closed, until the scenario opens it.</summary>
    public bool[] IsLinkClosed { get; }
}

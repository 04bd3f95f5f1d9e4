namespace DigitalTwin.Buildings.Envelope;

/// <summary>What lies on the other side of a surface.</summary>
public enum Exposure
{
    /// <summary>Outdoor air, sun and sky.</summary>
    Outdoors,

    /// <summary>The ground.</summary>
    Ground,

    /// <summary>A neighbour as warm as we are: no heat flows (a party wall).</summary>
    Adiabatic,
}

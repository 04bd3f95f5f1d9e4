namespace DigitalTwin.Mobility.Roads;

/// <summary>What a road is for, from the fastest to the slowest; OpenStreetMap's highway classes in the order of their rank.</summary>
public enum RoadClass : byte
{
    /// <summary>Motorway.</summary>
    Motorway,

    /// <summary>Trunk road, urban expressway.</summary>
    Trunk,

    /// <summary>Primary road.</summary>
    Primary,

    /// <summary>Secondary road.</summary>
    Secondary,

    /// <summary>Tertiary road.</summary>
    Tertiary,

    /// <summary>Residential or unclassified street.</summary>
    Residential,

    /// <summary>Living street, service road, aisle of a car park.</summary>
    Service,

    /// <summary>Not a road: joins a zone to the network, has no length or lanes of its own.</summary>
    Connector,
}

namespace DigitalTwin.Buildings;

/// <summary>What a building is for: it decides who is in it when, what they need, and which archetype stands in for what is not known.</summary>
public enum BuildingUse
{
    /// <summary>Not known, or none of these.</summary>
    Other,

    /// <summary>Flats and houses.</summary>
    Residential,

    /// <summary>Offices, public administration, laboratories.</summary>
    Office,

    /// <summary>Shops, malls, restaurants.</summary>
    Retail,

    /// <summary>Schools, kindergartens, universities.</summary>
    School,

    /// <summary>Hotels and dormitories.</summary>
    Hotel,

    /// <summary>Hospitals and clinics.</summary>
    Hospital,

    /// <summary>Factories, workshops, warehouses.</summary>
    Industrial,
}

namespace DigitalTwin.Buildings.Sun;

/// <summary>How the sky's diffuse radiation is spread over it.</summary>
public enum SkyModel
{
    /// <summary>Perez, Ineichen, Seals, Michalsky and Stewart 1990: a bright disc around the sun and a bright (or dark) band at the horizon over an even sky.</summary>
    Perez,

    /// <summary>Hay and Davies 1980: an even sky and a disc around the sun.</summary>
    HayDavies,

    /// <summary>Liu and Jordan 1963: even.</summary>
    Isotropic,
}

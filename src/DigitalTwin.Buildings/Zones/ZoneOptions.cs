using DigitalTwin.Buildings.Sun;

namespace DigitalTwin.Buildings.Zones;

/// <summary>How heat passes between a face and air.</summary>
public enum FilmModel
{
    /// <summary>
    /// Inside, natural convection by difference of temperature and direction of flow (Walton 1983, TARP); outside, that and the wind (MoWiTT, Yazdanian and Klems 1994, in the form of DOE-2 for rough faces).
    /// </summary>
    ByTemperatureAndWind,

    /// <summary>Constants of ISO 52016-1:2017: inside 2.5 on walls, 5.0 where heat rises, 0.7 where it sinks; outside 20 W/(m² K).</summary>
    Constant,
}

/// <summary>Choices of the detailed zone model that are no property of the building.</summary>
public sealed record ZoneOptions
{
    /// <summary>How diffuse radiation is spread over the sky.</summary>
    public SkyModel Sky { get; init; } = SkyModel.Perez;

    /// <summary>Convection at faces.</summary>
    public FilmModel Films { get; init; } = FilmModel.ByTemperatureAndWind;

    /// <summary>Longest step within a call, s.</summary>
    public double LongestStep { get; init; } = 600;

    /// <summary>Heat capacity of furniture, J per K and m² of floor, which follows the air (ISO 52016-1:2017, table B.17: 10,000).</summary>
    public double Furniture { get; init; } = 10_000;

    /// <summary>Solar absorptance of inner faces, 0 to 1: 0.6 is BESTEST's, and between white paint (0.3) and wood or carpet (0.6 to 0.8).</summary>
    public double InnerAbsorptance { get; init; } = 0.6;

    /// <summary>Thermal emittance of inner faces, 0 to 1 (most building materials 0.9; EN ISO 6946).</summary>
    public double InnerEmittance { get; init; } = 0.9;

    /// <summary>Height of the zone's middle above the ground, m, at which the wind on its walls is taken; NaN for half of volume over footprint.</summary>
    public double Height { get; init; } = double.NaN;

    /// <summary>Exponent of the wind profile from 10 m to <see cref="Height"/>: 0.14 open country, 0.22 suburbs, 0.33 towns (ASHRAE Fundamentals 2021, ch. 24, table 1).</summary>
    public double WindExponent { get; init; } = 0.14;

    /// <summary>What stands around, for a face by the azimuth of its normal in degrees; null for an open horizon.</summary>
    public Func<double, Horizon>? Horizons { get; init; }

    internal void Check()
    {
        if (!(LongestStep > 0)) throw new ArgumentException($"The longest step is above 0 s; found {LongestStep}.");
        if (!(Furniture >= 0)) throw new ArgumentException($"The capacity of furniture is at least 0; found {Furniture} J/(K m2).");
        if (!(InnerAbsorptance is > 0 and <= 1)) throw new ArgumentException($"Inner faces absorb between 0 and 1 of the sun; found {InnerAbsorptance}.");
        if (!(InnerEmittance is > 0 and <= 1)) throw new ArgumentException($"Inner faces have an emittance between 0 and 1; found {InnerEmittance}.");
    }
}

namespace DigitalTwin.Buildings.Envelope;

/// <summary>An opaque part of a zone's envelope.</summary>
public sealed record OpaqueSurface
{
    /// <summary>What it is.</summary>
    public required SurfaceKind Kind { get; init; }

    /// <summary>What lies behind it.</summary>
    public Exposure Exposure { get; init; } = Exposure.Outdoors;

    /// <summary>Net area, without windows, m².</summary>
    public required double Area { get; init; }

    /// <summary>Whither the outward normal points, degrees clockwise from north, [0, 360); without meaning where <see cref="Tilt"/> is 0 or 180.</summary>
    public double Azimuth { get; init; }

    /// <summary>Angle of the outward normal from the zenith, degrees: 0 a flat roof, 90 a wall, 180 a floor over air.</summary>
    public double Tilt { get; init; } = 90;

    /// <summary>Thermal transmittance from air to air (to the ground: to its temperature), W/(m² K).</summary>
    public required double UValue { get; init; }

    /// <summary>Layers, where they are known; null where only the transmittance is.</summary>
    public Construction? Construction { get; init; }

    /// <summary>Solar absorptance of the outer face, 0 to 1.</summary>
    public double SolarAbsorptance { get; init; } = 0.6;

    /// <summary>Thermal emittance of the outer face, 0 to 1.</summary>
    public double Emittance { get; init; } = 0.9;
}

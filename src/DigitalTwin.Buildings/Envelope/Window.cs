namespace DigitalTwin.Buildings.Envelope;

/// <summary>A glazed part of a zone's envelope.</summary>
public sealed record Window
{
    /// <summary>Area with frame, m².</summary>
    public required double Area { get; init; }

    /// <summary>Whither the outward normal points, degrees clockwise from north, [0, 360).</summary>
    public double Azimuth { get; init; }

    /// <summary>Angle of the outward normal from the zenith, degrees: 90 a window in a wall, 0 a roof light.</summary>
    public double Tilt { get; init; } = 90;

    /// <summary>Thermal transmittance from air to air, with frame, W/(m² K).</summary>
    public required double UValue { get; init; }

    /// <summary>Total solar energy transmittance g (solar heat gain coefficient) of the glazing at normal incidence, 0 to 1.</summary>
    public required double SolarFactor { get; init; }

    /// <summary>Panes, from which the dependence on the angle of incidence follows.</summary>
    public int Panes { get; init; } = 2;

    /// <summary>Part of <see cref="Area"/> that is frame, 0 to 1.</summary>
    public double FrameShare { get; init; }

    /// <summary>Height of the window, m, where its overhang and fins shade it; the width follows from the area.</summary>
    public double Height { get; init; } = 1.5;

    /// <summary>Depth of an overhang above the window, m; 0 for none. It begins at the window's upper edge and is as long as the wall, unless <see cref="Surround"/> says more.</summary>
    public double Overhang { get; init; }

    /// <summary>Overhang and fins in every detail; null where <see cref="Overhang"/> says all there is.</summary>
    public WindowSurround? Surround { get; init; }

    /// <summary>Panes and gaps, where they are known; null where <see cref="SolarFactor"/>, <see cref="UValue"/> and <see cref="Panes"/> say all there is.</summary>
    public Glazing.GlassUnit? Glass { get; init; }

    /// <summary>Part of the sun that movable shades let through when they are down, 0 to 1; 1 for no shades.</summary>
    public double ShadeFactor { get; init; } = 1;
}

using DigitalTwin.Buildings.Envelope;

namespace DigitalTwin.Buildings.Records;

/// <summary>An outer surface as a source describes it.</summary>
public sealed record RecordedSurface
{
    /// <summary>What it is; null for a window.</summary>
    public SurfaceKind? Kind { get; init; }

    /// <summary>What lies behind it.</summary>
    public Exposure Exposure { get; init; } = Exposure.Outdoors;

    /// <summary>Area, m²: of an opaque surface without its windows where the source has these.</summary>
    public required double Area { get; init; }

    /// <summary>Whither the outward normal points, degrees clockwise from north; NaN where not known.</summary>
    public double Azimuth { get; init; } = double.NaN;

    /// <summary>Angle of the outward normal from the zenith, degrees.</summary>
    public double Tilt { get; init; } = 90;

    /// <summary>Thermal transmittance, W/(m² K); NaN where not known.</summary>
    public double UValue { get; init; } = double.NaN;

    /// <summary>Layers, where known.</summary>
    public Construction? Construction { get; init; }

    /// <summary>Whose values these are.</summary>
    public required string Source { get; init; }
}

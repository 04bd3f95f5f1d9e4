namespace DigitalTwin.Buildings.Envelope;

/// <summary>A space of one air temperature with what surrounds it: what every thermal model of this library is given. Who uses it, and how it is heated and cooled, is not part of it.</summary>
public sealed record ThermalZone
{
    /// <summary>Conditioned floor area A_f, m².</summary>
    public required double FloorArea { get; init; }

    /// <summary>Volume of air, m³.</summary>
    public required double Volume { get; init; }

    /// <summary>Opaque envelope.</summary>
    public required IReadOnlyList<OpaqueSurface> Opaque { get; init; }

    /// <summary>Windows.</summary>
    public required IReadOnlyList<Window> Windows { get; init; }

    /// <summary>Air that leaks in, volumes of the zone per hour.</summary>
    public double Infiltration { get; init; } = 0.5;

    /// <summary>Class of heat capacity, used where constructions are not known.</summary>
    public ThermalMass Mass { get; init; } = ThermalMass.Medium;

    /// <summary>Height above the sea, m: it thins the air.</summary>
    public double Altitude { get; init; }
}

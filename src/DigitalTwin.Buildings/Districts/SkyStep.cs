using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DigitalTwin.Buildings.Districts;

/// <summary>The sun and the sky of a step at one place, on the directions into which buildings resolve it.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct SkyStep
{
    /// <summary>Whether there is any light.</summary>
    public bool IsDay;

    /// <summary>How many directions the sun lights.</summary>
    public int Lit;

    /// <summary>Which, those that shades close behind the others; the first <see cref="Open"/> are open.</summary>
    public Directions<int> Sector;

    /// <summary>How many of the lit directions have so little sun that shades are up.</summary>
    public int Open;

    /// <summary>Direct radiation by lit direction, W/m²: with the glass's dependence on the angle, and without.</summary>
    public Directions<double> ThroughGlass, OnOpaque;

    /// <summary>The same on the horizontal.</summary>
    public double UpThroughGlass, UpOnOpaque;

    /// <summary>Diffuse radiation of the sky on a wall and on a flat roof, and of the ground on a wall, W/m².</summary>
    public double SkyVertical, SkyHorizontal, GroundVertical;

    /// <summary>Altitude of the sun, radians.</summary>
    public double Altitude;

    /// <summary>Column of the horizon below the sun.</summary>
    public int Horizon;

    /// <summary>Radiation in the plane of photovoltaics, W/m².</summary>
    public double OnPhotovoltaics;
}

/// <summary>A value by direction.</summary>
[InlineArray(Lane.Sectors)]
internal struct Directions<T>
{
    private T first;
}

namespace DigitalTwin.Buildings.Glazing;

/// <summary>What becomes of radiation on a glass unit, as parts of what arrives; what is left is reflected.</summary>
/// <param name="Transmitted">Into the room.</param>
/// <param name="Outer">Absorbed at the outer face.</param>
/// <param name="Inner">Absorbed at the inner face.</param>
public readonly record struct GlassAnswer(double Transmitted, double Outer, double Inner)
{
    /// <summary>Goes back to where it came from.</summary>
    public double Reflected => 1 - Transmitted - Outer - Inner;

    /// <summary>A weighted sum.</summary>
    internal static GlassAnswer Mix(in GlassAnswer a, double x, in GlassAnswer b, double y) =>
        new((a.Transmitted * x) + (b.Transmitted * y), (a.Outer * x) + (b.Outer * y), (a.Inner * x) + (b.Inner * y));
}

namespace DigitalTwin.Buildings.Envelope;

/// <summary>What a surface of the envelope is.</summary>
public enum SurfaceKind
{
    /// <summary>A wall.</summary>
    Wall,

    /// <summary>A roof.</summary>
    Roof,

    /// <summary>The lowest floor.</summary>
    Floor,

    /// <summary>A door.</summary>
    Door,
}

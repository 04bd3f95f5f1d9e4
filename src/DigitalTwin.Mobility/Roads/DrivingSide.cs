namespace DigitalTwin.Mobility.Roads;

/// <summary>The side of the road on which one drives; the kerb of a link is on this side of it.</summary>
public enum DrivingSide : byte
{
    /// <summary>Right: China, most of Europe, the Americas.</summary>
    Right,

    /// <summary>Left: Britain, Japan, Hong Kong.</summary>
    Left,
}

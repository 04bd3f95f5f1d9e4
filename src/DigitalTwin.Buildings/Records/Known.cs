namespace DigitalTwin.Buildings.Records;

/// <summary>A value and where it came from.</summary>
/// <param name="Value">The value, SI.</param>
/// <param name="Source">Whose value: a file (<c>tower.ifc</c>), <c>archetype residential-2001</c>, <c>derived</c>.</param>
public sealed record Known<T>(T Value, string Source);

namespace DigitalTwin.Buildings.Ifc.Quality;

/// <summary>What a file lacks and what is wrong with it.</summary>
public sealed record IfcQuality
{
    internal static IfcQuality Of(IfcModel model) => new();
}

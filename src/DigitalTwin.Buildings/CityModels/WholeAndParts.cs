using DigitalTwin.Buildings.Shapes;

namespace DigitalTwin.Buildings.CityModels;

/// <summary>Some models give a building its parts' geometry once more: it must not count twice.</summary>
internal static class WholeAndParts
{
    /// <summary>Whether a building's own geometry, its first part, says again what the others say: from the same lowest to the same highest point, as much roof and ground, within a twentieth.</summary>
    public static bool SayTheSame(BuildingShape shape)
    {
        Span<(double Low, double High, double Area)> sides = [(double.PositiveInfinity, double.NegativeInfinity, 0), (double.PositiveInfinity, double.NegativeInfinity, 0)];
        foreach (var shell in shape.Shells)
        {
            ref var side = ref sides[shell.Part == 0 ? 0 : 1];
            for (var face = shell.FirstFace; face < shell.FirstFace + shell.FaceCount; face++)
            {
                var (low, high) = shape.Heights(face);
                side = (Math.Min(side.Low, low), Math.Max(side.High, high), side.Area + (shape.Kind(face) is FaceKind.Roof or FaceKind.Ground ? shape.Area(face) : 0));
            }
        }
        var (own, parts) = (sides[0], sides[1]);
        var near = 0.05 * Math.Max(own.High - own.Low, parts.High - parts.Low);
        return Math.Abs(own.Low - parts.Low) <= near && Math.Abs(own.High - parts.High) <= near && Math.Abs(own.Area - parts.Area) <= 0.05 * Math.Max(own.Area, parts.Area);
    }
}

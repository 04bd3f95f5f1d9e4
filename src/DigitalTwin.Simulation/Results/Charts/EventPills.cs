namespace DigitalTwin.Simulation.Results.Charts;

/// <summary>
/// Numbers above a chart that never touch: marks whose discs would overlap share one, which then says <c>2–4</c> and stands above the middle of theirs.
/// </summary>
internal static class EventPills
{
    private const double Disc = 13, PerCharacter = 5.2, Gap = 2;

    /// <summary>A pill: where its middle is, how wide it is, what it says, and the places of the marks that it stands for.</summary>
    public sealed record Pill(double X, double Width, string Text, IReadOnlyList<double> Marks);

    /// <summary>Pills for marks at ascending places, within [left, right].</summary>
    /// <param name="marks">Number and place of each.</param>
    /// <param name="left">Left end of the chart.</param>
    /// <param name="right">Right end of the chart.</param>
    public static IReadOnlyList<Pill> Of(IEnumerable<(int Number, double X)> marks, double left, double right)
    {
        var groups = new List<List<(int Number, double X)>>();
        foreach (var mark in marks)
        {
            groups.Add([mark]);
            while (groups.Count > 1 && Overlap(groups[^2], groups[^1]))
            {
                groups[^2].AddRange(groups[^1]);
                groups.RemoveAt(groups.Count - 1);
            }
        }
        return [.. groups.Select(g => new Pill(Middle(g), Width(g), Text(g), [.. g.Select(m => m.X).Distinct()]))];

        bool Overlap(List<(int, double)> a, List<(int, double)> b) => Middle(a) + (Width(a) / 2) + Gap > Middle(b) - (Width(b) / 2);

        double Middle(List<(int Number, double X)> group) =>
            Math.Clamp((group[0].X + group[^1].X) / 2, left + (Width(group) / 2), Math.Max(left + (Width(group) / 2), right - (Width(group) / 2)));
    }

    private static string Text(List<(int Number, double X)> group) => group.Count == 1 ? $"{group[0].Number}" : $"{group[0].Number}–{group[^1].Number}";

    private static double Width(List<(int Number, double X)> group) => Disc + ((Text(group).Length - 1) * PerCharacter);
}

using DigitalTwin.Numerics.Statistics;
using DigitalTwin.Simulation.Results.Report;

namespace DigitalTwin.Simulation.Results.Charts;

/// <summary>A difference and its interval on a line through zero, small enough for a cell of a table.</summary>
internal static class IntervalPlot
{
    private const double Width = 130, Height = 18;

    /// <summary>Draws it on a scale that reaches <paramref name="reach"/> either way; <paramref name="css"/> gives the colour.</summary>
    public static void Draw(Markup page, double estimate, ConfidenceInterval? interval, double reach, string css)
    {
        double X(double value) => (Width / 2) + (Math.Clamp(value / (reach > 0 ? reach : 1), -1, 1) * ((Width / 2) - 6));
        page.Open("svg", ("class", "interval " + css), ("viewBox", $"0 0 {Width} {Height}"), ("width", $"{Width}"), ("height", $"{Height}"), ("aria-hidden", "true"));
        page.Leaf("path", ("class", "rail"), ("d", $"M4 {Height / 2}H{Width - 4}"));
        page.Leaf("path", ("class", "zero"), ("d", $"M{Width / 2} 2V{Height - 2}"));
        if (interval is { } known)
            page.Leaf("path", ("class", "span"), ("d", $"M{Markup.At(X(known.Low))} {Height / 2}H{Markup.At(X(known.High))}M{Markup.At(X(known.Low))} 5.5v7M{Markup.At(X(known.High))} 5.5v7"));
        page.Leaf("circle", ("class", "dot"), ("cx", Markup.At(X(estimate))), ("cy", $"{Height / 2}"), ("r", "3.4"));
        page.Close();
    }
}

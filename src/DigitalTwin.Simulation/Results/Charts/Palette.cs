namespace DigitalTwin.Simulation.Results.Charts;

/// <summary>
/// Colours that people with any colour vision tell apart (Okabe and Ito 2008, "Color Universal Design"), each with a dash pattern, so that
/// lines stay apart on a black-and-white print too. Their yellow is left out: it does not show on white.
/// </summary>
internal static class Palette
{
    private static readonly (string Colour, string Dashes)[] Styles =
    [
        ("#0072B2", "none"), ("#D55E00", "7 3"), ("#009E73", "2 2.5"), ("#CC79A7", "9 3 2 3"), ("#E69F00", "4 2"), ("#56B4E9", "12 3"), ("#000000", "1.5 3"),
    ];

    /// <summary>Colour and dash pattern of the i-th contender; after seven they begin again with other dashes.</summary>
    public static (string Colour, string Dashes) Of(int contender)
    {
        var (colour, dashes) = Styles[contender % Styles.Length];
        return (colour, contender < Styles.Length ? dashes : Styles[(contender + (contender / Styles.Length)) % Styles.Length].Dashes);
    }
}

namespace DigitalTwin.Simulation.Results;

/// <summary>What was found in a file, fit to be quoted in a sentence: on one line and not too long, whatever the file holds.</summary>
internal static class Excerpt
{
    private const int Longest = 60;

    public static string Of(string found)
    {
        var shown = found.Length <= Longest ? found : found[..Longest] + "…";
        return string.Create(shown.Length, shown, (span, text) =>
        {
            for (var i = 0; i < span.Length; i++) span[i] = char.IsControl(text[i]) ? '\uFFFD' : text[i];
        });
    }
}

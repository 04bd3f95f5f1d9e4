namespace DigitalTwin.Numerics.Text;

/// <summary>A text a user reads, in English and Chinese.</summary>
/// <param name="En">English.</param>
/// <param name="Zh">Chinese; the English text when null.</param>
public readonly record struct LocalizedText(string En, string? Zh = null)
{
    /// <summary>The text in a language: <c>zh</c> or anything else for English.</summary>
    public string In(string language) => language == "zh" ? Zh ?? En : En;

    /// <inheritdoc/>
    public override string ToString() => En;
}

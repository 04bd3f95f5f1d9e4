namespace DigitalTwin.Weather;

/// <summary>A text a user reads, in English and Chinese.</summary>
/// <param name="En">English.</param>
/// <param name="Zh">Chinese.</param>
public readonly record struct Wording(string En, string Zh)
{
    /// <summary>The text in a language: <c>zh</c>, or anything else for English.</summary>
    public string In(string language) => language == "zh" ? Zh : En;

    /// <inheritdoc/>
    public override string ToString() => En;
}

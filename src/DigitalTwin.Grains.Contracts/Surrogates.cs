using DigitalTwin.Numerics.Text;

namespace DigitalTwin.Grains.Contracts;

/// <summary>How a <see cref="LocalizedText"/> travels: Numerics knows no grain.</summary>
[GenerateSerializer, Immutable, Alias("dt.localized-text")]
public readonly record struct LocalizedTextSurrogate([property: Id(0)] string En, [property: Id(1)] string? Zh);

/// <summary>Between the text and what travels.</summary>
[RegisterConverter]
public sealed class LocalizedTextConverter : IConverter<LocalizedText, LocalizedTextSurrogate>
{
    /// <inheritdoc/>
    public LocalizedText ConvertFromSurrogate(in LocalizedTextSurrogate surrogate) => new(surrogate.En, surrogate.Zh);

    /// <inheritdoc/>
    public LocalizedTextSurrogate ConvertToSurrogate(in LocalizedText value) => new(value.En, value.Zh);
}

using System.Runtime.InteropServices;

namespace DigitalTwin.Grains.Contracts.Runs;

/// <summary>Numbers that travel: by reference within a process, as their bits in one piece between processes.</summary>
/// <param name="Values">The numbers; nobody changes them while they travel.</param>
public readonly record struct Numbers(ReadOnlyMemory<double> Values);

/// <summary>How <see cref="Numbers"/> travel between processes: eight bytes each, little-endian.</summary>
[GenerateSerializer, Immutable, Alias("dt.numbers")]
public readonly record struct NumbersSurrogate([property: Id(0)] byte[] Bits);

/// <summary>Between the numbers and their bits. Every machine that .NET runs on is little-endian.</summary>
[RegisterConverter]
public sealed class NumbersConverter : IConverter<Numbers, NumbersSurrogate>
{
    /// <inheritdoc/>
    public Numbers ConvertFromSurrogate(in NumbersSurrogate surrogate) => new(MemoryMarshal.Cast<byte, double>(surrogate.Bits).ToArray());

    /// <inheritdoc/>
    public NumbersSurrogate ConvertToSurrogate(in Numbers value) => new(MemoryMarshal.AsBytes(value.Values.Span).ToArray());
}

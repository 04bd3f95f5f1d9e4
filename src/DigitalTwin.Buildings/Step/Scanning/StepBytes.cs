namespace DigitalTwin.Buildings.Step.Scanning;

/// <summary>The bytes of a file, wherever they are.</summary>
internal abstract class StepBytes : IDisposable
{
    public abstract long Length { get; }

    /// <summary>A part of at most 2 GiB.</summary>
    public abstract ReadOnlySpan<byte> Span(long offset, int length);

    public abstract void Dispose();
}

/// <summary>Bytes in memory.</summary>
internal sealed class HeldBytes(ReadOnlyMemory<byte> bytes) : StepBytes
{
    public override long Length => bytes.Length;

    public override ReadOnlySpan<byte> Span(long offset, int length) => bytes.Span.Slice((int)offset, length);

    public override void Dispose()
    {
    }
}

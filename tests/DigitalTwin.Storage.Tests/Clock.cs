namespace DigitalTwin.Storage.Tests;

/// <summary>A clock that stands still until it is told.</summary>
internal sealed class Clock : TimeProvider
{
    public static DateTimeOffset Start { get; } = new(2025, 7, 8, 6, 0, 0, TimeSpan.Zero);

    public DateTimeOffset Now { get; set; } = Start;

    public override DateTimeOffset GetUtcNow() => Now;
}

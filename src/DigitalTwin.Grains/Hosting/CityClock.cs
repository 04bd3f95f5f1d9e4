namespace DigitalTwin.Grains.Hosting;

/// <summary>The clock by which twins judge; apart from the one that the silo runs on, so that a test can hold it.</summary>
/// <param name="Time">The clock.</param>
public sealed record CityClock(TimeProvider Time);

namespace DigitalTwin.Simulation.Starting;

/// <summary>
/// From where a run starts when it does not start from the files of its map: what a world knew at an instant. A value: it holds no store and no twin,
/// travels as bytes and is known by its hash. Two points with one <see cref="Hash"/> start runs of the same bits.
/// </summary>
public sealed class StartingPoint
{
    private readonly StartingReading[] readings;
    private readonly Lazy<byte[]> bytes;
    private readonly Lazy<string> hash;

    private StartingPoint(string world, string map, DateTimeOffset instant, StartingReading[] readings)
    {
        (World, Map, Instant, this.readings) = (world, map, instant.ToUniversalTime(), readings);
        bytes = new(() => StartingBytes.Write(this));
        hash = new(() => StartingBytes.HashOf(bytes.Value));
    }

    /// <summary>The world's name.</summary>
    public string World { get; }

    /// <summary>Content hash of the world's map.</summary>
    public string Map { get; }

    /// <summary>The instant at which the world is taken, UTC. No reading is younger.</summary>
    public DateTimeOffset Instant { get; }

    /// <summary>One reading an asset and property, in the ordinal order of both.</summary>
    public IReadOnlyList<StartingReading> Readings => readings;

    /// <summary>SHA-256 of <see cref="ToBytes"/>, lower-case hexadecimal.</summary>
    public string Hash => hash.Value;

    /// <summary>
    /// The starting point of what a world says of its assets. Where it says several things of one property (observed and simulated), the newest usable one
    /// counts, of two at the same instant the one that was not simulated. What lies after the instant does not count.
    /// </summary>
    /// <param name="world">The world's name.</param>
    /// <param name="map">Content hash of its map.</param>
    /// <param name="instant">The instant.</param>
    /// <param name="readings">Readings in any order.</param>
    public static StartingPoint Of(string world, string map, DateTimeOffset instant, IEnumerable<StartingReading> readings)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(readings);
        var chosen = new Dictionary<(string, string), StartingReading>();
        foreach (var given in readings)
        {
            if (given.ObservedAt > instant) continue;
            var reading = given with { ObservedAt = given.ObservedAt.ToUniversalTime() };
            var key = (reading.Asset, reading.Property);
            if (!chosen.TryGetValue(key, out var other) || Precedence(reading, other) > 0) chosen[key] = reading;
        }
        StartingReading[] sorted = [.. chosen.Values];
        Array.Sort(sorted, static (a, b) => Order(a, b.Asset, b.Property));
        return new(world, map, instant, sorted);
    }

    /// <summary>The reading of a property of an asset, or null.</summary>
    public StartingReading? Find(string asset, string property)
    {
        var (low, high) = (0, readings.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var order = Order(readings[middle], asset, property);
            if (order == 0) return readings[middle];
            if (order < 0) low = middle + 1;
            else high = middle - 1;
        }
        return null;
    }

    /// <summary>How old a reading was at the instant.</summary>
    public TimeSpan Age(StartingReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        return Instant - reading.ObservedAt;
    }

    /// <summary>Everything, bit by bit; the same bytes for the same content.</summary>
    public byte[] ToBytes() => bytes.Value;

    /// <summary>Reads what <see cref="ToBytes"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The bytes are cut off, changed, or of something else.</exception>
    public static StartingPoint FromBytes(ReadOnlySpan<byte> bytes)
    {
        var (world, map, instant, readings) = StartingBytes.Read(bytes);
        return new(world, map, instant, readings);
    }

    private static int Order(StartingReading reading, string asset, string property) =>
        string.CompareOrdinal(reading.Asset, asset) is not 0 and var byAsset ? byAsset : string.CompareOrdinal(reading.Property, property);

    /// <summary>Above 0 when a reading counts before another of the same property. What comes after the quality only settles ties, so that the order of arrival does not.</summary>
    private static int Precedence(StartingReading a, StartingReading b)
    {
        var (first, second) = (Rank(a), Rank(b));
        if (first != second) return first.CompareTo(second);
        if (string.CompareOrdinal(a.Source, b.Source) is not 0 and var bySource) return bySource;
        return a.Value.CompareTo(b.Value) is not 0 and var byValue ? byValue : string.CompareOrdinal(a.Text, b.Text);
    }

    private static (bool, DateTimeOffset, bool, int) Rank(StartingReading reading) =>
        (reading.IsUsable, reading.ObservedAt, reading.Origin != ReadingOrigin.Simulated, -(int)reading.Quality);
}

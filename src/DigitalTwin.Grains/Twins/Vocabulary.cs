using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Grains.Twins;

/// <summary>What the values of a property are.</summary>
internal enum ValueKind
{
    /// <summary>A number.</summary>
    Number,

    /// <summary>A whole number from 0.</summary>
    Count,

    /// <summary>One of a few words, or its code: 0 closed, 1 open, 2 active, as runs write them.</summary>
    Position,

    /// <summary>What only the twin itself writes.</summary>
    Own,
}

/// <summary>A property that twins of a type know.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Unit">Its unit; empty for a count, a share or a word.</param>
/// <param name="Kind">What its values are.</param>
/// <param name="Words">The words that are accepted of a position.</param>
internal sealed record KnownProperty(string Name, string Unit, ValueKind Kind = ValueKind.Number, params string[] Words);

/// <summary>
/// The properties that twins of a type know, with their units. A property that is not among them is the owner's own and taken as it comes, but for one that is a slip
/// of the finger away from a known one: nobody would notice that the real one has gone silent.
/// </summary>
internal sealed class Vocabulary
{
    private static readonly string[] OpenClosed = ["open", "closed", "on", "off", "running", "stopped"];
    private static readonly KnownProperty Status = new("status", "", ValueKind.Position, OpenClosed);
    private static readonly Vocabulary None = new();

    private static readonly Dictionary<string, Vocabulary> ByType = new(StringComparer.Ordinal)
    {
        ["water/junction"] = new(new("pressure", "m"), new("head", "m"), new("demand", "m³/s"), new("demand-factor", ""), new("quality", ""), new("chlorine", "mg/L"), new("turbidity", "NTU"), new("temperature", "degC")),
        ["water/reservoir"] = new(new("head", "m"), new("level", "m"), new("flow", "m³/s"), new("quality", "")),
        ["water/tank"] = new(new("level", "m"), new("head", "m"), new("pressure", "m"), new("flow", "m³/s"), new("volume", "m³"), new("quality", ""), new("chlorine", "mg/L"), new("temperature", "degC")),
        ["water/pipe"] = new(new("flow", "m³/s"), new("velocity", "m/s"), new("headloss", "m"), Status, new("quality", "")),
        ["water/pump"] = new(Status, new("setting", ""), new("flow", "m³/s"), new("speed", ""), new("power", "W"), new("energy-register", "J"), new("headloss", "m")),
        ["water/valve"] = new(new("status", "", ValueKind.Position, [.. OpenClosed, "active"]), new("setting", ""), new("flow", "m³/s"), new("velocity", "m/s"), new("headloss", "m"), new("opening", "")),
        ["parking/lot"] = new(new("occupancy", "", ValueKind.Count), new("entries", "", ValueKind.Count), new("exits", "", ValueKind.Count), Status, new("capacity", "", ValueKind.Count), new("queue", "", ValueKind.Count), new("reservation", "", ValueKind.Own)),
        ["building/building"] = new(
            new("energy-register", "J"), new("heat-register", "J"), new("water-register", "m³"), new("gas-register", "m³"), new("power", "W"), new("water-flow", "m³/s"),
            new("indoor-temperature", "degC"), new("indoor-humidity", "%"), new("carbon-dioxide", "ppm"), new("occupancy", "", ValueKind.Count), Status),
        ["weather/station"] = new(
            new("air-temperature", "degC"), new("relative-humidity", "%"), new("dew-point", "degC"), new("pressure", "Pa"), new("wind-speed", "m/s"), new("wind-direction", "deg"), new("wind-gust", "m/s"),
            new("cloud-cover", ""), new("visibility", "m"), new("ground-temperature", "degC"), new("road-temperature", "degC"), new("global-radiation", "W/m²"), new("direct-radiation", "W/m²"),
            new("diffuse-radiation", "W/m²"), new("infrared-radiation", "W/m²"), new("precipitation", "mm/h"), new("precipitation-amount", "mm")),
        ["city/district"] = new(new("demand", "m³/s"), new("inflow", "m³/s")),
        ["road/link"] = new(new("speed", "m/s"), new("flow", "veh/s"), new("density", "veh/m"), new("queue", "m"), new("delay", "s"), Status),
    };

    private readonly KnownProperty[] known;
    private readonly string[] names;

    private Vocabulary(params KnownProperty[] known) => (this.known, names) = (known, [.. known.Select(k => k.Name)]);

    /// <summary>The vocabulary of an asset, by the type in its id.</summary>
    public static Vocabulary Of(string asset)
    {
        var second = asset.IndexOf('/', asset.IndexOf('/') + 1);
        return second > 0 && ByType.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(asset.AsSpan(0, second), out var found) ? found : None;
    }

    /// <summary>All known properties, by type of asset.</summary>
    public static IEnumerable<(string Type, KnownProperty Property)> All => ByType.SelectMany(v => v.Value.known, (v, p) => (v.Key, p));

    public KnownProperty? Find(string property)
    {
        foreach (var p in known)
            if (p.Name == property) return p;
        return null;
    }

    /// <summary>The known property that an unknown one is a slip away from, or null: digits at its end and a beginning <c>x-</c> are meant.</summary>
    public string? SlipOf(string property)
    {
        if (property.StartsWith("x-", StringComparison.Ordinal) || char.IsAsciiDigit(property[^1])) return null;
        // A slip costs a letter at most; 'air-pressure' beside 'pressure' is meant.
        return property.Length >= 4 && NearestName.Of(property, names.Where(n => Math.Abs(n.Length - property.Length) <= 1)) is { } near ? near : null;
    }
}

using System.Text.Json;
using System.Text.Json.Serialization;
using DigitalTwin.Numerics.Hashing;

namespace DigitalTwin.Grains.Worlds.Copies;

/// <summary>What <c>world.json</c> of an exported world says: what the world was, and the hash of every file beside it.</summary>
/// <param name="Format">Always <see cref="CurrentFormat"/>.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it was for.</param>
/// <param name="Map">Content hash of its map, whose files lie in <c>map/</c>.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="Parent">The world it was forked from, or null; what it shared with that is in the export.</param>
/// <param name="ForkedAt">The instant of the fork, or null.</param>
/// <param name="Counts">How much of everything there is.</param>
/// <param name="Files">SHA-256 of every file, by its path with slashes.</param>
public sealed record WorldManifest(
    string Format, string Name, WorldKind Kind, string Map, DateTimeOffset CreatedAt, string? Parent, DateTimeOffset? ForkedAt, WorldCounts Counts, SortedDictionary<string, string> Files)
{
    /// <summary>What this version writes and reads.</summary>
    public const string CurrentFormat = "digital-twin-world/1";

    /// <summary>The manifest's file.</summary>
    public const string File = "world.json";

    /// <summary>Folder of the map's files.</summary>
    public const string MapFolder = "map";

    /// <summary>Observations.</summary>
    public const string Observations = "observations.csv";

    /// <summary>Alerts.</summary>
    public const string Alerts = "alerts.csv";

    /// <summary>Commands and what became of them.</summary>
    public const string Commands = "commands.jsonl";

    /// <summary>What twins watch.</summary>
    public const string Rules = "rules.jsonl";

    /// <summary>Which simulated frame is where.</summary>
    public const string Frames = "frames.csv";

    /// <summary>The run that a world is the outcome of, with its KPIs; only there for such a world.</summary>
    public const string Run = "run.json";

    internal static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Hashes of all files below a folder but the manifest itself.</summary>
    internal static SortedDictionary<string, string> Hashes(string folder)
    {
        var hashes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            if (Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/') is var name && name != File) hashes.Add(name, ContentHash.OfFile(path));
        return hashes;
    }
}

/// <summary>How much of everything an exported world has.</summary>
/// <param name="Observations">Readings.</param>
/// <param name="Alerts">Alerts, those that are over included.</param>
/// <param name="Commands">Commands.</param>
/// <param name="Rules">Twins that watch something.</param>
/// <param name="Frames">Simulated frames.</param>
public sealed record WorldCounts(long Observations, long Alerts, long Commands, long Rules, long Frames);

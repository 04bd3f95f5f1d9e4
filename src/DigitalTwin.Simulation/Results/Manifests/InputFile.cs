using System.Security.Cryptography;

namespace DigitalTwin.Simulation.Results.Manifests;

/// <summary>A file a run was made from.</summary>
/// <param name="Path">Path as the user would give it, with forward slashes.</param>
/// <param name="Sha256">SHA-256 of its bytes, lower-case hexadecimal.</param>
/// <param name="Bytes">Its size.</param>
public sealed record InputFile(string Path, string Sha256, long Bytes)
{
    /// <summary>Reads the file on disk and stamps it. <paramref name="shownAs"/> is the path to record; the path itself when null.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static InputFile Stamp(string path, string? shownAs = null)
    {
        using var stream = File.OpenRead(path);
        var hash = SHA256.HashData(stream);
        return new((shownAs ?? path).Replace('\\', '/'), Convert.ToHexStringLower(hash), stream.Length);
    }
}

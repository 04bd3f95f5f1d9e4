using DigitalTwin.Client.Files;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Cli.Worlds;

/// <summary>A world at an instant, as the command line names it: <c>live</c>, <c>live@2025-07-08T17:00+08:00</c>.</summary>
/// <param name="Name">The world.</param>
/// <param name="At">The instant; the newest of the world when null.</param>
internal readonly record struct WorldAt(string Name, DateTimeOffset? At)
{
    /// <summary>Reads it.</summary>
    /// <exception cref="InputException">What is behind the @ is no instant.</exception>
    public static WorldAt Parse(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        if (at < 0) return new(text, null);
        var instant = text[(at + 1)..];
        if (InstantText.TryParse(instant, null, out var known)) return new(text[..at], known);
        throw new InputException("", InstantText.TryParse(instant, TimeSpan.Zero, out _)
            ? $"'{text}' names an instant without an offset; say which is meant, as in {text}Z or {text}+08:00."
            : $"'{text}' names no instant behind its @; {InstantText.Accepted}.");
    }
}

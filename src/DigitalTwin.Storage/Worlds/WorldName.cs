namespace DigitalTwin.Storage.Worlds;

/// <summary>Names of worlds: small letters, digits, hyphens and dots, beginning with a letter or digit; at most 64 characters. They stand in keys, paths and addresses as they are.</summary>
public static class WorldName
{
    /// <summary>Longest name, characters.</summary>
    public const int Longest = 64;

    /// <summary>Null when the name is one, otherwise the sentence that says why not.</summary>
    public static string? Problem(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Length is 0 or > Longest || !char.IsAsciiLetterOrDigit(name[0]) || name.Any(c => !(char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '.'))
            ? $"'{(name.Length > Longest ? name[..Longest] + "…" : name)}' is not a name for a world; a name has small letters, digits, hyphens and dots, begins with a letter or digit and has at most {Longest} characters."
            : null;
    }

    /// <summary>The name of a world that is not yet published: no world can be called so.</summary>
    internal static string OfDraft(string name) => "." + name;

    /// <summary>Whether a name is that of a world that is not yet published.</summary>
    internal static bool IsDraft(string name) => name.StartsWith('.');
}

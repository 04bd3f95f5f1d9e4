using System.Diagnostics.CodeAnalysis;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Cities.Assets;

/// <summary>
/// The name of one asset in a city: <c>water/pipe/P-1042</c>. The first two parts are its type, the rest is the id that its owner
/// gave it, kept letter for letter (it may hold Chinese characters and slashes, but no blanks). It is a name, not the asset.
/// </summary>
public readonly record struct AssetId : IComparable<AssetId>
{
    /// <summary>Longest id an owner may give, in characters.</summary>
    public const int LongestLocal = 128;

    private readonly string? type;
    private readonly string? local;

    internal AssetId(string type, string local) => (this.type, this.local) = (type, local);

    /// <summary>Domain: <c>water</c>.</summary>
    public string Domain => Type.Length == 0 ? "" : Type[..Type.IndexOf('/')];

    /// <summary>Type with its domain: <c>water/pipe</c>.</summary>
    public string Type => type ?? "";

    /// <summary>The owner's id: <c>P-1042</c>.</summary>
    public string Local => local ?? "";

    /// <summary>Makes an id from a type and an owner's id; throws <see cref="InputException"/> with one sentence when they do not make one.</summary>
    public static AssetId Of(string type, string local) => Parse($"{type}/{local}");

    /// <summary>Reads an id; throws <see cref="InputException"/> with one sentence when the text is none.</summary>
    public static AssetId Parse(string text) => TryParse(text, out var id, out var sentence) ? id : throw new InputException("", sentence);

    /// <summary>Reads an id, or says in one sentence why the text is none.</summary>
    public static bool TryParse(string? text, out AssetId id, [NotNullWhen(false)] out string? sentence)
    {
        id = default;
        sentence = Mistake(text);
        if (sentence is not null) return false;
        var second = text!.IndexOf('/', text.IndexOf('/') + 1);
        id = new(text[..second], text[(second + 1)..]);
        return true;
    }

    /// <summary>True when an owner's id can be the last part of an asset id.</summary>
    public static bool IsLocal(ReadOnlySpan<char> local) => local.Length is > 0 and <= LongestLocal && IndexOfForbidden(local) < 0;

    /// <summary>An owner's id without blanks: each run of them is a hyphen, as <c>Bull Ring</c> is <c>Bull-Ring</c>. Whether it can be an id is for <see cref="IsLocal"/> to say.</summary>
    public static string LocalOf(string owners)
    {
        ArgumentNullException.ThrowIfNull(owners);
        return string.Join('-', owners.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <inheritdoc/>
    public int CompareTo(AssetId other) =>
        string.CompareOrdinal(Type, other.Type) is var byType and not 0 ? byType : string.CompareOrdinal(Local, other.Local);

    /// <inheritdoc/>
    public override string ToString() => $"{Type}/{Local}";

    /// <summary>Ordinal order.</summary>
    public static bool operator <(AssetId left, AssetId right) => left.CompareTo(right) < 0;

    /// <summary>Ordinal order.</summary>
    public static bool operator >(AssetId left, AssetId right) => left.CompareTo(right) > 0;

    /// <summary>Ordinal order.</summary>
    public static bool operator <=(AssetId left, AssetId right) => left.CompareTo(right) <= 0;

    /// <summary>Ordinal order.</summary>
    public static bool operator >=(AssetId left, AssetId right) => left.CompareTo(right) >= 0;

    private static string? Mistake(string? text)
    {
        const string Accepted = "an asset id is domain/type/id, as in 'water/pipe/P-1042'";
        if (string.IsNullOrEmpty(text)) return $"The asset id is empty; {Accepted}.";
        var shown = text.Length <= 60 ? text : text[..60] + "…";
        var first = text.IndexOf('/');
        var second = first < 0 ? -1 : text.IndexOf('/', first + 1);
        if (second < 0) return $"'{shown}' has {(first < 0 ? "one part" : "two parts")}; {Accepted}.";
        if (!IsWord(text.AsSpan(0, first)) || !IsWord(text.AsSpan(first + 1, second - first - 1)))
            return $"'{shown}' does not begin with a type such as 'water/pipe' (small letters, digits and hyphens); {Accepted}.";
        var local = text.AsSpan(second + 1);
        if (local.Length == 0) return $"'{shown}' ends before the id of the asset; {Accepted}.";
        if (local.Length > LongestLocal) return $"'{shown}' has an id of {local.Length} characters; at most {LongestLocal} are accepted.";
        var forbidden = IndexOfForbidden(local);
        return forbidden < 0 ? null : $"'{shown}' has a blank or a control character at place {second + 2 + forbidden}; an asset id has none.";
    }

    private static bool IsWord(ReadOnlySpan<char> word)
    {
        if (word.Length == 0 || word[0] is < 'a' or > 'z') return false;
        foreach (var c in word)
            if (c is not ((>= 'a' and <= 'z') or (>= '0' and <= '9') or '-')) return false;
        return true;
    }

    private static int IndexOfForbidden(ReadOnlySpan<char> local)
    {
        for (var i = 0; i < local.Length; i++)
            if (char.IsWhiteSpace(local[i]) || char.IsControl(local[i]) || local[i] == '\uFFFD') return i;
        return -1;
    }
}

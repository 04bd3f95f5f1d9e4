namespace Orleans.Runtime;

/// <summary>A grain's key as text: of a GUID 32 hexadecimal digits, of an integer its hexadecimal digits.</summary>
public readonly struct IdSpan : IEquatable<IdSpan>, IComparable<IdSpan>
{
    private readonly string? text;

    private IdSpan(string text) => this.text = text;

    /// <summary>Whether it is empty by default.</summary>
    public bool IsDefault => text is null;

    /// <summary>Makes one of a text.</summary>
    public static IdSpan Create(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(value);
    }

    /// <inheritdoc/>
    public bool Equals(IdSpan other) => string.Equals(text, other.text, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is IdSpan other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => text is null ? 0 : text.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public int CompareTo(IdSpan other) => string.CompareOrdinal(text, other.text);

    /// <inheritdoc/>
    public override string ToString() => text ?? "";

    /// <summary>Whether two are the same.</summary>
    public static bool operator ==(IdSpan a, IdSpan b) => a.Equals(b);

    /// <summary>Whether two differ.</summary>
    public static bool operator !=(IdSpan a, IdSpan b) => !a.Equals(b);

    /// <summary>Ordinal order.</summary>
    public static bool operator <(IdSpan a, IdSpan b) => a.CompareTo(b) < 0;

    /// <summary>Ordinal order.</summary>
    public static bool operator >(IdSpan a, IdSpan b) => a.CompareTo(b) > 0;

    /// <summary>Ordinal order.</summary>
    public static bool operator <=(IdSpan a, IdSpan b) => a.CompareTo(b) <= 0;

    /// <summary>Ordinal order.</summary>
    public static bool operator >=(IdSpan a, IdSpan b) => a.CompareTo(b) >= 0;
}

namespace Orleans.Runtime;

/// <summary>The name of a grain's type, as in the first half of an identity.</summary>
public readonly struct GrainType : IEquatable<GrainType>, IComparable<GrainType>
{
    private readonly string? text;

    private GrainType(string text) => this.text = text;

    /// <summary>Whether it is empty by default.</summary>
    public bool IsDefault => text is null;

    /// <summary>Makes one of a text.</summary>
    public static GrainType Create(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(value);
    }

    /// <inheritdoc/>
    public bool Equals(GrainType other) => string.Equals(text, other.text, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is GrainType other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => text is null ? 0 : text.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public int CompareTo(GrainType other) => string.CompareOrdinal(text, other.text);

    /// <inheritdoc/>
    public override string ToString() => text ?? "";

    /// <summary>Whether two are the same.</summary>
    public static bool operator ==(GrainType a, GrainType b) => a.Equals(b);

    /// <summary>Whether two differ.</summary>
    public static bool operator !=(GrainType a, GrainType b) => !a.Equals(b);

    /// <summary>Ordinal order.</summary>
    public static bool operator <(GrainType a, GrainType b) => a.CompareTo(b) < 0;

    /// <summary>Ordinal order.</summary>
    public static bool operator >(GrainType a, GrainType b) => a.CompareTo(b) > 0;

    /// <summary>Ordinal order.</summary>
    public static bool operator <=(GrainType a, GrainType b) => a.CompareTo(b) <= 0;

    /// <summary>Ordinal order.</summary>
    public static bool operator >=(GrainType a, GrainType b) => a.CompareTo(b) >= 0;
}

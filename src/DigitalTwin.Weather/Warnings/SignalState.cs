namespace DigitalTwin.Weather.Warnings;

/// <summary>A signal at a place, as the state keeps it.</summary>
internal struct SignalState
{
    /// <summary>The level in force.</summary>
    public WarningLevel Level;

    /// <summary>s since 1970 at which that level was issued.</summary>
    public double IssuedAt;

    /// <summary>s since 1970 from which on a lower level was called for; NaN while the level is called for.</summary>
    public double BelowSince;

    /// <summary>The highest level that was called for since then.</summary>
    public WarningLevel BelowMost;

    public readonly void WriteTo(BinaryWriter writer)
    {
        writer.Write((byte)Level);
        writer.Write(IssuedAt);
        writer.Write(BelowSince);
        writer.Write((byte)BelowMost);
    }

    public static SignalState ReadFrom(BinaryReader reader) => new()
    {
        Level = (WarningLevel)reader.ReadByte(), IssuedAt = reader.ReadDouble(), BelowSince = reader.ReadDouble(), BelowMost = (WarningLevel)reader.ReadByte(),
    };
}

/// <summary>A change of a signal at a place, by index.</summary>
internal readonly record struct SignalChange(int Place, int Signal, WarningLevel From, WarningLevel To, double At, double ReachedAt)
{
    public void WriteTo(BinaryWriter writer)
    {
        writer.Write(Place);
        writer.Write(Signal);
        writer.Write((byte)From);
        writer.Write((byte)To);
        writer.Write(At);
        writer.Write(ReachedAt);
    }

    public static SignalChange ReadFrom(BinaryReader reader) => new(
        reader.ReadInt32(), reader.ReadInt32(), (WarningLevel)reader.ReadByte(), (WarningLevel)reader.ReadByte(), reader.ReadDouble(), reader.ReadDouble());
}

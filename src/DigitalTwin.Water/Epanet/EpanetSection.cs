namespace DigitalTwin.Water.Epanet;

/// <summary>Sections of an <c>.inp</c> file, in the order in which a new file is written: what is referred to stands first.</summary>
public enum EpanetSection : byte
{
    /// <summary>[TITLE].</summary>
    Title,

    /// <summary>[JUNCTIONS].</summary>
    Junctions,

    /// <summary>[RESERVOIRS].</summary>
    Reservoirs,

    /// <summary>[TANKS].</summary>
    Tanks,

    /// <summary>[PIPES].</summary>
    Pipes,

    /// <summary>[PUMPS].</summary>
    Pumps,

    /// <summary>[VALVES].</summary>
    Valves,

    /// <summary>[TAGS].</summary>
    Tags,

    /// <summary>[DEMANDS].</summary>
    Demands,

    /// <summary>[STATUS].</summary>
    Status,

    /// <summary>[PATTERNS].</summary>
    Patterns,

    /// <summary>[CURVES].</summary>
    Curves,

    /// <summary>[CONTROLS].</summary>
    Controls,

    /// <summary>[RULES].</summary>
    Rules,

    /// <summary>[ENERGY].</summary>
    Energy,

    /// <summary>[EMITTERS].</summary>
    Emitters,

    /// <summary>[LEAKAGE].</summary>
    Leakage,

    /// <summary>[QUALITY].</summary>
    Quality,

    /// <summary>[SOURCES].</summary>
    Sources,

    /// <summary>[REACTIONS].</summary>
    Reactions,

    /// <summary>[MIXING].</summary>
    Mixing,

    /// <summary>[TIMES].</summary>
    Times,

    /// <summary>[REPORT], kept as text.</summary>
    Report,

    /// <summary>[OPTIONS].</summary>
    Options,

    /// <summary>[COORDINATES].</summary>
    Coordinates,

    /// <summary>[VERTICES].</summary>
    Vertices,

    /// <summary>[LABELS], kept as text.</summary>
    Labels,

    /// <summary>[BACKDROP], kept as text.</summary>
    Backdrop,

    /// <summary>[ROUGHNESS], without effect since EPANET 2, kept as text.</summary>
    Roughness,

    /// <summary>A section that EPANET does not know, kept as text.</summary>
    Unknown,
}

/// <summary>A stretch of a file: so many lines of one section. Together they keep the order of sections and of nodes and links.</summary>
/// <param name="Section">Which section.</param>
/// <param name="Rows">How many entries of its list.</param>
public readonly record struct SectionRun(EpanetSection Section, int Rows);

/// <summary>A comment on a line of its own.</summary>
/// <param name="Section">Section that it stands in.</param>
/// <param name="Before">Index of the entry that it stands before.</param>
/// <param name="Text">What follows the first semicolon.</param>
public readonly record struct CommentLine(EpanetSection Section, int Before, string Text);

/// <summary>A section that EPANET does not know.</summary>
/// <param name="Header">Its header as written, with brackets.</param>
/// <param name="Lines">Its lines as written, without blank ones.</param>
public sealed record UnknownSection(string Header, List<string> Lines)
{
    /// <inheritdoc/>
    public bool Equals(UnknownSection? other) => other is not null && Header == other.Header && Lines.SequenceEqual(other.Lines);

    /// <inheritdoc/>
    public override int GetHashCode() => Header.GetHashCode(StringComparison.Ordinal);
}

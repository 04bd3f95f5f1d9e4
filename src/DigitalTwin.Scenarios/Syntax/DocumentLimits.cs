namespace DigitalTwin.Scenarios.Syntax;

/// <summary>How much of a document we are ready to read. A scenario of a whole year with an event every hour stays far below.</summary>
internal static class DocumentLimits
{
    /// <summary>Bytes of a file.</summary>
    public const int Bytes = 8 * 1024 * 1024;

    /// <summary>Blocks within blocks.</summary>
    public const int Depth = 32;

    /// <summary>Values in all, aliases written out.</summary>
    public const int Weight = 200_000;

    /// <summary>Characters of one text.</summary>
    public const int Text = 10_000;
}

namespace DigitalTwin.Buildings.Ifc.Schema;

/// <summary>The data files that ship inside this library.</summary>
internal static class EmbeddedText
{
    /// <summary>The lines of a file of <c>data/</c>, trimmed, without empty ones and comments (#).</summary>
    public static IReadOnlyList<string> Lines(string name)
    {
        using var stream = typeof(EmbeddedText).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The data file '{name}' is not embedded.");
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0 && l[0] != '#')];
    }
}

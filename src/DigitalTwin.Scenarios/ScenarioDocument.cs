using DigitalTwin.Scenarios.Syntax;

namespace DigitalTwin.Scenarios;

/// <summary>
/// A scenario's file read and parsed, not yet understood: enough to know which map it is about, so that the map can be loaded before the
/// rest is checked against it (<see cref="ScenarioReader.Bind"/>).
/// </summary>
public sealed class ScenarioDocument
{
    internal ScenarioDocument(string file, string folder, MappingNode root, bool isFlawed)
    {
        IsFlawed = isFlawed;
        File = file;
        Folder = folder;
        Root = root;
        var map = root.Find("map") as ScalarNode;
        MapFolder = map is { IsEmpty: false } ? Resolve(map.Text) : null;
    }

    /// <summary>The file as it was named.</summary>
    public string File { get; }

    /// <summary>Full path of the map's folder, whether or not it exists; null when the document names none.</summary>
    public string? MapFolder { get; }

    /// <summary>Full path of the folder against which the document's paths are resolved.</summary>
    internal string Folder { get; }

    internal MappingNode Root { get; }

    /// <summary>Whether the parser reported something that it could read past, such as a key given twice.</summary>
    internal bool IsFlawed { get; }

    /// <summary>A path of the document in full; null when it cannot be a path.</summary>
    internal string? Resolve(string path)
    {
        try
        {
            return Path.GetFullPath(path, Folder);
        }
        catch (Exception error) when (error is ArgumentException or NotSupportedException or IOException)
        {
            return null;
        }
    }
}

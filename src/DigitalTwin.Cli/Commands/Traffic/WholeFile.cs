namespace DigitalTwin.Cli.Commands.Traffic;

/// <summary>A file that appears whole or not at all.</summary>
internal static class WholeFile
{
    /// <summary>Makes the folder of a file, where it is missing.</summary>
    public static void MakeFolder(string path)
    {
        if (Path.GetDirectoryName(path) is { Length: > 0 } folder) Directory.CreateDirectory(folder);
    }

    public static void Write(string path, Action<StreamWriter> write)
    {
        MakeFolder(path);
        var partly = path + ".new";
        try
        {
            using (var to = new StreamWriter(partly) { NewLine = "\n" }) write(to);
            File.Move(partly, path, overwrite: true);
        }
        finally
        {
            File.Delete(partly);
        }
    }
}

namespace DigitalTwin.Cli.Commands.Traffic;

/// <summary>A file that appears whole or not at all.</summary>
internal static class WholeFile
{
    public static void Write(string path, Action<StreamWriter> write)
    {
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

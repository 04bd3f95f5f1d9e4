using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Cities.Maps;

/// <summary>Makes a map's folder whole or not at all: it is written beside its place under another name and moved there when it is finished.</summary>
internal static class MapFolder
{
    /// <summary>Throws <see cref="InputException"/> when something is in the way: a file, or a folder that is not empty.</summary>
    public static void CheckFree(string folder)
    {
        if (string.IsNullOrWhiteSpace(folder)) throw new InputException("", "The name of the map's folder is empty.");
        if (File.Exists(folder)) throw new InputException(folder, "There is a file of this name; a map needs a folder of its own.");
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
            throw new InputException(folder, "The folder is not empty, and a map is never written over something. Choose another folder or empty this one.");
    }

    /// <summary>Lets <paramref name="write"/> fill a new folder, which then takes the place of <paramref name="folder"/>.</summary>
    public static void Make(string folder, Action<string> write)
    {
        CheckFree(folder);
        var place = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        var unfinished = place + ".unfinished";
        try
        {
            if (Directory.Exists(unfinished)) Directory.Delete(unfinished, true);
            Directory.CreateDirectory(unfinished);
            write(unfinished);
            if (Directory.Exists(place)) Directory.Delete(place);
            Directory.Move(unfinished, place);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Discard(unfinished);
            throw new InputException(folder, $"The map cannot be written here: {error.Message}");
        }
        catch
        {
            Discard(unfinished);
            throw;
        }
    }

    private static void Discard(string unfinished)
    {
        try
        {
            if (Directory.Exists(unfinished)) Directory.Delete(unfinished, true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The next attempt removes it; what stopped this one is what the caller needs to hear.
        }
    }
}

using System.Text;

namespace DigitalTwin.Simulation.Results;

/// <summary>
/// The name of a folder for a word a user chose. Letters and digits of any script, <c>-</c>, <c>_</c>, <c>.</c> and blanks stay; what some
/// file system refuses becomes <c>%</c> and its code in hexadecimal, so that different words get different folders.
/// </summary>
public static class FolderName
{
    private static readonly HashSet<string> Reserved = new(StringComparer.OrdinalIgnoreCase)
    {
        "CON", "PRN", "AUX", "NUL", "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7", "COM8", "COM9",
        "LPT1", "LPT2", "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9",
    };

    /// <summary>The folder's name for <paramref name="word"/>; it is never empty, <c>.</c>, <c>..</c> or a path.</summary>
    public static string Of(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        var name = new StringBuilder(word.Length);
        for (var i = 0; i < word.Length; i++)
        {
            var c = word[i];
            var edge = i == 0 || i == word.Length - 1;
            if (char.IsLetterOrDigit(c) || c is '-' or '_' || char.IsSurrogate(c) || (c is '.' or ' ' && !edge)) name.Append(c);
            else name.Append('%').Append(((int)c).ToString("x2"));
        }
        if (name.Length == 0) return "%";
        return Reserved.Contains(name.ToString().Split('.')[0]) ? "%" + name : name.ToString();
    }
}

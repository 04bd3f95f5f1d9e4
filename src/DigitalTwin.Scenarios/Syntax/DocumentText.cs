using System.Text;
using System.Text.Unicode;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Scenarios.Syntax;

/// <summary>The bytes of a file as a tree: checks size and encoding, then parses JSON or YAML by the file's name.</summary>
internal static class DocumentText
{
    public static SyntaxNode? Read(ReadOnlySpan<byte> bytes, string file, ProblemList problems)
    {
        if (bytes.Length > DocumentLimits.Bytes)
        {
            problems.Error(file, 0, 0, $"The file has {bytes.Length / 1e6:0.#} MB; a scenario may have {DocumentLimits.Bytes / 1e6:0.#} MB at most.");
            return null;
        }
        if (bytes.StartsWith("\uFEFF"u8)) bytes = bytes[3..];
        if (Encoded(bytes) is { } sentence)
        {
            var (line, column) = FirstInvalid(bytes);
            problems.Error(file, line, column, sentence);
            return null;
        }
        if (bytes.IndexOfAnyExcept(" \t\r\n"u8) < 0)
        {
            problems.Error(file, 0, 0, "The file is empty; a scenario begins with 'scenario: its-name'.");
            return null;
        }
        return file.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
            ? JsonSyntax.Read(bytes, file, problems)
            : YamlSyntax.Read(Encoding.UTF8.GetString(bytes), file, problems);
    }

    private static string? Encoded(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return "The file is encoded in UTF-16; save it as UTF-8.";
        if (bytes.IndexOf((byte)0) is >= 0 and < 4) return "The file seems to be encoded in UTF-16 or UTF-32; save it as UTF-8.";
        if (bytes.Contains((byte)0)) return "The file holds zero bytes: it is not a text.";
        return Utf8.IsValid(bytes) ? null : "The file is not encoded in UTF-8 from here on (perhaps GB 18030 or Latin-1); save it as UTF-8.";
    }

    private static (int Line, int Column) FirstInvalid(ReadOnlySpan<byte> bytes)
    {
        var line = 1;
        while (bytes.IndexOf((byte)'\n') is >= 0 and var end && Utf8.IsValid(bytes[..end]) && !bytes[..end].Contains((byte)0))
        {
            bytes = bytes[(end + 1)..];
            line++;
        }
        var column = 1;
        while (!bytes.IsEmpty && bytes[0] != 0 && Rune.DecodeFromUtf8(bytes, out _, out var length) == System.Buffers.OperationStatus.Done)
        {
            bytes = bytes[length..];
            column++;
        }
        return (line, column);
    }
}

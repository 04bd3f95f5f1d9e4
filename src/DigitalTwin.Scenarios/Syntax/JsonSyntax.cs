using System.Text;
using System.Text.Json;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Scenarios.Syntax;

/// <summary>JSON into the same tree, with lines and columns. Comments and a comma after the last item are let pass.</summary>
internal static class JsonSyntax
{
    private static readonly JsonReaderOptions Options = new()
    {
        AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 1000,
    };

    public static SyntaxNode? Read(ReadOnlySpan<byte> utf8, string file, ProblemList problems)
    {
        var tree = new DocumentTree(file, problems);
        var place = new TextPlace();
        var reader = new Utf8JsonReader(utf8, Options);
        try
        {
            while (!tree.IsAbandoned && reader.Read())
            {
                place.MoveTo(utf8, (int)reader.TokenStartIndex);
                Take(ref reader, place, tree);
            }
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            var (line, column) = error is JsonException { LineNumber: { } l, BytePositionInLine: { } b } ? ((int)l + 1, (int)b + 1) : (place.Line, place.Column);
            var words = error.Message;
            var end = words.IndexOf(" LineNumber:", StringComparison.Ordinal);
            tree.Abandon(line, column, $"This is not JSON: {(end < 0 ? words : words[..end]).ReplaceLineEndings(" ")}");
        }
        return tree.IsAbandoned ? null : tree.Root;
    }

    private static void Take(ref Utf8JsonReader reader, TextPlace place, DocumentTree tree)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                tree.Begin(place.Line, place.Column, reader.TokenType == JsonTokenType.StartObject);
                break;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                tree.End();
                break;
            case JsonTokenType.PropertyName or JsonTokenType.String:
                tree.Scalar(new(place.Line, place.Column, reader.GetString()!, true));
                break;
            default:
                tree.Scalar(new(place.Line, place.Column, Encoding.UTF8.GetString(reader.ValueSpan), false));
                break;
        }
    }

    /// <summary>Turns growing byte offsets into 1-based lines and columns (in characters), each byte looked at once.</summary>
    private sealed class TextPlace
    {
        private int offset;

        public int Line { get; private set; } = 1;

        public int Column { get; private set; } = 1;

        public void MoveTo(ReadOnlySpan<byte> utf8, int target)
        {
            for (; offset < target; offset++)
            {
                if (utf8[offset] == '\n') (Line, Column) = (Line + 1, 1);
                else if ((utf8[offset] & 0xC0) != 0x80) Column++;
            }
        }
    }
}

using DigitalTwin.Numerics.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace DigitalTwin.Scenarios.Syntax;

/// <summary>YAML 1.2 into a tree. Texts stay texts (17:30 is a time of day, no number to base 60); tags are refused; aliases are shared.</summary>
internal static class YamlSyntax
{
    public static SyntaxNode? Read(string text, string file, ProblemList problems)
    {
        var tree = new DocumentTree(file, problems);
        var anchors = new Dictionary<string, SyntaxNode>(StringComparer.Ordinal);
        tree.Anchored = (name, node) => anchors[name] = node;
        try
        {
            var parser = new Parser(new StringReader(text));
            for (var documents = 0; !tree.IsAbandoned && parser.MoveNext();)
            {
                var at = parser.Current!.Start;
                if (parser.Current is DocumentStart && ++documents > 1)
                    tree.Abandon((int)at.Line, (int)at.Column, "A second document begins here; one file holds one scenario.");
                else Take(parser.Current, (int)at.Line, (int)at.Column, tree, anchors);
            }
        }
        catch (YamlException error)
        {
            // Where a block began is of less help than where the parser gave up.
            var at = error.End.Line > error.Start.Line ? error.End : error.Start;
            if (error.Message.Contains("tab", StringComparison.Ordinal) && IndentingTab(text, (int)error.Start.Line) is var (line, column))
                tree.Abandon(line, column, "The line is indented with a tab; YAML is indented with blanks.");
            else tree.Abandon((int)at.Line, (int)at.Column, $"This is not YAML: {Plain(error.Message)}");
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException or IndexOutOfRangeException or FormatException or OverflowException)
        {
            // The parser has let these through on hostile input instead of its own exception; they say nothing about a place.
            tree.Abandon(0, 0, $"This is not YAML: {Plain(error.Message)}");
        }
        return tree.IsAbandoned ? null : tree.Root;
    }

    private static void Take(ParsingEvent parsed, int line, int column, DocumentTree tree, Dictionary<string, SyntaxNode> anchors)
    {
        if (parsed is NodeEvent { Tag.IsEmpty: false } tagged && !tagged.Tag.IsNonSpecific)
        {
            tree.Abandon(line, column, $"Tags such as '{Shortened(tagged.Tag.Value)}' are not used in scenarios; write the value alone.");
            return;
        }
        switch (parsed)
        {
            case MappingStart start:
                tree.Begin(line, column, true, Name(start.Anchor));
                break;
            case SequenceStart start:
                tree.Begin(line, column, false, Name(start.Anchor));
                break;
            case MappingEnd or SequenceEnd:
                tree.End();
                break;
            case Scalar scalar:
                var node = new ScalarNode(line, column, scalar.Value, scalar.Style != ScalarStyle.Plain);
                if (Name(scalar.Anchor) is { } anchor) anchors[anchor] = node;
                tree.Scalar(node);
                break;
            case AnchorAlias alias when tree.IsOpen(alias.Value.Value):
                tree.Abandon(line, column, $"The alias '*{Shortened(alias.Value.Value)}' stands inside the block that it names, which would never end.");
                break;
            case AnchorAlias alias when anchors.TryGetValue(alias.Value.Value, out var named):
                tree.Again(named, line, column);
                break;
            case AnchorAlias alias:
                tree.Abandon(line, column, $"The alias '*{Shortened(alias.Value.Value)}' names no anchor above it.{NearestName.Hint(alias.Value.Value, anchors.Keys)}");
                break;
        }
    }

    /// <summary>The first tab from a line on that stands where blanks should indent: the parser names the block around it, not the tab.</summary>
    private static (int Line, int Column)? IndentingTab(string text, int from)
    {
        var number = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var column = line.IndexOfAnyExcept(' ');
            if (++number >= from && column >= 0 && line[column] == '\t' && !line[column..].IsWhiteSpace()) return (number, column + 1);
        }
        return null;
    }

    private static string? Name(AnchorName anchor) => anchor.IsEmpty ? null : anchor.Value;

    private static string Shortened(string text) => text.Length <= 40 ? text : string.Concat(text.AsSpan(0, 40), "…");

    /// <summary>The parser's words without its own coordinates, ended as a sentence.</summary>
    private static string Plain(string message)
    {
        var end = message.LastIndexOf("): ", StringComparison.Ordinal);
        var words = (end >= 0 ? message[(end + 3)..] : message).ReplaceLineEndings(" ").Trim();
        return words.Length == 0 ? "it cannot be parsed." : Shortened160(words) + (words.EndsWith('.') ? "" : ".");
    }

    private static string Shortened160(string text) => text.Length <= 160 ? text : string.Concat(text.AsSpan(0, 160), "…");
}

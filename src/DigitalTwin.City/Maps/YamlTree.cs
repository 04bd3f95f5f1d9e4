using DigitalTwin.Numerics.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace DigitalTwin.Cities.Maps;

/// <summary>A value of a YAML document and where it stands.</summary>
internal abstract record YamlValue(int Line, int Column)
{
    /// <summary>What it is, for sentences.</summary>
    public abstract string Kind { get; }
}

internal sealed record YamlText(string Text, int Line, int Column) : YamlValue(Line, Column)
{
    public override string Kind => Text.Length == 0 ? "nothing" : $"'{(Text.Length <= 40 ? Text : Text[..40] + "…")}'";
}

internal sealed record YamlList(IReadOnlyList<YamlValue> Items, int Line, int Column) : YamlValue(Line, Column)
{
    public override string Kind => "a list";
}

internal sealed record YamlMap(IReadOnlyList<(YamlText Key, YamlValue Value)> Entries, int Line, int Column) : YamlValue(Line, Column)
{
    public override string Kind => "a group of keys";
}

/// <summary>
/// Reads a YAML document into a small tree with places. Built on the parser's events, because a tree made by recursion inside a library could
/// overflow the stack on hostile nesting; here depth and size have limits. Anchors, tags and several documents are refused: a map needs none.
/// </summary>
internal sealed class YamlTree(string file, ProblemList problems, string keys = "'name:' and 'water:'")
{
    private const int DeepestNesting = 16;
    private const int LargestDocument = 1 << 20;

    /// <summary>The document's group of keys, or null when the text has none; mistakes are reported.</summary>
    public YamlMap? Read(string text)
    {
        if (text.Length > LargestDocument)
        {
            problems.Error(file, 0, 0, $"The file has {text.Length:N0} characters; at most {LargestDocument:N0} are accepted. Large data belong into the files it names.");
            return null;
        }
        try
        {
            var parser = new Parser(new StringReader(text));
            while (parser.MoveNext() && parser.Current is StreamStart or DocumentStart or Comment) { }
            if (parser.Current is null or StreamEnd)
            {
                problems.Error(file, 1, 1, $"The file is empty; keys such as {keys} are expected.");
                return null;
            }
            var root = Value(parser, 0);
            if (root is null or YamlMap) return (YamlMap?)root;
            problems.Error(file, root.Line, root.Column, $"The file begins with {root.Kind}; keys such as {keys} are expected.");
        }
        catch (YamlException error)
        {
            problems.Error(file, Place(error.Start.Line), Place(error.Start.Column), $"This is not YAML: {Sentence(error)}");
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // The scanner is not ours; whatever it trips over on arbitrary bytes is a mistake of the input.
            problems.Error(file, 0, 0, $"The file cannot be read as YAML: {error.Message}");
        }
        return null;
    }

    private YamlValue? Value(Parser parser, int depth)
    {
        var here = parser.Current!;
        var (line, column) = (Place(here.Start.Line), Place(here.Start.Column));
        if (depth > DeepestNesting) return Refuse(line, column, $"The keys are nested more than {DeepestNesting} deep.");
        switch (here)
        {
            case Scalar scalar:
                parser.MoveNext();
                return new YamlText(scalar.Value, line, column);
            case SequenceStart:
                return List(parser, depth, line, column);
            case MappingStart:
                return Map(parser, depth, line, column);
            default:
                return Refuse(line, column, "Anchors and aliases (& and *) are not used in a map.");
        }
    }

    private YamlList? List(Parser parser, int depth, int line, int column)
    {
        parser.MoveNext();
        var items = new List<YamlValue>();
        while (parser.Current is not SequenceEnd)
        {
            if (Value(parser, depth + 1) is not { } item) return null;
            items.Add(item);
        }
        parser.MoveNext();
        return new(items, line, column);
    }

    private YamlMap? Map(Parser parser, int depth, int line, int column)
    {
        parser.MoveNext();
        var entries = new List<(YamlText, YamlValue)>();
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        while (parser.Current is not MappingEnd)
        {
            if (Value(parser, depth + 1) is not { } key) return null;
            if (key is not YamlText name)
            {
                Refuse(key.Line, key.Column, $"A key is a word; found {key.Kind}.");
                return null;
            }
            if (Value(parser, depth + 1) is not { } value) return null;
            if (seen.TryAdd(name.Text, name.Line)) entries.Add((name, value));
            else problems.Error(file, name.Line, name.Column, $"The key '{name.Text}' stands here a second time; the first is in line {seen[name.Text]}.");
        }
        parser.MoveNext();
        return new(entries, line, column);
    }

    private YamlValue? Refuse(int line, int column, string sentence)
    {
        problems.Error(file, line, column, sentence);
        return null;
    }

    private static int Place(long place) => (int)Math.Clamp(place, 0, int.MaxValue);

    private static string Sentence(YamlException error)
    {
        var message = (error.InnerException?.Message ?? error.Message).Trim();
        var colon = message.StartsWith('(') ? message.IndexOf("): ", StringComparison.Ordinal) : -1;
        return colon > 0 ? message[(colon + 3)..] : message;
    }
}

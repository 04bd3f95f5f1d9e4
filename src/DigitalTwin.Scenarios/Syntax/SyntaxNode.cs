namespace DigitalTwin.Scenarios.Syntax;

/// <summary>
/// A piece of a document, YAML or JSON, with its place: what the readers see, so that they need not know which of the two it was.
/// <see cref="Weight"/> counts the nodes below with aliases written out; the parsers refuse documents that grow too heavy.
/// </summary>
internal abstract class SyntaxNode(int line, int column)
{
    public int Line { get; } = line;

    public int Column { get; } = column;

    public abstract int Weight { get; }

    /// <summary>What it is, with an article, for sentences.</summary>
    public abstract string Kind { get; }
}

/// <summary>A text, a number, true, false or nothing.</summary>
internal sealed class ScalarNode(int line, int column, string text, bool quoted) : SyntaxNode(line, column)
{
    public string Text { get; } = text;

    public bool Quoted { get; } = quoted;

    public override int Weight => 1;

    public bool IsEmpty => !Quoted && Text is "" or "~" or "null";

    public override string Kind => IsEmpty ? "nothing" : $"'{Shortened}'";

    public string Shortened => Text.Length <= 60 ? Text : string.Concat(Text.AsSpan(0, 60), "…");
}

/// <summary>A list.</summary>
internal sealed class SequenceNode(int line, int column, IReadOnlyList<SyntaxNode> items) : SyntaxNode(line, column)
{
    public IReadOnlyList<SyntaxNode> Items { get; } = items;

    public override int Weight { get; } = 1 + items.Sum(item => item.Weight);

    public override string Kind => "a list";
}

/// <summary>Keys and values, in the order of the document; a key occurs once.</summary>
internal sealed class MappingNode(int line, int column, IReadOnlyList<KeyValuePair<ScalarNode, SyntaxNode>> entries) : SyntaxNode(line, column)
{
    public IReadOnlyList<KeyValuePair<ScalarNode, SyntaxNode>> Entries { get; } = entries;

    public override int Weight { get; } = 1 + entries.Sum(entry => 1 + entry.Value.Weight);

    public override string Kind => "a block of keys";

    public SyntaxNode? Find(string key)
    {
        foreach (var entry in Entries)
        {
            if (entry.Key.Text == key) return entry.Value;
        }
        return null;
    }

    /// <summary>This block with another laid over it: keys of both are merged block by block, else the other's value stands.</summary>
    public MappingNode With(MappingNode over)
    {
        var merged = new List<KeyValuePair<ScalarNode, SyntaxNode>>(Entries.Count + over.Entries.Count);
        foreach (var (key, value) in Entries)
        {
            merged.Add(over.Find(key.Text) switch
            {
                null => new(key, value),
                MappingNode block when value is MappingNode below => new(key, below.With(block)),
                var other => new(key, other),
            });
        }
        merged.AddRange(over.Entries.Where(entry => Find(entry.Key.Text) is null));
        return new(over.Line, over.Column, merged);
    }
}

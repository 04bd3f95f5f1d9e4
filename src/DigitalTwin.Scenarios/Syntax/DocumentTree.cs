using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Scenarios.Syntax;

/// <summary>
/// Grows the tree of a document from a parser's events, the same for YAML and JSON: keeps the open blocks on a stack of its own (no
/// recursion), refuses keys given twice and documents that are too deep or too heavy. <see cref="IsAbandoned"/> tells the parser to stop.
/// </summary>
internal sealed class DocumentTree(string file, ProblemList problems)
{
    private sealed class Open(int line, int column, bool isMapping)
    {
        public readonly int Line = line, Column = column;
        public readonly bool IsMapping = isMapping;
        public readonly List<SyntaxNode> Items = [];
        public readonly List<KeyValuePair<ScalarNode, SyntaxNode>> Entries = [];
        public readonly HashSet<string> Keys = new(StringComparer.Ordinal);
        public ScalarNode? Key;
        public bool KeyExpected = true;
        public string? Anchor;
    }

    private readonly Stack<Open> open = new();
    private int weight;

    public SyntaxNode? Root { get; private set; }

    public bool IsAbandoned { get; private set; }

    /// <summary>Called with the finished node and its anchor whenever an anchored block ends.</summary>
    public Action<string, SyntaxNode>? Anchored { get; set; }

    public void Begin(int line, int column, bool isMapping, string? anchor = null)
    {
        if (IsAbandoned) return;
        if (open.Count >= DocumentLimits.Depth)
        {
            Abandon(line, column, $"The document is nested more than {DocumentLimits.Depth} levels deep; a scenario needs fewer than ten.");
            return;
        }
        if (open.TryPeek(out var parent) && parent is { IsMapping: true, KeyExpected: true })
        {
            Abandon(line, column, $"A key must be a plain text; found {(isMapping ? "a block of keys" : "a list")}.");
            return;
        }
        open.Push(new(line, column, isMapping) { Anchor = anchor });
    }

    public void End()
    {
        if (IsAbandoned || !open.TryPop(out var done)) return;
        SyntaxNode node = done.IsMapping ? new MappingNode(done.Line, done.Column, done.Entries) : new SequenceNode(done.Line, done.Column, done.Items);
        if (done.Anchor is { } anchor) Anchored?.Invoke(anchor, node);
        Place(node, 1);
    }

    public void Scalar(ScalarNode scalar)
    {
        if (IsAbandoned) return;
        if (scalar.Text.Length > DocumentLimits.Text)
        {
            Abandon(scalar.Line, scalar.Column, $"A text of {scalar.Text.Length:N0} characters is too long; at most {DocumentLimits.Text:N0} are read.");
            return;
        }
        Place(scalar, 1);
    }

    /// <summary>Puts a finished node a second time (an alias); its whole weight counts again.</summary>
    public void Again(SyntaxNode node, int line, int column)
    {
        if (IsAbandoned) return;
        if (open.TryPeek(out var parent) && parent is { IsMapping: true, KeyExpected: true } && node is not ScalarNode)
            Abandon(line, column, "A key must be a plain text; found an alias of a block.");
        else Place(node, node.Weight);
    }

    public bool IsOpen(string anchor) => open.Any(block => block.Anchor == anchor);

    public void Abandon(int line, int column, string sentence)
    {
        if (!IsAbandoned) problems.Error(file, line, column, sentence);
        IsAbandoned = true;
        Root = null;
    }

    private void Place(SyntaxNode node, int more)
    {
        weight += more;
        if (weight > DocumentLimits.Weight)
        {
            Abandon(node.Line, node.Column, $"The document has more than {DocumentLimits.Weight:N0} values (aliases written out); a scenario needs far fewer.");
        }
        else if (!open.TryPeek(out var parent)) Root ??= node;
        else if (!parent.IsMapping) parent.Items.Add(node);
        else if (parent.KeyExpected) (parent.Key, parent.KeyExpected) = ((ScalarNode)node, false);
        else
        {
            parent.KeyExpected = true;
            if (parent.Keys.Add(parent.Key!.Text)) parent.Entries.Add(new(parent.Key, node));
            else problems.Error(file, parent.Key.Line, parent.Key.Column, $"The key '{parent.Key.Shortened}' is given twice in one block; the first at line {First(parent)}.");
        }
    }

    private static int First(Open block) => block.Entries.First(entry => entry.Key.Text == block.Key!.Text).Key.Line;
}

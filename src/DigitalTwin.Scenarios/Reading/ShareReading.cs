using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Units;
using DigitalTwin.Scenarios.Syntax;
using DigitalTwin.Scenarios.Vocabulary;

namespace DigitalTwin.Scenarios.Reading;

/// <summary>A group of names and their shares of a whole, as in <c>fleet: { electric: 40 % }</c>.</summary>
internal static class ShareReading
{
    // What writing thirds in percent rounds away.
    private const double Rounding = 1e-6;

    public static ShareList? Read(ReadingContext context, SyntaxNode node, string what, ParameterDeclaration declared)
    {
        if (node is not MappingNode { Entries.Count: > 0 } block)
        {
            context.Error(node, $"'{what}' must be a group of names and shares, as in {{ {(declared.Choices.Count > 0 ? declared.Choices[^1] : "name")}: 40 % }}; found {node.Kind}.");
            return null;
        }
        var parts = new List<KeyValuePair<string, double>>();
        foreach (var (key, value) in block.Entries)
        {
            var isKnown = declared.Choices.Count == 0 || declared.Choices.Contains(key.Text);
            if (!isKnown) context.Error(key, $"'{what}' knows no '{key.Shortened}'; it knows {string.Join(", ", declared.Choices)}.{NearestName.Hint(key.Text, declared.Choices)}");
            if (Share(context, value, what, key) is { } share && isKnown) parts.Add(new(key.Text, share));
        }
        if (parts.Count < block.Entries.Count) return null;
        var sum = parts.Sum(p => p.Value);
        if (sum <= 1 + Rounding) return new(parts);
        context.Error(node, $"The shares of '{what}' add up to {sum * 100:0.##} %; 100 % is the most.");
        return null;
    }

    private static double? Share(ReadingContext context, SyntaxNode node, string what, ScalarNode key)
    {
        var isNumber = Numerics.Units.Quantity.TryParse(node is ScalarNode scalar ? scalar.Text : "", Unit.One, out var share, out _);
        if (isNumber && share is >= 0 and <= 1) return share;
        var meant = isNumber && share is > 1 and <= 100 && ((ScalarNode)node).Text is var text && !text.Contains('%', StringComparison.Ordinal) ? $" Did you mean '{text.Trim()} %'?" : "";
        context.Error(node, $"'{what}.{key.Shortened}' is a share from 0 to 1, or from 0 % to 100 %; found {node.Kind}.{meant}");
        return null;
    }
}

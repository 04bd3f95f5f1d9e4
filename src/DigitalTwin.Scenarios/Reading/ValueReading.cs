using System.Globalization;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Text;
using DigitalTwin.Numerics.Units;
using DigitalTwin.Scenarios.Syntax;
using DigitalTwin.Scenarios.Vocabulary;

namespace DigitalTwin.Scenarios.Reading;

/// <summary>Single values: texts, numbers, quantities, words, lists. Each reports what is wrong and returns null.</summary>
internal static class ValueReading
{
    public static string? Text(this ReadingContext context, SyntaxNode node, string what)
    {
        if (node is ScalarNode { IsEmpty: false } scalar) return scalar.Text;
        context.Error(node, $"'{what}' must be a text; found {node.Kind}.");
        return null;
    }

    /// <summary>A text in one language, or a block with <c>en</c> and <c>zh</c>.</summary>
    public static LocalizedText? Localized(this ReadingContext context, SyntaxNode node, string what)
    {
        if (node is not MappingNode) return context.Text(node, what) is { } plain ? new LocalizedText(plain) : null;
        var fields = Fields.Of(node, $"'{what}'", context)!;
        var en = fields.Take("en") is { } english ? context.Text(english, what + ".en") : null;
        var zh = fields.Take("zh") is { } chinese ? context.Text(chinese, what + ".zh") : null;
        fields.Close();
        if (en is null && zh is null) context.Error(node, $"'{what}' needs a text in 'en' or 'zh'.");
        return en is null && zh is null ? null : new LocalizedText(en ?? zh!, zh);
    }

    /// <summary>A name fit for a folder on every system.</summary>
    public static string? Name(this ReadingContext context, SyntaxNode node, string what)
    {
        if (context.Text(node, what) is not { } name) return null;
        if (name.Length is > 0 and <= 80 && char.IsLetterOrDigit(name[0]) && name.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.') && name[^1] != '.'
            && !Reserved.Contains(name, StringComparer.OrdinalIgnoreCase)) return name;
        context.Error(node, $"{node.Kind} cannot name {what}: it becomes a folder, so letters, digits, '-', '_' and '.' are accepted, at most 80, a letter or digit first.");
        return null;
    }

    private static readonly string[] Reserved = ["con", "prn", "aux", "nul", "com1", "lpt1"];

    public static long? Whole(this ReadingContext context, SyntaxNode node, string what, long least, long most)
    {
        if (node is ScalarNode scalar && long.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most)
            return value;
        context.Error(node, $"'{what}' must be a whole number from {least} to {most}; found {node.Kind}.");
        return null;
    }

    /// <summary>A quantity in a unit; <paramref name="units"/> may hold alternatives separated by <c>|</c>.</summary>
    public static (double Value, string Unit)? Quantity(this ReadingContext context, SyntaxNode node, string what, string units, double least, double most)
    {
        if (context.Text(node, what) is not { } text) return null;
        var alternatives = units.Split('|', StringSplitOptions.TrimEntries);
        string? problem = null;
        foreach (var symbol in alternatives)
        {
            if (!Numerics.Units.Quantity.TryParse(text, Unit.Parse(symbol), out var value, out var sentence))
            {
                problem = alternatives.Length == 1 ? sentence : problem;
                continue;
            }
            if (value >= least && value <= most) return (value, symbol);
            context.Error(node, $"'{what}' is {node.Kind}, out of its range {Range(least, most, symbol)}.");
            return null;
        }
        problem ??= $"'{((ScalarNode)node).Shortened}' is none of the accepted kinds: {string.Join("; ", alternatives.Select(a => Numerics.Units.Quantity.Accepted(Unit.Parse(a))))}.";
        context.Error(node, $"'{what}': {problem}");
        return null;
    }

    /// <summary>What a declared parameter is given. What the map has against it is reported, and it comes back nonetheless: what else is wrong with its event or setting is then told in the same round.</summary>
    public static ParameterValue? Parameter(this ReadingContext context, SyntaxNode node, string name, ParameterDeclaration declared)
    {
        if (context.WellFormed(node, name, declared) is not { } value) return null;
        if (declared.Objection?.Invoke(value) is { } objection) context.Error(node, $"'{name}': {objection}");
        return value;
    }

    private static ParameterValue? WellFormed(this ReadingContext context, SyntaxNode node, string name, ParameterDeclaration declared)
    {
        switch (declared.Kind)
        {
            case ParameterKind.Quantity:
                return context.Quantity(node, name, declared.Unit, declared.Minimum, declared.Maximum) is var (value, unit)
                    ? ParameterValue.Quantity(name, value, unit) : null;
            case ParameterKind.Number:
                return context.Quantity(node, name, "1", declared.Minimum, declared.Maximum) is var (number, _) ? ParameterValue.Plain(name, number) : null;
            case ParameterKind.Flag when node is ScalarNode { Text: "true" or "yes" or "on" or "false" or "no" or "off" } flag:
                return ParameterValue.Flag(name, flag.Text is "true" or "yes" or "on");
            case ParameterKind.Flag:
                context.Error(node, $"'{name}' must be true or false; found {node.Kind}.");
                return null;
            case ParameterKind.Choice:
                return context.Choice(node, name, declared.Choices) is { } word ? ParameterValue.Choice(name, word) : null;
            case ParameterKind.Shares:
                return ShareReading.Read(context, node, name, declared) is { } shares ? ParameterValue.Of(name, shares) : null;
            default:
                return context.Text(node, name) is { } text ? new ParameterValue(name, ParameterKind.Text, 0, text, "") : null;
        }
    }

    public static string? Choice(this ReadingContext context, SyntaxNode node, string what, IReadOnlyList<string> words)
    {
        if (context.Text(node, what) is not { } text) return null;
        if (words.Contains(text)) return text;
        context.Error(node, $"'{what}' cannot be {node.Kind}; accepted: {string.Join(", ", words)}.{NearestName.Hint(text, words)}");
        return null;
    }

    /// <summary>A list, or one value that stands for a list of one.</summary>
    public static IReadOnlyList<SyntaxNode> Items(SyntaxNode node) => node is SequenceNode list ? list.Items : [node];

    private static string Range(double least, double most, string unit)
    {
        string Say(double value) => ParameterValue.Quantity("", value, unit).ToString();
        return (double.IsFinite(least), double.IsFinite(most)) switch
        {
            (true, true) => $"{Say(least)} to {Say(most)}",
            (true, false) => $"from {Say(least)}",
            _ => $"up to {Say(most)}",
        };
    }
}

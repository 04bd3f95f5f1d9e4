using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Text;
using DigitalTwin.Scenarios.Syntax;
using DigitalTwin.Scenarios.Vocabulary;

namespace DigitalTwin.Scenarios.Reading;

/// <summary>The assets that an action is about: an id, a pattern, or a list of them.</summary>
internal static class TargetReading
{
    /// <summary>Longest id that is looked up; nobody's asset has a longer one.</summary>
    private const int LongestId = 200;

    /// <summary>Reads ids and patterns of the accepted types; what was wrong is reported and left out.</summary>
    public static (bool Good, List<string> Written, List<string> Ids) Read(ReadingContext context, SyntaxNode node, IReadOnlyList<string> types, string what)
    {
        var written = new List<string>();
        var ids = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var good = true;
        foreach (var item in ValueReading.Items(node))
        {
            if (item is not ScalarNode { IsEmpty: false } scalar)
            {
                context.Error(item, $"{Fields.Capital(what)} names an asset, a pattern or a list of them; found {item.Kind}.");
                good = false;
                continue;
            }
            written.Add(scalar.Text);
            if (Glob.IsPattern(scalar.Text)) good &= Pattern(context, scalar, types, what, ids, seen);
            else if (Area(context, scalar, types, what, ids, seen) is { } found) good &= found;
            else if (!One(context, scalar, scalar.Text, types, what)) good = false;
            else if (seen.Add(scalar.Text)) ids.Add(scalar.Text);
        }
        if (written.Count == 0 && good) context.Error(node, $"{Fields.Capital(what)} names no asset; {Accepted(types)}.");
        return (good && written.Count > 0, written, ids);
    }

    /// <summary>Whether an id is of an accepted type and exists (as far as the map is at hand); reports it if not.</summary>
    public static bool One(ReadingContext context, SyntaxNode at, string id, IReadOnlyList<string> types, string what)
    {
        var shown = id.Length <= 60 ? id : id[..60] + "…";
        if (id.Length > LongestId || AssetPattern.TypeOf(id) is not { } type)
        {
            context.Error(at, $"'{shown}' is no asset id; ids have the form domain/type/name, as in '{(types.Count > 0 ? types[0] : "water/pipe")}/A-1'.");
            return false;
        }
        if (context.Vocabulary.Assets is { } assets && !assets.Contains(id) && !context.Introduces(id))
        {
            var near = assets.Nearest(id);
            var hint = near is null ? "" : $" Did you mean '{near}'?";
            context.Error(at, assets.Types.Contains(type)
                ? $"The map has no asset '{shown}'.{hint}"
                : $"The map has no assets of type '{type}', so no '{shown}'; it has {string.Join(", ", assets.Types)}.{hint}");
            return false;
        }
        if (types.Contains(type)) return true;
        context.Error(at, $"'{shown}' is of type '{type}', but {what} {Wants(types)}.{(types.Count > 1 ? NearestName.Hint(type, types) : "")}");
        return false;
    }

    /// <summary>Reads the ids of assets that an action brings into the city; what was wrong is reported and left out.</summary>
    public static (bool Good, List<string> Written, List<string> Ids) ReadNew(ReadingContext context, SyntaxNode node, IReadOnlyList<string> types, string what)
    {
        var (good, ids) = (true, new List<string>());
        foreach (var item in ValueReading.Items(node))
        {
            if (item is ScalarNode { IsEmpty: false } scalar && !Glob.IsPattern(scalar.Text))
            {
                if (context.Vocabulary.Assets?.Contains(scalar.Text) ?? false) context.Error(scalar, $"The map has an asset '{scalar.Shortened}' already; {what} brings a new one.");
                else if (One(context, scalar, scalar.Text, types, what))
                {
                    ids.Add(scalar.Text);
                    continue;
                }
            }
            else context.Error(item, $"{Fields.Capital(what)} names the id of a new asset, as in '{types[0]}/A-1'; found {item.Kind}.");
            good = false;
        }
        if (ids.Count == 0 && good) context.Error(node, $"{Fields.Capital(what)} names no asset; {Accepted(types)}.");
        return (good && ids.Count > 0, [.. ids], ids);
    }

    /// <summary>An area stands for what lies in it, where an action takes that and not the area itself; null when it is none.</summary>
    private static bool? Area(ReadingContext context, ScalarNode scalar, IReadOnlyList<string> types, string what, List<string> ids, HashSet<string> seen)
    {
        if (types.Count == 0 || scalar.Text.Length > LongestId || types.Contains(AssetPattern.TypeOf(scalar.Text) ?? "") || context.Vocabulary.Assets?.Within(scalar.Text, types) is not { } inside) return null;
        if (inside.Count == 0) context.Error(scalar, $"Nothing lies in '{scalar.Shortened}' of what {what} takes: {string.Join(", ", types)}.");
        ids.AddRange(inside.Where(seen.Add));
        return inside.Count > 0;
    }

    private static bool Pattern(
        ReadingContext context, ScalarNode scalar, IReadOnlyList<string> types, string what, List<string> ids, HashSet<string> seen)
    {
        if (context.Vocabulary.Assets is not { } assets)
        {
            if (seen.Add(scalar.Text)) ids.Add(scalar.Text);
            return true;
        }
        var matching = scalar.Text.Length <= LongestId ? assets.Match(scalar.Text) : [];
        if (matching.Count == 0)
        {
            var type = AssetPattern.TypeOf(scalar.Text);
            var hint = type is null || assets.Types.Contains(type) ? "" : NearestName.Hint(type, assets.Types);
            context.Error(scalar, $"No asset of the map matches '{scalar.Shortened}'; it has {string.Join(", ", assets.Types)}.{hint}");
            return false;
        }
        // A pattern may reach further than an action (water/*); one that names the wrong type finds nothing that it accepts.
        var accepted = 0;
        foreach (var id in matching)
        {
            if (!types.Contains(AssetPattern.TypeOf(id) ?? "")) continue;
            accepted++;
            if (seen.Add(id)) ids.Add(id);
        }
        if (accepted == 0) context.Error(scalar, $"'{scalar.Shortened}' matches {Plural.Of(matching.Count, "asset")}, but {Plural.For(matching.Count, "it does not fit", "none of them fits")}: {what} {Wants(types)}.");
        else if (accepted < matching.Count) context.Warning(scalar, $"'{scalar.Shortened}' matches {matching.Count} assets, of which {matching.Count - accepted} {Plural.For(matching.Count - accepted, "is", "are")} left out: {what} {Wants(types)}.");
        return accepted > 0;
    }

    private static string Wants(IReadOnlyList<string> types) => types.Count == 0 ? "takes no asset" : $"takes {string.Join(", ", types)}";

    private static string Accepted(IReadOnlyList<string> types) => $"it {Wants(types)}";
}

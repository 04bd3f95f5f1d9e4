using DigitalTwin.Grains.Contracts.Twins;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Grains.Twins;

/// <summary>Commands that every twin knows, and the answer to those that none knows.</summary>
internal static class CommonCommands
{
    /// <summary>Says what a forked world takes a property to be.</summary>
    public const string Assume = "assume";

    public static Deed Do(Twin twin, Command command, Draft draft, IReadOnlyList<string> own)
    {
        if (command.Name == Assume) return DoAssume(twin, command, draft);
        string[] known = [.. own, Assume];
        return Deed.Refused($"'{twin.Asset}' has no command '{command.Name}'.{NearestName.Hint(command.Name, known)} It has: {string.Join(", ", known)}.");
    }

    private static Deed DoAssume(Twin twin, Command command, Draft draft)
    {
        if (twin.Site.IsLive) return Deed.Refused($"The world '{twin.Site.World.Name}' is live and takes what is measured; fork it to assume something else.");
        if (command.Arguments.Count + command.Words.Count == 0) return Deed.Refused("'assume' names properties and their values, as in level = 3.2; there are none.");
        var mistakes = command.Arguments.Select(a => Mistake(twin, a.Key, a.Value, null)).Concat(command.Words.Select(w => Mistake(twin, w.Key, double.NaN, w.Value))).OfType<string>().ToList();
        if (mistakes.Count > 0) return Deed.Refused(string.Join(" ", mistakes));
        foreach (var (property, value) in command.Arguments.OrderBy(a => a.Key, StringComparer.Ordinal)) twin.Tell(property, value, null, command.Requester, draft);
        foreach (var (property, word) in command.Words.OrderBy(w => w.Key, StringComparer.Ordinal)) twin.Tell(property, double.NaN, word, command.Requester, draft);
        return Deed.Done($"{string.Join(", ", command.Arguments.Select(a => $"{a.Key} = {AlertText.Number(a.Value)}").Concat(command.Words.Select(w => $"{w.Key} = {w.Value}")).Order(StringComparer.Ordinal))} from now on in '{twin.Site.World.Name}'.");
    }

    private static string? Mistake(Twin twin, string property, double value, string? word) =>
        Names.IsName(property) ? Telemetry.ValueCheck.Mistake(Vocabulary.Of(twin.Asset), property, value, word) : $"'{Names.Shown(property)}' is no property: {Names.Accepted}.";
}

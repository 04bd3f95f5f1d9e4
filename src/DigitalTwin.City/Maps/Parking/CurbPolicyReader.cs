using System.Text.Json;
using DigitalTwin.Cities.GeoJson;
using DigitalTwin.Mobility.Parking;
using DigitalTwin.Mobility.Parking.Curbs;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Units;

namespace DigitalTwin.Cities.Maps.Parking;

/// <summary>Reads the <c>policies</c> of a kerb or lot: what is permitted or forbidden, for whom, at which hours, for how long. Whether they can be meant together is <see cref="CurbCheck"/>'s to say.</summary>
internal static class CurbPolicyReader
{
    private const int LargestPriority = 1_000_000;
    private static readonly string[] Keys = ["activity", "groups", "hours", "max_stay", "max_stay_min", "priority"];
    private static readonly Unit Second = Unit.Parse("s");

    /// <summary>The policies of a feature; those with mistakes are left out and told.</summary>
    public static List<CurbPolicy> Read(FeatureWords words)
    {
        var policies = new List<CurbPolicy>();
        if (words.Take("policies") is not { } value) return policies;
        using var json = value.Kind == GeoValueKind.Json ? JsonDocument.Parse(value.Text!) : null;
        if (json is null || json.RootElement.ValueKind != JsonValueKind.Array || json.RootElement.EnumerateArray().Any(e => e.ValueKind != JsonValueKind.Object))
        {
            words.Error($"The 'policies' of {words.What} are a list of {{ {string.Join(", ", Keys)} }}, as in [{{\"activity\":\"parking\",\"max_stay_min\":120,\"hours\":\"Mo-Fr 08:00-18:00\"}}]; found {FeatureWords.Shown(value)}.");
            return policies;
        }
        foreach (var item in json.RootElement.EnumerateArray())
            if (Policy(item, words) is { } policy) policies.Add(policy);
        return policies;
    }

    private static CurbPolicy? Policy(JsonElement item, FeatureWords words)
    {
        var told = words.Told;
        foreach (var unknown in item.EnumerateObject().Where(p => !Keys.Contains(p.Name)))
            words.Error($"A policy of {words.What} has {string.Join(", ", Keys)}; found '{unknown.Name}'.{NearestName.Hint(unknown.Name, Keys)}");
        CurbActivity activity = 0;
        var isKnown = item.TryGetProperty("activity", out var said) && said.ValueKind == JsonValueKind.String && CurbActivities.TryParse(said.GetString()!, out activity);
        var isMisspelt = said.ValueKind == JsonValueKind.Undefined && item.EnumerateObject().Any(p => !Keys.Contains(p.Name) && NearestName.Of(p.Name, Keys) == "activity");
        if (!isKnown && !isMisspelt)
            words.Error($"The 'activity' of a policy of {words.What} is {string.Join(", ", CurbActivities.Words)}; found {Shown(said)}.{(said.ValueKind == JsonValueKind.String ? NearestName.Hint(said.GetString()!, CurbActivities.Words) : "")}");
        IReadOnlyList<string> groups = item.TryGetProperty("groups", out var g) ? words.Groups("policies", g.ValueKind == JsonValueKind.String ? GeoValue.Of(g.GetString()!) : GeoValue.Json(g.GetRawText())) : [];
        IReadOnlyList<WeekTime> hours = item.TryGetProperty("hours", out var h) ? words.HoursIn("policies", h.ValueKind == JsonValueKind.String ? h.GetString()! : h.GetRawText()) : [];
        var priority = CurbPolicy.UsualPriority;
        if (item.TryGetProperty("priority", out var p) && !(p.ValueKind == JsonValueKind.Number && p.TryGetInt32(out priority) && priority is >= 0 and <= LargestPriority))
            words.Error($"The 'priority' of a policy of {words.What} is a whole number from 0, and the lowest goes first; found {Shown(p)}.");
        var stay = LongestStay(item, words);
        return words.Told > told ? null : new(activity) { Priority = priority, Groups = groups, Hours = hours is [var only] && only == WeekTime.Always ? [] : hours, LongestStay = stay };
    }

    private static double LongestStay(JsonElement item, FeatureWords words)
    {
        var (inMinutes, asText) = (item.TryGetProperty("max_stay_min", out var minutes), item.TryGetProperty("max_stay", out var text));
        if (inMinutes && asText) words.Error($"A policy of {words.What} has both 'max_stay' and 'max_stay_min'; one of them is enough.");
        if (inMinutes && !(minutes.ValueKind == JsonValueKind.Number && minutes.GetDouble() > 0)) words.Error($"The 'max_stay_min' of a policy of {words.What} is a number above 0; found {Shown(minutes)}.");
        else if (inMinutes) return minutes.GetDouble() * 60;
        if (!asText) return double.PositiveInfinity;
        string? problem = null;
        if (text.ValueKind == JsonValueKind.String && Quantity.TryParse(text.GetString()!, Second, out var seconds, out problem) && seconds > 0) return seconds;
        words.Error($"The 'max_stay' of a policy of {words.What} is a text with its unit, as in \"2 h\", or 'max_stay_min' a number; found {Shown(text)}.{(problem is null ? "" : " " + problem)}");
        return double.PositiveInfinity;
    }

    private static string Shown(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Undefined => "nothing",
        JsonValueKind.String => FeatureWords.Shown(GeoValue.Of(value.GetString()!)),
        _ => FeatureWords.Shown(GeoValue.Json(value.GetRawText())),
    };
}

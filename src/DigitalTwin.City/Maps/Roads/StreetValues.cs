using System.Globalization;
using System.Text.Json;
using DigitalTwin.Cities.GeoJson;
using DigitalTwin.Mobility.Roads;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Cities.Maps.Roads;

/// <summary>Values of one street's or node's properties; what cannot be one is reported.</summary>
internal sealed class StreetValues(GeoFeature feature, bool isNode, string path, ProblemList problems)
{
    private delegate bool Parsing(ReadOnlySpan<char> text, out double value);

    public bool Has(string name) => feature.Find(name) is { Kind: not GeoValueKind.Null };

    public void Error(string what, string end = ".") => problems.Error(path, feature.Line, feature.Column, $"The {(isNode ? "node" : "street")} '{feature.Id ?? feature.Text("id")}' {what}{end}");

    public double Number(string name) => Value(name, Plain, "a number");

    public bool Truth(string name, bool otherwise)
    {
        if (!Has(name)) return otherwise;
        var value = feature.Find(name)!.Value;
        if (value is { Kind: GeoValueKind.Truth }) return value.Number != 0;
        if (value.Text is "yes" or "true" || value.Number == 1) return true;
        if (value.Text is not ("no" or "false") && value.Number != 0) Refuse(name, value, "true or false");
        return false;
    }

    public int Layer()
    {
        var layer = Number("layer");
        if (double.IsNaN(layer)) return 0;
        if (layer == Math.Floor(layer) && Math.Abs(layer) <= 100) return (int)layer;
        Error($"has the layer {layer}; a whole number is accepted");
        return 0;
    }

    public RoadClass Class()
    {
        var text = feature.Text("class");
        if (text is not null && RoadClassText.TryParse(text, out var road)) return road;
        Error(text is null ? "has no text 'class'; " : $"has the class '{text}'; ", RoadClassText.Accepted(text ?? ""));
        return RoadClass.Residential;
    }

    public StreetDirection Direction()
    {
        if (!Has("oneway")) return StreetDirection.Both;
        var value = feature.Find("oneway")!.Value;
        switch (value.Kind == GeoValueKind.Text ? value.Text : value.Number.ToString(CultureInfo.InvariantCulture))
        {
            case "no" or "false" or "0": return StreetDirection.Both;
            case "yes" or "true" or "1" or "forward": return StreetDirection.Forward;
            case "-1" or "backward": return StreetDirection.Backward;
        }
        Refuse("oneway", value, "true (as drawn), false, or 'backward'");
        return StreetDirection.Both;
    }

    /// <summary>What is said of a direction, or of both when it is null.</summary>
    public StreetLanes Lanes(string? way)
    {
        var end = way is null ? "" : ":" + way;
        return new(
            Value("lanes" + end, Plain, "a number"), Value("maxspeed" + end, SpeedText.TryParse, SpeedText.Accepted),
            Value("capacity" + end, FlowText.TryParse, FlowText.Accepted), Value("storage" + end, Plain, "a number of vehicles"), Value("green" + end, Plain, "a share of the cycle, above 0, up to 1"));
    }

    /// <summary>A value for both directions beside one for each leaves open what the first is for.</summary>
    public void Contradictions()
    {
        foreach (var name in (string[])["lanes", "maxspeed", "capacity", "storage", "green"])
            if (Has(name) && Has(name + ":forward") && Has(name + ":backward"))
                Error($"has '{name}' ({Shown(name)}) and both '{name}:forward' ({Shown(name + ":forward")}) and '{name}:backward' ({Shown(name + ":backward")}); '{name}' is per direction, so that one of them contradicts it or says it twice");
    }

    /// <summary>Streets or links that one may not turn into; of several those before the last are driven on the way there.</summary>
    public List<string[]> Banned(string? way)
    {
        var name = way is null ? "banned" : "banned:" + way;
        if (!Has(name)) return [];
        var value = feature.Find(name)!.Value;
        if (value.Kind == GeoValueKind.Text) return [[value.Text!]];
        if (value.Kind == GeoValueKind.Json)
        {
            using var list = JsonDocument.Parse(value.Text!);
            if (list.RootElement.ValueKind == JsonValueKind.Array && list.RootElement.EnumerateArray().All(e => IsText(e) || (e.ValueKind == JsonValueKind.Array && e.GetArrayLength() > 0 && e.EnumerateArray().All(IsText))))
                return [.. list.RootElement.EnumerateArray().Select(e => IsText(e) ? (string[])[e.GetString()!] : [.. e.EnumerateArray().Select(id => id.GetString()!)])];
        }
        Refuse(name, value, "a list of ids of streets or links that one may not turn into, or of lists of those that may not be driven one after the other");
        return [];
    }

    private static bool IsText(JsonElement element) => element.ValueKind == JsonValueKind.String;

    private static bool Plain(ReadOnlySpan<char> text, out double value) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);

    private double Value(string name, Parsing parse, string accepted)
    {
        if (!Has(name)) return double.NaN;
        var value = feature.Find(name)!.Value;
        var text = value.Kind == GeoValueKind.Number ? value.Number.ToString("R", CultureInfo.InvariantCulture) : value.Kind == GeoValueKind.Text ? value.Text! : "";
        if (parse(text, out var number)) return number;
        Refuse(name, value, accepted);
        return double.NaN;
    }

    private void Refuse(string name, GeoValue value, string accepted) => Error($"has the {name} {Shown(value)}; accepted is {accepted}");

    private string Shown(string name) => Shown(feature.Find(name)!.Value);

    private static string Shown(GeoValue value) => value.Kind switch
    {
        GeoValueKind.Truth => value.Number != 0 ? "true" : "false",
        GeoValueKind.Number => value.Number.ToString("R", CultureInfo.InvariantCulture),
        GeoValueKind.Text => $"'{(value.Text!.Length <= 40 ? value.Text : value.Text[..40] + "…")}'",
        _ => value.Text is { Length: <= 40 } json ? json : (value.Text?[..40] ?? "") + "…",
    };
}

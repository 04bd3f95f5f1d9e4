using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Text;
using DigitalTwin.Scenarios.Syntax;
using DigitalTwin.Scenarios.Vocabulary;

namespace DigitalTwin.Scenarios.Reading;

/// <summary>A whole document, from its tree to a scenario.</summary>
internal sealed class ScenarioBinding(ReadingContext context)
{
    private const double UsualRecording = 900;

    /// <summary>What the document says without its mistakes; null where it does not even say of which map and when.</summary>
    public Scenario? Read()
    {
        var fields = Fields.Of(context.Document.Root, "the scenario", context)!;
        var name = fields.Require("scenario", "storm-at-the-evening-rush") is { } nameNode ? context.Name(nameNode, "a scenario") : null;
        var title = fields.Take("title") is { } titleNode ? context.Localized(titleNode, "title") : null;
        var question = fields.Take("question") is { } questionNode ? context.Localized(questionNode, "question") : null;
        var answer = fields.Take("answer") is { } answerNode ? context.Localized(answerNode, "answer") : null;
        var map = fields.Require("map", "../maps/optics-valley");
        if (map is not null) Map(map);
        var period = fields.Require("period", "{ start: 2025-07-08T06:00+08:00, duration: 24 h }") is { } periodNode ? PeriodReading.Read(context, periodNode) : null;
        var seed = fields.Take("seed") is { } seedNode ? context.Whole(seedNode, "seed", 0, long.MaxValue) : 1;
        var weatherNode = fields.Take("weather");
        var weather = WeatherReading.Read(context, weatherNode, period);
        var refused = new HashSet<string>(StringComparer.Ordinal);
        var events = EventReading.ReadAll(context, fields.Take("events"), period, refused);
        EventNames.Check(context, [], events);
        var settings = SettingReading.Read(context, fields);
        var variants = VariantReading.Read(context, fields.Take("variants"), new(period, weatherNode, weather, settings, events, refused));
        var replications = fields.Take("replications") is { } replicationsNode ? context.Whole(replicationsNode, "replications", 1, 10_000) : 1;
        var kpis = Kpis(fields.Take("kpis"));
        var recording = Recording(fields.Take("results"), period);
        fields.Close();
        if (name is null || period is null || context.Document.MapFolder is not { } folder) return null;
        return new()
        {
            Name = name, Title = title ?? new(name), Question = question, Answer = answer, File = context.Document.File, MapFolder = folder,
            Period = period, Seed = (ulong)(seed ?? 1), Replications = (int)(replications ?? 1), Weather = weather, Settings = settings,
            Events = events, Variants = variants, Kpis = kpis, RecordingInterval = recording, Refused = context.Refused,
        };
    }

    /// <summary>The map's folder must exist; when its assets are at hand, it does.</summary>
    private void Map(SyntaxNode node)
    {
        if (context.Document.MapFolder is not { } folder)
        {
            context.Error(node, $"'map' must be the path of a map's folder; found {node.Kind}.");
            return;
        }
        if (context.Vocabulary.Assets is not null || Directory.Exists(folder)) return;
        var parent = Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(folder));
        var siblings = Directory.Exists(parent) ? new DirectoryInfo(parent).EnumerateDirectories().Take(1000).Select(d => d.Name) : [];
        context.Error(node, $"There is no map folder {node.Kind} (looked for {folder}).{NearestName.Hint(Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)), siblings)}");
    }

    private List<KpiDeclaration> Kpis(SyntaxNode? node)
    {
        var all = context.Vocabulary.Kpis;
        if (node is null) return [.. all];
        var chosen = new List<KpiDeclaration>();
        foreach (var item in ValueReading.Items(node))
        {
            if (context.Text(item, "kpis") is not { } text) continue;
            var found = all.Where(kpi => text.Length < 200 && Glob.Matches(text, kpi.Name)).ToList();
            if (found.Count == 0)
            {
                var names = all.Select(kpi => kpi.Name).ToList();
                context.Error(item, $"{item.Kind} is no KPI; accepted: {string.Join(", ", names)}, and patterns such as 'water.*'.{NearestName.Hint(text, names)}");
            }
            chosen.AddRange(found.Where(kpi => !chosen.Contains(kpi)));
        }
        return chosen;
    }

    /// <summary>The interval of recording: as given, else a quarter of an hour where steps fit into it, else every step.</summary>
    private double Recording(SyntaxNode? node, Period? period)
    {
        var step = period?.Step ?? UsualRecording;
        var usual = UsualRecording % step == 0 ? UsualRecording : step;
        if (node is null || Fields.Of(node, "the results", context) is not { } fields) return usual;
        var interval = fields.Take("interval") is { } given ? context.Quantity(given, "interval", "s", 1, 366 * 86400.0)?.Value : usual;
        fields.Close();
        if (interval is not { } seconds) return usual;
        var steps = seconds / step;
        if (period is not null && (steps < 0.5 || Math.Abs(steps - Math.Round(steps)) > 1e-6))
            context.Error(fields.Node.Find("interval")!, $"'interval' ({seconds:0.###} s) must be a whole number of steps of {step:0.###} s.");
        return seconds;
    }
}

using DigitalTwin.Numerics.Text;
using DigitalTwin.Simulation.Loop;
using DigitalTwin.Simulation.Results;
using DigitalTwin.Weather.Warnings;

namespace DigitalTwin.Simulation.Weather;

/// <summary>
/// Watches the signals of all districts: joins what changed in a step into messages, one for all the districts concerned, counts them and
/// keeps the shortest lead.
/// </summary>
internal sealed class WarningWatch(WeatherSite site, WarningTable table, Recording recording)
{
    private int issued;
    private double shortestLead = double.PositiveInfinity;

    /// <summary>The messages of a step; those of the warm-up are watched but not counted or told.</summary>
    public IReadOnlyList<LogEntry> Observe(StepWindow step, Exchange exchange)
    {
        var messages = WarningMessage.Join(Changes(exchange));
        if (!Recording.Counts(step)) return [];
        foreach (var message in messages.Where(m => m.Action is WarningAction.Issue or WarningAction.Upgrade))
        {
            issued++;
            if ((message.ReachedAt - recording.Start).TotalSeconds <= recording.Duration) shortestLead = Math.Min(shortestLead, message.Lead.TotalMinutes);
        }
        return [.. messages.Select(Entry)];
    }

    /// <summary>The KPIs of warnings.</summary>
    public IReadOnlyList<KpiValue> Kpis() =>
        [new(WeatherVocabulary.Warnings, issued), new(WeatherVocabulary.WarningLead, double.IsFinite(shortestLead) ? shortestLead : 0)];

    public void Save(BinaryWriter writer)
    {
        writer.Write(issued);
        writer.Write(shortestLead);
    }

    public void Load(BinaryReader reader) => (issued, shortestLead) = (reader.ReadInt32(), reader.ReadDouble());

    private IEnumerable<WarningChange> Changes(Exchange exchange)
    {
        var (now, before) = (exchange.At(WarningQuantities.Level, Moment.ThisStep), exchange.At(WarningQuantities.Level, Moment.PreviousStep));
        var (at, reached) = (exchange.Now(WarningQuantities.IssuedAt), exchange.Now(WarningQuantities.ReachedAt));
        for (var i = 0; i < now.Length; i++)
        {
            var (from, to) = ((WarningLevel)(int)before.Span[i], (WarningLevel)(int)now.Span[i]);
            if (from == to) continue;
            yield return new WarningChange(
                site.Places[i / table.Signals.Count], table.Signals[i % table.Signals.Count], from, to,
                recording.Start.AddSeconds(at.Span[i]), recording.Start.AddSeconds(reached.Span[i]));
        }
    }

    private LogEntry Entry(WarningMessage message)
    {
        var text = message.Text(WarningIssuer.Simulation);
        var lead = message.Action != WarningAction.Lift && message.Lead > TimeSpan.Zero
            ? (En: $" Lead {message.Lead.TotalMinutes:0} min.", Zh: $"提前 {message.Lead.TotalMinutes:0} 分钟。") : (En: "", Zh: "");
        var district = message.Changes[0].Place.Id;
        var index = Enumerable.Range(0, site.Places.Count).First(i => site.Places[i].Id == district);
        return new LogEntry(
            (message.IssuedAt - recording.Start).TotalSeconds, $"warning.{message.Action.ToString().ToLowerInvariant()}",
            new LocalizedText(text.En + lead.En, text.Zh + lead.Zh), site.AssetIds[index]);
    }
}

using System.Globalization;
using System.Text;
using System.Xml;
using DigitalTwin.Numerics.Text;

namespace DigitalTwin.Weather.Warnings;

/// <summary>
/// Writes messages as CAP 1.2 (OASIS Common Alerting Protocol, 2010-07-01), one alert with an info block in Chinese and one in English. Status is
/// <c>Exercise</c> unless it is said to be <c>Actual</c>: what a simulation issues must never be taken for a warning.
/// </summary>
public static class CapWriter
{
    private const string Namespace = "urn:oasis:names:tc:emergency:cap:1.2";

    /// <summary>The identifier of a message, the same for the same content.</summary>
    public static string Identifier(WarningMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var places = message.Changes.Aggregate(14695981039346656037UL, (hash, c) => c.Place.Id.Aggregate(hash * 1099511628211UL, (h, letter) => (h ^ letter) * 1099511628211UL));
        return FormattableString.Invariant($"{message.Signal.Id}-{message.From}-{message.To}-{message.IssuedAt.UtcDateTime:yyyyMMddTHHmmss}Z-{places:x16}").ToLowerInvariant();
    }

    /// <summary>Writes an alert.</summary>
    /// <param name="message">The message.</param>
    /// <param name="issuer">Who issues it.</param>
    /// <param name="earlier">The messages that it updates or cancels; needed for all but a first issue.</param>
    /// <param name="to">Receives UTF-8.</param>
    /// <param name="isActual">True only for a real office.</param>
    public static void Write(WarningMessage message, WarningIssuer issuer, IReadOnlyList<WarningMessage> earlier, Stream to, bool isActual = false)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(issuer);
        ArgumentNullException.ThrowIfNull(earlier);
        using var xml = XmlWriter.Create(to, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" });
        xml.WriteStartElement("alert", Namespace);
        Element(xml, "identifier", Identifier(message));
        Element(xml, "sender", issuer.Sender);
        Element(xml, "sent", Time(message.IssuedAt));
        Element(xml, "status", isActual ? "Actual" : "Exercise");
        Element(xml, "msgType", message.Action switch { WarningAction.Issue => "Alert", WarningAction.Lift => "Cancel", _ => "Update" });
        Element(xml, "scope", "Public");
        if (message.Action != WarningAction.Issue && earlier.Count > 0)
            Element(xml, "references", string.Join(' ', earlier.Select(e => $"{issuer.Sender},{Identifier(e)},{Time(e.IssuedAt)}")));
        Info(xml, message, issuer, "zh-CN", w => w.In("zh"));
        Info(xml, message, issuer, "en", w => w.En);
        xml.WriteEndElement();
    }

    private static void Info(XmlWriter xml, WarningMessage message, WarningIssuer issuer, string language, Func<LocalizedText, string> say)
    {
        var level = message.To == WarningLevel.None ? message.From : message.To;
        var lifted = message.Action == WarningAction.Lift;
        xml.WriteStartElement("info", Namespace);
        Element(xml, "language", language);
        Element(xml, "category", "Met");
        Element(xml, "event", say(message.Signal.Name));
        Element(xml, "responseType", lifted ? "AllClear" : level >= WarningLevel.Orange ? "Execute" : "Prepare");
        Element(xml, "urgency", lifted ? "Past" : message.Lead <= TimeSpan.Zero ? "Immediate" : message.Lead <= TimeSpan.FromHours(1) ? "Expected" : "Future");
        Element(xml, "severity", level switch { WarningLevel.Red => "Extreme", WarningLevel.Orange => "Severe", WarningLevel.Yellow => "Moderate", _ => "Minor" });
        Element(xml, "certainty", lifted ? "Unlikely" : message.Lead <= TimeSpan.Zero ? "Observed" : "Likely");
        xml.WriteStartElement("eventCode", Namespace);
        Element(xml, "valueName", "CMA");
        Element(xml, "value", message.Signal.Code + ((int)level).ToString("00", CultureInfo.InvariantCulture));
        xml.WriteEndElement();
        Element(xml, "effective", Time(message.IssuedAt));
        if (!lifted) Element(xml, "onset", Time(message.ReachedAt));
        Element(xml, "senderName", say(issuer.Name));
        Element(xml, "headline", say(message.Headline(issuer)));
        Element(xml, "description", say(message.Body()));
        if (!lifted) Element(xml, "instruction", say(message.Signal.Guidance(level)));
        foreach (var change in message.Changes)
        {
            xml.WriteStartElement("area", Namespace);
            Element(xml, "areaDesc", say(change.Place.Name) is { Length: > 0 } name ? name : change.Place.Id);
            Element(xml, "circle", FormattableString.Invariant($"{change.Place.Latitude:0.#####},{change.Place.Longitude:0.#####} 0"));
            xml.WriteStartElement("geocode", Namespace);
            Element(xml, "valueName", "place");
            Element(xml, "value", change.Place.Id);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static void Element(XmlWriter xml, string name, string value) => xml.WriteElementString(name, Namespace, value);

    /// <summary>CAP wants an offset in figures: -00:00 and never Z.</summary>
    private static string Time(DateTimeOffset time) =>
        time.ToString(time.Offset == TimeSpan.Zero ? "yyyy-MM-dd'T'HH:mm:ss'-00:00'" : "yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}

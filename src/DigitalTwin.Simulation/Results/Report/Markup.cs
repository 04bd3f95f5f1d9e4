using System.Globalization;
using System.Text;
using DigitalTwin.Numerics.Text;

namespace DigitalTwin.Simulation.Results.Report;

/// <summary>
/// HTML and SVG written element by element. Every text and every attribute goes through here and is escaped here; nothing else builds markup
/// from what a user wrote.
/// </summary>
internal sealed class Markup
{
    private static readonly HashSet<string> Void = new(StringComparer.Ordinal) { "meta", "br", "hr", "col" };
    private readonly StringBuilder text = new();
    private readonly Stack<string> open = new();

    public Markup Open(string tag, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Start(tag, attributes);
        text.Append('>');
        if (!Void.Contains(tag)) open.Push(tag);
        return this;
    }

    public Markup Close()
    {
        text.Append("</").Append(open.Pop()).Append('>');
        return this;
    }

    /// <summary>An SVG element without content.</summary>
    public Markup Leaf(string tag, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Start(tag, attributes);
        text.Append("/>");
        return this;
    }

    public Markup Element(string tag, string content, params ReadOnlySpan<(string Name, string Value)> attributes) => Open(tag, attributes).Text(content).Close();

    public Markup Element(string tag, LocalizedText content, params ReadOnlySpan<(string Name, string Value)> attributes) => Open(tag, attributes).Text(content).Close();

    public Markup Text(string content)
    {
        Escape(content);
        return this;
    }

    /// <summary>A text in both languages; the page shows the one that the reader chose. One span when they are the same.</summary>
    public Markup Text(LocalizedText content)
    {
        if (content.Zh is null || content.Zh == content.En) return Text(content.En);
        return Element("span", content.En, ("lang", "en")).Element("span", content.Zh, ("lang", "zh-CN"));
    }

    /// <summary>The same in SVG, where a span is a tspan.</summary>
    public Markup SvgText(LocalizedText content)
    {
        if (content.Zh is null || content.Zh == content.En) return Text(content.En);
        return Element("tspan", content.En, ("lang", "en")).Element("tspan", content.Zh, ("lang", "zh-CN"));
    }

    /// <summary>Style sheet, script or JSON of our own, as it stands.</summary>
    public Markup Own(string tag, string content, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Start(tag, attributes);
        text.Append(">\n").Append(content).Append("</").Append(tag).Append('>');
        return this;
    }

    public Markup Line()
    {
        text.Append('\n');
        return this;
    }

    /// <summary>A coordinate: a tenth of a pixel is finer than anybody sees.</summary>
    public static string At(double value) => Math.Round(value, 1).ToString("0.#", CultureInfo.InvariantCulture) is "-0" ? "0" : Math.Round(value, 1).ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>The document; every element is closed.</summary>
    public override string ToString() =>
        open.Count == 0 ? text.ToString() : throw new InvalidOperationException($"<{open.Peek()}> was not closed.");

    private void Start(string tag, ReadOnlySpan<(string Name, string Value)> attributes)
    {
        text.Append('<').Append(tag);
        foreach (var (name, value) in attributes)
        {
            text.Append(' ').Append(name).Append("=\"");
            Escape(value);
            text.Append('"');
        }
    }

    private void Escape(string content)
    {
        foreach (var c in content)
        {
            switch (c)
            {
                case '<': text.Append("&lt;"); break;
                case '>': text.Append("&gt;"); break;
                case '&': text.Append("&amp;"); break;
                case '"': text.Append("&quot;"); break;
                case '\'': text.Append("&#39;"); break;
                case < ' ' and not '\n' and not '\t': text.Append('\uFFFD'); break;
                default: text.Append(c); break;
            }
        }
    }
}

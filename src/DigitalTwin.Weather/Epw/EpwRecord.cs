using System.Globalization;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Weather.Text;

namespace DigitalTwin.Weather.Epw;

/// <summary>One header record cut at its commas, with the column of each field for problems. Field 0 is the keyword.</summary>
internal sealed class EpwRecord
{
    private readonly string line;
    private readonly List<Range> fields = [];
    private readonly int number;
    private readonly string file;
    private readonly ProblemList problems;

    public EpwRecord(ReadOnlySpan<byte> bytes, int number, string file, ProblemList problems)
    {
        (line, this.number, this.file, this.problems) = (TextLines.Decode(bytes), number, file, problems);
        foreach (var range in line.AsSpan().Split(',')) fields.Add(range);
    }

    public int Count => fields.Count;

    /// <summary>A field's text, empty when the record is shorter.</summary>
    public string Text(int field) => field < fields.Count ? line[fields[field]].Trim() : "";

    /// <summary>Everything after the keyword's comma: comments hold commas of their own.</summary>
    public string Rest() => fields.Count > 1 ? line[fields[1].Start..].Trim() : "";

    /// <summary>The texts of a field and all after it.</summary>
    public List<string> From(int field)
    {
        var texts = new List<string>();
        for (var i = field; i < fields.Count; i++) texts.Add(Text(i));
        return texts;
    }

    /// <summary>A number that must be there.</summary>
    public double Number(int field, string what, double least, double most)
    {
        var text = Text(field);
        if (TryNumber(text, out var value) && value >= least && value <= most) return value;
        Fail(field, text.Length == 0
            ? $"The {what} is missing; a number from {Show(least)} to {Show(most)} is accepted."
            : $"The {what} is '{Cut(text)}'; a number from {Show(least)} to {Show(most)} is accepted.");
        return Math.Clamp(0, least, most);
    }

    /// <summary>A number or a blank (NaN).</summary>
    public double Optional(int field, string what)
    {
        var text = Text(field);
        if (text.Length == 0) return double.NaN;
        if (TryNumber(text, out var value)) return value;
        Warn(field, $"'{Cut(text)}' stands where {what} or a blank is accepted; it is left out.");
        return double.NaN;
    }

    /// <summary>A count of groups of <paramref name="size"/> fields that begin at <paramref name="start"/>; never more than the record holds.</summary>
    public int Amount(int field, string what, int size, int start)
    {
        var text = Text(field);
        if (text.Length == 0) return 0;
        var held = Math.Max(0, (fields.Count - start) / size);
        if (!TryNumber(text, out var value) || value < 0 || !double.IsInteger(value))
        {
            Warn(field, $"The {what} is '{Cut(text)}'; a whole number is accepted. The record holds {held}.");
            return held;
        }
        if (value <= held) return (int)value;
        Warn(field, $"The {what} is {Cut(text)}, but the record holds only {held}.");
        return held;
    }

    /// <summary>A day; a mistake is a warning, or an error when it <paramref name="mustBe"/> there.</summary>
    public bool Day(int field, out EpwDay day, bool mustBe = false)
    {
        var text = Text(field);
        var read = EpwDay.TryParse(text, out day);
        if (read && (!mustBe || (!day.IsNone && day.Nth == 0))) return true;
        if (text.Length == 0 && !mustBe) return false;
        var sentence = $"'{Cut(text)}' is not a day; month/day (7/15), '15 Jul', 'Jul 15' or a day of the year (196) is accepted.";
        if (mustBe) Fail(field, sentence);
        else Warn(field, sentence);
        return false;
    }

    public void Warn(int field, string sentence) => problems.Warning(file, number, Column(field), sentence);

    public void Fail(int field, string sentence) => problems.Error(file, number, Column(field), sentence);

    private int Column(int field) => field < fields.Count ? fields[field].Start.GetOffset(line.Length) + 1 : line.Length + 1;

    private static bool TryNumber(string text, out double value) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);

    private static string Show(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);

    private static string Cut(string text) => text.Length <= 40 ? text : text[..40] + "…";
}

using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Water.Epanet.Reading;

// Sentences with their places, and the words that are numbers or names.
internal sealed partial class EpanetParser
{
    private const double Absurd = 1e20;
    private const int MostNamesSearched = 50_000;
    private const int MostHints = 25;
    private const int LongestId = 31;

    private int hints;

    private void Say(int word, string sentence) => problems.Error(fileName, line, Column(word), sentence);

    private void Say(int atLine, int atColumn, string sentence) => problems.Error(fileName, atLine, atColumn, sentence);

    private void Warn(int word, string sentence) => problems.Warning(fileName, line, Column(word), sentence);

    /// <summary>Says that a line has too few entries, or too many.</summary>
    private void SayForm(string what, string form) => problems.Error(fileName, line, 0, $"{what} needs '{form}', but the line has {words} {(words == 1 ? "entry" : "entries")}.");

    private void SayLongLine()
    {
        if (toldLongLine) return;
        toldLongLine = true;
        problems.Warning(fileName, line, 0, $"The line is {lineEnd - lineStart} bytes long; it is read whole, but EPANET would cut it after {LongestLine}.");
    }

    private int Column(int word) => word < 0 || word >= words ? 0 : encoding.GetCharCount(text, lineStart, wordStart[word] - lineStart) + 1;

    /// <summary>A word as a sentence can show it: printable and at most 40 characters.</summary>
    private string Shown(int word)
    {
        var length = Math.Min(wordLength[word], 160);
        var shown = string.Create(null, $"{encoding.GetString(text, wordStart[word], length)}");
        if (shown.Length > 40) shown = shown[..(char.IsHighSurrogate(shown[39]) ? 39 : 40)] + "…";
        return string.Concat(shown.Select(c => char.IsControl(c) ? '\uFFFD' : c));
    }

    /// <summary>Reads a finite number; <paramref name="what"/> begins the sentence when it is none.</summary>
    private bool Number(int word, string what, out double value)
    {
        if (word >= words)
        {
            value = 0;
            problems.Error(fileName, line, 0, $"{what} is missing.");
            return false;
        }
        switch (DecimalText.Read(Word(word), out value))
        {
            case DecimalVerdict.Number when Math.Abs(value) < Absurd:
                return true;
            case DecimalVerdict.Number:
                Say(word, $"{what} is {Shown(word)}, but no quantity of a water network is that large.");
                return false;
            case DecimalVerdict.NotFinite:
                Say(word, $"{what} is '{Shown(word)}', but a finite number is expected.");
                return false;
            default:
                if (wordLength[word] == 0) return true; // an empty pair of quotes counts as 0, as in C
                var comma = Word(word).IndexOf((byte)',') >= 0 ? " Decimals are written with a point." : "";
                Say(word, $"{what} is '{Shown(word)}', but a number is expected.{comma}");
                return false;
        }
    }

    private bool Positive(int word, string what, out double value)
    {
        if (!Number(word, what, out value)) return false;
        if (value > 0) return true;
        Say(word, $"{what} is {Shown(word)}, but must be greater than 0.");
        return false;
    }

    private bool NotNegative(int word, string what, out double value)
    {
        if (!Number(word, what, out value)) return false;
        if (value >= 0) return true;
        Say(word, $"{what} is {Shown(word)}, but must not be negative.");
        return false;
    }

    private string Hint(int word, IdTable table) => Hint(Shown(word), table);

    private string Hint(string found, IdTable table) =>
        table.Count <= MostNamesSearched && hints++ < MostHints ? NearestName.Hint(found, table.Defined) : "";

    /// <summary>Number of the node or link that a word names, or -1 with a sentence.</summary>
    private int Known(int word, IdTable table, string kind)
    {
        var index = table.Find(wordStart[word], wordLength[word]);
        if (index < 0) Say(word, $"There is no {kind} '{Shown(word)}' above this line.{Hint(word, table)}");
        return index;
    }

    /// <summary>Defines a node or link, or says why it cannot be.</summary>
    private int Define(int word, IdTable table, string kind)
    {
        var index = table.Find(wordStart[word], wordLength[word]);
        if (index >= 0)
        {
            Say(word, $"{kind} '{Shown(word)}' is defined twice; the first is on line {table[index].Line}.");
            return -1;
        }
        if (wordLength[word] > LongestId)
        {
            Say(word, $"The id '{Shown(word)}' is {wordLength[word]} bytes long, but at most {LongestId} are accepted.");
            return -1;
        }
        return table.Add(wordStart[word], wordLength[word], WordText(word), line);
    }

    /// <summary>The pattern or curve that a word names; it may be defined further down, so that it is looked for when all is read.</summary>
    private string Refer(int word, IdTable table)
    {
        var index = table.Find(wordStart[word], wordLength[word]);
        if (index < 0) index = table.Add(wordStart[word], wordLength[word], WordText(word), 0);
        ref var entry = ref table[index];
        if (entry.Uses++ == 0) (entry.FirstUseLine, entry.FirstUseColumn) = (line, Column(word));
        return entry.Id;
    }

    private void CheckReferences()
    {
        Check(patterns, "pattern");
        Check(curves, "curve");

        void Check(IdTable table, string kind)
        {
            for (var i = 0; i < table.Count; i++)
            {
                ref var entry = ref table[i];
                if (entry.Line > 0) continue;
                var more = entry.Uses > 1 ? $" (named {entry.Uses} times)" : "";
                Say(entry.FirstUseLine, entry.FirstUseColumn, $"There is no {kind} '{entry.Id}'{more}.{Hint(entry.Id, table)}");
            }
        }
    }

    /// <summary>Says once a section that words behind the last meaningful one are left out.</summary>
    private void Surplus(int most, string what)
    {
        if (words <= most || toldSurplus[(int)section!.Value]) return;
        toldSurplus[(int)section.Value] = true;
        Warn(most, $"'{Shown(most)}' and what follows it have no meaning on {what} and are left out.");
    }

    private readonly bool[] toldSurplus = new bool[(int)EpanetSection.Unknown + 1];
}

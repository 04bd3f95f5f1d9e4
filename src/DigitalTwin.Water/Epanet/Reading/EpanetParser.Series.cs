using DigitalTwin.Water.Epanet.Rows;
using DigitalTwin.Water.Network;

namespace DigitalTwin.Water.Epanet.Reading;

// [PATTERNS] [CURVES] [ENERGY]
internal sealed partial class EpanetParser
{
    private const int MostMultipliersEpanetReads = 39;

    private readonly Dictionary<int, int> patternRow = [];
    private readonly Dictionary<int, int> curveRow = [];
    private int lastPattern = -1, lastCurve = -1;
    private bool toldManyMultipliers;

    /// <summary>The number of the series that a line goes on with or begins; its entry may have been made by an earlier reference.</summary>
    private int Series(IdTable table, int last)
    {
        if (last >= 0 && Word(0).SequenceEqual(text.AsSpan(table[last].Start, table[last].Length))) return last;
        var index = table.Find(wordStart[0], wordLength[0]);
        if (index < 0) index = table.Add(wordStart[0], wordLength[0], WordText(0), line);
        if (table[index].Line == 0) table[index].Line = line;
        return index;
    }

    private void ReadPattern()
    {
        KeepComment();
        if (wordLength[0] > LongestId)
        {
            Say(0, $"The id '{Shown(0)}' is {wordLength[0]} bytes long, but at most {LongestId} are accepted.");
            return;
        }
        lastPattern = Series(patterns, lastPattern);
        if (words < 2)
        {
            SayForm("A pattern", "id multiplier multiplier …");
            return;
        }
        if (!patternRow.TryGetValue(lastPattern, out var row))
        {
            patternRow[lastPattern] = row = file.Patterns.Count;
            file.Patterns.Add(new(patterns[lastPattern].Id, new(words - 1)));
        }
        if (words - 1 > MostMultipliersEpanetReads && !toldManyMultipliers)
        {
            toldManyMultipliers = true;
            Warn(0, $"The line gives pattern '{Shown(0)}' {words - 1} multipliers; all are read, but EPANET would leave out those after the {MostMultipliersEpanetReads}th.");
        }
        var multipliers = file.Patterns[row].Multipliers;
        for (var word = 1; word < words; word++)
        {
            if (!Number(word, "The multiplier", out var multiplier)) return;
            multipliers.Add(multiplier);
        }
    }

    private void ReadCurve()
    {
        KeepComment();
        if (wordLength[0] > LongestId)
        {
            Say(0, $"The id '{Shown(0)}' is {wordLength[0]} bytes long, but at most {LongestId} are accepted.");
            return;
        }
        lastCurve = Series(curves, lastCurve);
        if (words < 3)
        {
            SayForm("A point of a curve", "id x y");
            return;
        }
        if (!Number(1, "The x of the curve's point", out var x) || !Number(2, "The y of the curve's point", out var y)) return;
        if (!curveRow.TryGetValue(lastCurve, out var row))
        {
            curveRow[lastCurve] = row = file.Curves.Count;
            file.Curves.Add(new(curves[lastCurve].Id, [], []));
            curveLines.Add(line);
        }
        var curve = file.Curves[row];
        curve.X.Add(x);
        curve.Y.Add(y);
        if (words > 3 && CurveKindOf(3) is { } kind) file.Curves[row] = curve with { Kind = kind };
    }

    private CurveKind? CurveKindOf(int word) =>
        WordStarts(word, "VOLUME"u8) ? CurveKind.Volume
        : WordStarts(word, "PUMP"u8) ? CurveKind.PumpHead
        : WordStarts(word, "EFFIC"u8) ? CurveKind.Efficiency
        : WordStarts(word, "HEADLOSS"u8) ? CurveKind.HeadLoss
        : WordStarts(word, "GENERIC"u8) ? CurveKind.Unused
        : WordStarts(word, "VALVE"u8) ? CurveKind.ValvePosition : null;

    private void ReadEnergy()
    {
        const string Form = "GLOBAL PRICE|PATTERN|EFFIC value', 'PUMP id PRICE|PATTERN|EFFIC value' or 'DEMAND CHARGE value";
        if (words < 3 || (words < 4 && WordStarts(0, "PUMP"u8)))
        {
            SayForm("An energy setting", Form);
            return;
        }
        if (WordStarts(0, "DEMAN"u8))
        {
            if (NotNegative(2, "The demand charge", out var charge)) file.Energy.Add(new(null, EnergyItem.DemandCharge, charge, null, Comment()));
            return;
        }
        string? pump = null;
        if (WordStarts(0, "PUMP"u8))
        {
            var link = Known(1, links, "pump");
            if (link < 0) return;
            if (linkKinds[link] != LinkKind.Pump)
            {
                Say(1, $"Link '{Shown(1)}' is not a pump.");
                return;
            }
            pump = links[link].Id;
        }
        else if (!WordStarts(0, "GLOB"u8))
        {
            Say(0, $"'{Shown(0)}' is not an energy setting; '{Form}' are.{NearHint(0, "GLOBAL", "PUMP", "DEMAND")}");
            return;
        }
        int item = words - 2, value = words - 1;
        if (WordStarts(item, "PRICE"u8))
        {
            if (NotNegative(value, "The price", out var price)) file.Energy.Add(new(pump, EnergyItem.Price, price, null, Comment()));
        }
        else if (WordStarts(item, "PATT"u8))
        {
            file.Energy.Add(new(pump, EnergyItem.Pattern, double.NaN, wordLength[value] > 0 ? Refer(value, patterns) : null, Comment()));
        }
        else if (!WordStarts(item, "EFFI"u8))
        {
            Say(item, $"'{Shown(item)}' is not an energy setting; PRICE, PATTERN and EFFIC are.{NearHint(item, "PRICE", "PATTERN", "EFFIC")}");
        }
        else if (pump is not null)
        {
            file.Energy.Add(new(pump, EnergyItem.Efficiency, double.NaN, Refer(value, curves), Comment()));
        }
        else if (Positive(value, "The efficiency", out var efficiency))
        {
            file.Energy.Add(new(null, EnergyItem.Efficiency, efficiency, null, Comment()));
        }
    }
}

using DigitalTwin.Water.Epanet.Rows;
using DigitalTwin.Water.Network;

namespace DigitalTwin.Water.Epanet.Reading;

// [PUMPS]
internal sealed partial class EpanetParser
{
    private void ReadPump()
    {
        if (!Connect("pump", 3, LinkKind.Pump, out var from, out var to)) return;
        var row = new PumpRow(links[^1].Id, from, to, Comment: Comment());
        if (words > 3 && DecimalText.Read(Word(3), out _) == DecimalVerdict.Number)
        {
            if (OldPump(row) is not { } old) return;
            row = old;
        }
        else
        {
            for (var word = 4; word < words; word += 2)
            {
                if (WordStarts(word - 1, "POWER"u8))
                {
                    if (!Positive(word, "The power", out var power)) return;
                    row = row with { Power = power };
                }
                else if (WordStarts(word - 1, "HEAD"u8))
                {
                    row = row with { HeadCurve = Refer(word, curves) };
                }
                else if (WordStarts(word - 1, "PATT"u8))
                {
                    row = row with { SpeedPattern = wordLength[word] > 0 ? Refer(word, patterns) : null };
                }
                else if (WordStarts(word - 1, "SPEE"u8))
                {
                    if (!NotNegative(word, "The speed", out var speed)) return;
                    row = row with { Speed = speed };
                }
                else
                {
                    Say(word - 1, $"'{Shown(word - 1)}' is not a property of a pump; HEAD, POWER, SPEED and PATTERN are.{NearHint(word - 1, "HEAD", "POWER", "SPEED", "PATTERN")}");
                    return;
                }
            }
            if (words > 3 && words % 2 == 0) Warn(words - 1, $"'{Shown(words - 1)}' has no value and is left out.");
        }
        file.Pumps.Add(row);
        pumpLines.Add(line);
    }

    /// <summary>The form of EPANET 1: a power, a design point or three points of the head curve in place of keywords.</summary>
    private PumpRow? OldPump(PumpRow row)
    {
        var numbers = new double[words - 3];
        for (var i = 0; i < numbers.Length; i++)
        {
            if (!Number(i + 3, "The pump's curve", out numbers[i])) return null;
        }
        if (numbers.Length is not (1 or 2 or >= 5) || (numbers.Length == 1 && numbers[0] <= 0))
        {
            Say(3, $"A pump has HEAD, POWER, SPEED or PATTERN after its nodes, or in the old form a power, 'head flow' or 'shut-off-head head flow head flow'; {numbers.Length} numbers are none of these.");
            return null;
        }
        Warn(3, "The pump has numbers in place of keywords; they are read as EPANET 2.0 did, but EPANET 2.3 refuses them.");
        return numbers.Length == 1 ? row with { Power = numbers[0] } : row with { OldCurve = numbers };
    }
}

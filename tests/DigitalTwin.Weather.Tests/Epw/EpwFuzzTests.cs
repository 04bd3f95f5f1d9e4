using System.Text;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Randomness;
using DigitalTwin.Weather.Epw;
using DigitalTwin.Weather.Series;
using FsCheck;
using FsCheck.Fluent;

namespace DigitalTwin.Weather.Tests.Epw;

public class EpwFuzzTests
{
    private static readonly byte[] Good = Encoding.UTF8.GetBytes(new MadeEpw { Periods = "1,1,Days,Sunday,1/1,1/2", Last = (1, 2) }.Text());

    [Fact]
    public void Any_bytes_are_read_without_an_exception() =>
        Prop.ForAll<byte[]>(bytes => Read(bytes) >= 0).QuickCheckThrowOnFailure();

    [Fact]
    public void A_good_file_with_bytes_changed_cut_and_doubled_is_read_without_an_exception()
    {
        var random = new KeyedRandom(20250708);
        for (var round = 0UL; round < 600; round++)
        {
            var bytes = Good.ToList();
            var edits = 1 + random.Below(8, round, 0);
            for (var e = 0UL; e < (ulong)edits; e++)
            {
                var at = random.Below(bytes.Count, round, (4 * e) + 1);
                switch (random.Below(4, round, (4 * e) + 2))
                {
                    case 0: bytes[at] = (byte)random.Below(256, round, (4 * e) + 3); break;
                    case 1: bytes.RemoveRange(at, Math.Min(bytes.Count - at, 1 + random.Below(60, round, (4 * e) + 3))); break;
                    case 2: bytes.InsertRange(at, bytes.GetRange(at, Math.Min(bytes.Count - at, 1 + random.Below(400, round, (4 * e) + 3)))); break;
                    default: bytes.Insert(at, ",-/\n\"9e"u8[random.Below(7, round, (4 * e) + 3)]); break;
                }
            }
            Read([.. bytes]);
        }
    }

    [Fact]
    public void A_line_of_ten_million_characters_is_one_mistake()
    {
        var line = new byte[10_000_000];
        Array.Fill(line, (byte)'7');
        Read(line);
        Read([.. Good, .. line]);
        Array.Fill(line, (byte)',');
        Read([.. Good, .. line]);
    }

    private static int Read(byte[] bytes)
    {
        var problems = new ProblemList();
        var file = EpwReader.Read(bytes, "fuzz.epw", problems);
        if (file.RowCount > 0) EpwSeries.From(file);
        return problems.Count;
    }
}

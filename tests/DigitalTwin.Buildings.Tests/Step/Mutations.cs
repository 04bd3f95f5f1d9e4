using DigitalTwin.Numerics.Randomness;

namespace DigitalTwin.Buildings.Tests.Step;

/// <summary>Makes damaged variants of a file: a few random changes each, of bytes, of ranges, of tokens. A variant is a function of its number.</summary>
internal sealed class Mutations(IReadOnlyList<byte[]> seeds)
{
    private static readonly byte[][] Tokens =
    [
        .. new[]
        {
            "'", "''", ";", "(", ")", ",", "=", "#", "#1", "#1=", "\n#7=IFCWALL(", "$", "*", "/*", "*/", "\"", ".", ".T.", "\\", @"\X2\", @"\X0\", @"\X4\", @"\S\'", @"\PE\", "E", "-", "1.", "999999999999999999999",
            "ENDSEC;", "DATA;", "HEADER;", "END-ISO-10303-21;", "SIGNATURE;", "IFCLABEL('x')", "!X(", "(A()B(", "\0", "\u00ff", "\n", "((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((",
        }.Select(System.Text.Encoding.Latin1.GetBytes),
    ];

    private readonly KeyedRandom chance = new(20250708);
    private ulong draw;

    /// <summary>The variant with a number.</summary>
    public byte[] Variant(int number)
    {
        draw = 0;
        var stream = KeyedRandom.Stream("step-mutation", number.ToString());
        int Below(int bound) => chance.Below(Math.Max(bound, 1), stream, draw++);
        var bytes = new List<byte>(seeds[Below(seeds.Count)]);
        for (var changes = 1 + Below(6); changes > 0 && bytes.Count > 0; changes--)
        {
            var at = Below(bytes.Count);
            var length = Math.Min(bytes.Count - at, 1 + Below(Below(4) == 0 ? 400 : 12));
            switch (Below(8))
            {
                case 0:
                    bytes[at] = (byte)Below(256);
                    break;
                case 1:
                    bytes[at] ^= (byte)(1 << Below(8));
                    break;
                case 2:
                    bytes.RemoveRange(at, length);
                    break;
                case 3:
                    bytes.InsertRange(Below(bytes.Count), bytes.GetRange(at, length));
                    break;
                case 4 or 5:
                    bytes.InsertRange(at, Tokens[Below(Tokens.Length)]);
                    break;
                case 6:
                    var other = Below(bytes.Count);
                    for (var i = 0; i < length && at + i < bytes.Count && other + i < bytes.Count; i++) (bytes[at + i], bytes[other + i]) = (bytes[other + i], bytes[at + i]);
                    break;
                default:
                    if (Below(10) == 0) bytes.RemoveRange(at, bytes.Count - at);
                    else bytes[at] = Tokens[Below(Tokens.Length)][0];
                    break;
            }
        }
        return [.. bytes];
    }
}

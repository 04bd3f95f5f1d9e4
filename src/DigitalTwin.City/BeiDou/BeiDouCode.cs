using System.Diagnostics.CodeAnalysis;

namespace DigitalTwin.Cities.BeiDou;

/// <summary>
/// The BeiDou grid location code in two dimensions (GB/T 39409-2020): one name for every place between 88° S and 88° N, from cells of
/// 4° × 6° (level 1) down to 1/2048 of an arc-second (level 10, about 1.5 cm). A longer code lies inside the shorter one that begins it.
/// All arithmetic is whole numbers of 1/2048″, because places such as 114.3° lie on cell edges, where a rounded product would fall on
/// the wrong side. West of Greenwich and south of the equator the indices count away from the zero lines, as the standard mirrors them.
/// </summary>
public static class BeiDouCode
{
    /// <summary>Finest level.</summary>
    public const int Levels = 10;

    private const long Second = 2048;
    private const long Minute = 60 * Second;
    private const long Degree = 60 * Minute;
    private const string Digits = "0123456789ABCDE";
    private const string Rows = "ABCDEFGHIJKLMNOPQRSTUV";

    /// <summary>Cells of levels 2 to 10: size, how many to a parent, and whether both indices share one digit (row × columns + column).</summary>
    private static readonly Split[] Splits =
    [
        new(30 * Minute, 30 * Minute, 12, 8, false),
        new(15 * Minute, 10 * Minute, 2, 3, true),
        new(Minute, Minute, 15, 10, false),
        new(4 * Second, 4 * Second, 15, 15, false),
        new(2 * Second, 2 * Second, 2, 2, true),
        new(Second / 4, Second / 4, 8, 8, false),
        new(Second / 32, Second / 32, 8, 8, false),
        new(Second / 256, Second / 256, 8, 8, false),
        new(1, 1, 8, 8, false),
    ];

    private static readonly int[] Lengths = [4, 6, 7, 9, 11, 12, 14, 16, 18, 20];

    /// <summary>
    /// Code of a place. Degrees are taken to 15 significant digits (a hundredth of a micrometre), so that 114.3 is 114.3.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a longitude, beyond 88° of latitude, or not a level.</exception>
    public static string Encode(double longitude, double latitude, int level = Levels)
    {
        if (!(Math.Abs(longitude) <= 180)) throw new ArgumentOutOfRangeException(nameof(longitude), longitude, "A longitude lies within -180..180 degrees.");
        if (!(Math.Abs(latitude) <= 88)) throw new ArgumentOutOfRangeException(nameof(latitude), latitude, "The grid reaches from 88 degrees south to 88 degrees north.");
        return Encode((decimal)longitude, (decimal)latitude, level);
    }

    /// <summary>Code of a place given exactly, in degrees.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a longitude, beyond 88° of latitude, or not a level.</exception>
    public static string Encode(decimal longitude, decimal latitude, int level = Levels)
    {
        if (Math.Abs(longitude) > 180) throw new ArgumentOutOfRangeException(nameof(longitude), longitude, "A longitude lies within -180..180 degrees.");
        if (Math.Abs(latitude) > 88) throw new ArgumentOutOfRangeException(nameof(latitude), latitude, "The grid reaches from 88 degrees south to 88 degrees north.");
        if (level is < 1 or > Levels) throw new ArgumentOutOfRangeException(nameof(level), level, "A level is 1 to 10.");

        // The last cell takes the edge of the world with it.
        var x = Math.Min((long)(Math.Abs(longitude) * Degree), 180 * Degree - 1);
        var y = Math.Min((long)(Math.Abs(latitude) * Degree), 88 * Degree - 1);
        Span<char> code = stackalloc char[20];
        var column = (int)(x / (6 * Degree));
        var zone = longitude < 0 ? 30 - column : 31 + column;
        code[0] = latitude < 0 ? 'S' : 'N';
        code[1] = (char)('0' + zone / 10);
        code[2] = (char)('0' + zone % 10);
        code[3] = Rows[(int)(y / (4 * Degree))];
        (x, y) = (x % (6 * Degree), y % (4 * Degree));
        for (var i = 2; i <= level; i++)
        {
            var split = Splits[i - 2];
            var (atX, atY) = ((int)(x / split.Width), (int)(y / split.Height));
            var place = Lengths[i - 2];
            if (split.OneDigit) code[place] = Digits[atY * split.Columns + atX];
            else (code[place], code[place + 1]) = (Digits[atX], Digits[atY]);
            (x, y) = (x % split.Width, y % split.Height);
        }
        return new string(code[..Lengths[level - 1]]);
    }

    /// <summary>The cell of a code, or one sentence that says why the text is no code.</summary>
    public static bool TryDecode(string? code, out BeiDouCell cell, [NotNullWhen(false)] out string? sentence)
    {
        cell = default;
        var level = Array.IndexOf(Lengths, code?.Length ?? 0) + 1;
        if (level == 0)
        {
            sentence = $"A grid code has {string.Join(", ", Lengths)} characters; '{code}' has {code?.Length ?? 0}.";
            return false;
        }
        var row = Rows.IndexOf(code![3], StringComparison.Ordinal);
        var zone = char.IsAsciiDigit(code[1]) && char.IsAsciiDigit(code[2]) ? (code[1] - '0') * 10 + code[2] - '0' : 0;
        if (code[0] is not ('N' or 'S') || zone is < 1 or > 60 || row < 0)
        {
            sentence = $"'{code[..4]}' is not a level 1 cell: N or S, a zone 01..60, a row A..V, as in 'N50H'.";
            return false;
        }
        var west = zone <= 30;
        var (x, y) = ((west ? 30L - zone : zone - 31L) * 6 * Degree, row * 4L * Degree);
        var (width, height) = (6 * Degree, 4 * Degree);
        for (var i = 2; i <= level; i++)
        {
            var split = Splits[i - 2];
            if (!split.TryRead(code.AsSpan(Lengths[i - 2]..Lengths[i - 1]), out var atX, out var atY))
            {
                sentence = $"'{code[Lengths[i - 2]..Lengths[i - 1]]}' at place {Lengths[i - 2] + 1} of '{code}' is not a cell of level {i}: {split.Accepted}.";
                return false;
            }
            (x, y) = (x + atX * split.Width, y + atY * split.Height);
            (width, height) = (split.Width, split.Height);
        }
        var (w, e) = west ? (-(x + width), -x) : (x, x + width);
        var (s, n) = code[0] == 'S' ? (-(y + height), -y) : (y, y + height);
        cell = new(code, level, (decimal)w / Degree, (decimal)s / Degree, (decimal)e / Degree, (decimal)n / Degree);
        sentence = null;
        return true;
    }

    /// <summary>How a level divides the cell above it. Width and height in 1/2048″.</summary>
    private readonly record struct Split(long Width, long Height, int Columns, int RowCount, bool OneDigit)
    {
        public string Accepted => OneDigit
            ? $"one digit 0..{Columns * RowCount - 1}"
            : $"a column 0..{Digits[Columns - 1]} and a row 0..{Digits[RowCount - 1]}";

        public bool TryRead(ReadOnlySpan<char> text, out int column, out int row)
        {
            if (OneDigit)
            {
                var digit = Digits.IndexOf(text[0], StringComparison.Ordinal);
                (column, row) = (digit % Columns, digit / Columns);
                return digit >= 0 && digit < Columns * RowCount;
            }
            (column, row) = (Digits.IndexOf(text[0], StringComparison.Ordinal), Digits.IndexOf(text[1], StringComparison.Ordinal));
            return column >= 0 && column < Columns && row >= 0 && row < RowCount;
        }
    }
}

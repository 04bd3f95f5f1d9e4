using System.Collections.Frozen;

namespace DigitalTwin.Numerics.Units;

/// <summary>A dimension that people have a word for, and the units in which they write it, the coherent SI unit first.</summary>
/// <param name="Name">English name: <c>volume flow</c>.</param>
/// <param name="Dimension">The dimension.</param>
/// <param name="Units">Units listed when one of this dimension is wanted.</param>
/// <param name="Display">Units for display, from small to large.</param>
public sealed record NamedDimension(string Name, Dimension Dimension, IReadOnlyList<string> Units, IReadOnlyList<string> Display);

/// <summary>
/// The units we know, as data. Sources: [SI] BIPM, The International System of Units, 9th edition (2019), tables 2, 4, 7 and 8;
/// [NIST] NIST Special Publication 811 (2008), appendix B.8 (foot, inch, gallon, pound-force per square inch, horsepower, conventional
/// metre of water); [IAU] the Julian year of 365.25 d. All are exact by definition. Money counts in CNY; there is no exchange rate here.
/// </summary>
public static class UnitTable
{
    /// <summary>Length, m.</summary>
    public static Dimension Length { get; } = new(1, 0, 0);

    /// <summary>Mass, kg.</summary>
    public static Dimension Mass { get; } = new(0, 1, 0);

    /// <summary>Time, s.</summary>
    public static Dimension Time { get; } = new(0, 0, 1);

    /// <summary>Thermodynamic temperature, K.</summary>
    public static Dimension Temperature { get; } = new(0, 0, 0, 1);

    /// <summary>Angle, rad.</summary>
    public static Dimension Angle { get; } = new(0, 0, 0, 0, 1);

    /// <summary>Money, CNY.</summary>
    public static Dimension Money { get; } = new(0, 0, 0, 0, 0, 1);

    /// <summary>Volume, m³.</summary>
    public static Dimension Volume { get; } = new(3, 0, 0);

    /// <summary>Pressure, Pa.</summary>
    public static Dimension Pressure { get; } = new(-1, 1, -2);

    /// <summary>Energy, J.</summary>
    public static Dimension Energy { get; } = new(2, 1, -2);

    /// <summary>Power, W.</summary>
    public static Dimension Power { get; } = new(2, 1, -3);

    /// <summary>The dimensions that have a name.</summary>
    public static IReadOnlyList<NamedDimension> Dimensions { get; } =
    [
        Named("plain number", Dimension.None, "1 % ‰", "1"),
        Named("length", Length, "m mm cm km in ft", "mm m km"),
        Named("area", Length.Power(2), "m² mm² cm² ha km²", "mm² m² ha km²"),
        Named("volume", Volume, "m³ L ML gal ft³", "L m³"),
        Named("time", Time, "s min h d a", "s min h d a"),
        Named("speed", Length / Time, "m/s km/h mm/h mm/min mm/d", "mm/h m/s"),
        Named("volume flow", Volume / Time, "m³/s m³/h m³/d L/s L/min ML/d gal/min", "L/s m³/s"),
        Named("mass", Mass, "kg g t lb", "g kg t"),
        Named("density", Mass / Volume, "kg/m³ g/L t/m³", "kg/m³"),
        Named("pressure", Pressure, "Pa kPa MPa bar mH2O psi", "Pa kPa MPa"),
        Named("energy", Energy, "J kJ MJ Wh kWh MWh", "J kWh MWh"),
        Named("power", Power, "W kW MW hp", "W kW MW"),
        Named("heat flux", Power / Length.Power(2), "W/m² kW/m²", "W/m²"),
        Named("temperature", Temperature, "K degC degF", "degC"),
        Named("angle", Angle, "rad deg", "deg"),
        Named("frequency", Time.Power(-1), "1/s 1/min 1/h 1/d 1/a", "1/d 1/h 1/s"),
        Named("money", Money, "CNY 万元", "CNY"),
        Named("price of energy", Money / Energy, "CNY/J CNY/kWh CNY/MWh", "CNY/kWh"),
        Named("price of volume", Money / Volume, "CNY/m³", "CNY/m³"),
        Named("price of power", Money / Power, "CNY/W CNY/kW", "CNY/kW"),
    ];

    private const string Si2 = "[SI] tables 2 and 4", Si8 = "[SI] table 8", Nist = "[NIST] B.8", Iau = "[IAU]", Words = "conventional";

    /// <summary>One row of the table: symbols take the decimal prefixes that people use with them, names none. (Hectoseconds are a mistyped h.)</summary>
    private sealed record Row(
        string Symbols, string Names, Dimension Dimension, double Numerator, double Denominator, string Prefixes, string Source, double Shift = 0);

    private static readonly Row[] Rows =
    [
        new("1", "", Dimension.None, 1, 1, "", Si2),
        new("%", "percent", Dimension.None, 1, 100, "", Si2),
        new("‰", "", Dimension.None, 1, 1000, "", Words),
        new("m 米", "metre metres meter meters", Length, 1, 1, "k d c m µ", Si2),
        new("in", "inch inches", Length, 254, 10000, "", Nist),
        new("ft", "foot feet", Length, 3048, 10000, "", Nist),
        new("公里", "", Length, 1000, 1, "", Words),
        new("ha 公顷", "hectare hectares", Length.Power(2), 10000, 1, "", Si8),
        new("L l 升", "litre litres liter liters", Volume, 1, 1000, "M k h d c m µ", Si8),
        new("gal", "gallon gallons", Volume, 3785411784, 1e12, "", Nist),
        new("s 秒", "sec second seconds", Time, 1, 1, "m µ", Si2),
        new("min 分钟", "minute minutes 分", Time, 60, 1, "", Si8),
        new("h 小时", "hour hours 时", Time, 3600, 1, "", Si8),
        new("d 天", "day days 日", Time, 86400, 1, "", Si8),
        new("a 年", "year years", Time, 31557600, 1, "", Iau),
        new("g 克", "gram grams", Mass, 1, 1000, "M k m µ", Si2),
        new("t 吨", "tonne tonnes", Mass, 1000, 1, "", Si8),
        new("lb", "pound pounds", Mass, 45359237, 1e8, "", Nist),
        new("Pa 帕", "pascal", Pressure, 1, 1, "G M k h", Si2),
        new("bar", "", Pressure, 100000, 1, "m", "[SI] table 8, 8th edition"),
        new("mH2O", "mH₂O mwc 米水柱", Pressure, 980665, 100, "", Nist),
        new("psi", "", Pressure, 44482216152605, 6451600000, "", Nist),
        new("J 焦", "joule", Energy, 1, 1, "G M k", Si2),
        new("Wh 瓦时", "", Energy, 3600, 1, "G M k", Words),
        new("W 瓦", "watt", Power, 1, 1, "G M k m", Si2),
        new("hp", "horsepower", Power, 745699871582270220, 1e15, "", Nist),
        new("K", "kelvin", Temperature, 1, 1, "m", Si2),
        new("degC °C ℃ 摄氏度", "celsius", Temperature, 1, 1, "", Si2, 273.15),
        new("degF °F ℉", "fahrenheit", Temperature, 5, 9, "", Nist, 459.67),
        new("rad", "radian", Angle, 1, 1, "m", Si2),
        new("deg °", "degree degrees 度", Angle, Math.PI, 180, "", Si8),
        new("Hz", "hertz", Time.Power(-1), 1, 1, "G M k m", Si2),
        new("N", "newton", new Dimension(1, 1, -2), 1, 1, "M k m", Si2),
        new("CNY ¥ 元", "RMB yuan", Money, 1, 1, "", Words),
        new("万元", "", Money, 10000, 1, "", Words),
    ];

    /// <summary>Decimal prefixes, [SI] table 7, the letter that the rows above use first; the Chinese ones go with Chinese symbols only.</summary>
    private static readonly (string Letters, double Numerator, double Denominator)[] Prefixes =
    [
        ("G", 1e9, 1), ("M 兆", 1e6, 1), ("k 千", 1e3, 1), ("h", 100, 1), ("d 分", 1, 10), ("c 厘", 1, 100), ("m 毫", 1, 1e3), ("µ μ u 微", 1, 1e6),
    ];

    private static readonly FrozenDictionary<string, Unit> Units = Expand();
    private static readonly FrozenDictionary<Dimension, NamedDimension> ByDimension = Dimensions.ToFrozenDictionary(d => d.Dimension);

    /// <summary>Every single (not compound) unit we know, by the text that names it.</summary>
    public static IReadOnlyDictionary<string, Unit> All => Units;

    /// <summary>The named dimension, or null.</summary>
    public static NamedDimension? Find(Dimension dimension) => ByDimension.GetValueOrDefault(dimension);

    /// <summary>A single unit by its name, without allocation.</summary>
    internal static bool TryFind(ReadOnlySpan<char> name, out Unit unit) =>
        Units.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out unit);

    private static NamedDimension Named(string name, Dimension dimension, string units, string display) =>
        new(name, dimension, units.Split(' '), display.Split(' '));

    /// <summary>Names and symbols first, so that min is the minute and never a thousandth of an inch; then prefixed symbols where still free.</summary>
    private static FrozenDictionary<string, Unit> Expand()
    {
        var all = new Dictionary<string, Unit>(StringComparer.Ordinal);
        foreach (var row in Rows)
        {
            foreach (var name in (row.Symbols + ' ' + row.Names).Split(' ', StringSplitOptions.RemoveEmptyEntries))
                all.Add(name, new(name, row.Dimension, row.Numerator, row.Denominator, row.Shift));
        }
        foreach (var row in Rows)
        foreach (var symbol in row.Symbols.Split(' '))
        foreach (var (letters, numerator, denominator) in Prefixes.Where(p => row.Prefixes.Contains(p.Letters[0])))
        foreach (var letter in letters.Split(' '))
        {
            if (IsHan(letter[0]) != IsHan(symbol[0])) continue;
            // 1/1000 of a thousand is 1, not 1000/1000: the fractions stay in lowest decimal terms, so that kg and g/1000 agree to the bit.
            var (n, d) = (row.Numerator * numerator, row.Denominator * denominator);
            var common = Math.Min(n, d) is var least && Math.Max(n, d) % least == 0 ? least : 1;
            all.TryAdd(letter + symbol, new(letter + symbol, row.Dimension, n / common, d / common));
        }
        return all.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static bool IsHan(char c) => c >= '\u2E80';
}

namespace DigitalTwin.Buildings.Ifc.Units;

/// <summary>Names and prefixes of SI units as IfcSIUnit writes them.</summary>
internal static class SiNames
{
    /// <summary>The power of ten of a prefix; 0 where it is none.</summary>
    public static int Exponent(string? prefix) => prefix switch
    {
        "EXA" => 18, "PETA" => 15, "TERA" => 12, "GIGA" => 9, "MEGA" => 6, "KILO" => 3, "HECTO" => 2, "DECA" => 1,
        "DECI" => -1, "CENTI" => -2, "MILLI" => -3, "MICRO" => -6, "NANO" => -9, "PICO" => -12, "FEMTO" => -15, "ATTO" => -18,
        _ => 0,
    };

    /// <summary>The unit of a name and prefix: a prefix is raised with the length it stands before (MILLI SQUARE_METRE is mm²).</summary>
    public static IfcUnit Unit(string kind, string? prefix, string name)
    {
        var power = name switch { "SQUARE_METRE" => 2, "CUBIC_METRE" => 3, _ => 1 };
        var factor = Math.Pow(10, power * Exponent(prefix));
        return name switch
        {
            "GRAM" => new(kind, Symbol(prefix, name), factor / 1000),
            "KELVIN" => new(kind, "K", factor, -273.15),
            _ => new(kind, Symbol(prefix, name), factor),
        };
    }

    private static string Symbol(string? prefix, string name)
    {
        var letter = prefix switch
        {
            "EXA" => "E", "PETA" => "P", "TERA" => "T", "GIGA" => "G", "MEGA" => "M", "KILO" => "k", "HECTO" => "h", "DECA" => "da",
            "DECI" => "d", "CENTI" => "c", "MILLI" => "m", "MICRO" => "µ", "NANO" => "n", "PICO" => "p", "FEMTO" => "f", "ATTO" => "a", _ => "",
        };
        return letter + name switch
        {
            "METRE" => "m", "SQUARE_METRE" => "m²", "CUBIC_METRE" => "m³", "GRAM" => "g", "SECOND" => "s", "RADIAN" => "rad", "STERADIAN" => "sr", "WATT" => "W", "JOULE" => "J",
            "DEGREE_CELSIUS" => "°C", "NEWTON" => "N", "PASCAL" => "Pa", "HERTZ" => "Hz", "AMPERE" => "A", "VOLT" => "V", "LUX" => "lx", "LUMEN" => "lm", "CANDELA" => "cd",
            _ => name.ToLowerInvariant(),
        };
    }
}

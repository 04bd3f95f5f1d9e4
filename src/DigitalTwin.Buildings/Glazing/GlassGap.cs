namespace DigitalTwin.Buildings.Glazing;

/// <summary>The gap between two panes, and how well heat crosses it.</summary>
public sealed record GlassGap
{
    /// <summary>σ, W/(m² K⁴).</summary>
    private const double StefanBoltzmann = 5.670374e-8;

    /// <summary>Mean temperature at which a U-value is declared, °C (EN 673:2011).</summary>
    public const double DeclaredTemperature = 10;

    private readonly double width, exchange, constant;

    private GlassGap(double width, double exchange, double constant) => (this.width, this.exchange, this.constant) = (width, exchange, constant);

    /// <summary>A gap of which only the resistance is known, m² K/W: the same at every temperature.</summary>
    public static GlassGap Of(double resistance) => new(0, 0, 1 / Math.Max(1e-6, resistance));

    /// <summary>Upright, filled with air, and too narrow (below about 15 mm) for the air to turn over: it conducts.</summary>
    /// <param name="width">m.</param>
    /// <param name="first">Thermal emittance of one face.</param>
    /// <param name="second">Of the other.</param>
    public static GlassGap Air(double width, double first = 0.84, double second = 0.84)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        return new(width, 1 / ((1 / first) + (1 / second) - 1), 0);
    }

    /// <summary>h_s, W/(m² K), at a mean temperature in °C (EN 673:2011, equations 3 to 6): 4 σ T³ / (1/ε₁ + 1/ε₂ - 1) + λ / s, with λ of air 0.02416 + 0.00008 t (table 1).</summary>
    public double Conductance(double celsius)
    {
        if (width <= 0) return constant;
        var kelvin = celsius + 273.15;
        return (4 * StefanBoltzmann * kelvin * kelvin * kelvin * exchange) + ((0.02416 + (0.00008 * celsius)) / width);
    }
}

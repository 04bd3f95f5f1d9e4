using DigitalTwin.Buildings.Envelope;

namespace DigitalTwin.Buildings.Districts;

/// <summary>What of a building's envelope was renewed; NaN where nothing was.</summary>
/// <param name="Wall">Thermal transmittance of outer walls, W/(m² K).</param>
/// <param name="Roof">Of roofs, W/(m² K).</param>
/// <param name="Floor">Of the lowest floor, W/(m² K).</param>
/// <param name="Window">Of windows, W/(m² K).</param>
/// <param name="SolarFactor">Solar factor g of windows, 0 to 1.</param>
/// <param name="Infiltration">Air that leaks in, volumes per hour.</param>
public readonly record struct Retrofit(
    double Wall = double.NaN, double Roof = double.NaN, double Floor = double.NaN, double Window = double.NaN, double SolarFactor = double.NaN, double Infiltration = double.NaN)
{
    /// <summary>Nothing renewed.</summary>
    public static Retrofit None { get; } = new(double.NaN);

    /// <summary>The zone after it. The heat capacity stays: what is added lies outside of the mass.</summary>
    public ThermalZone Of(ThermalZone zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        if (Equals(None)) return zone;
        var self = this;
        return zone with
        {
            Opaque = [.. zone.Opaque.Select(s => s with { UValue = self.UValue(s) })],
            Windows = [.. zone.Windows.Select(w => w with { UValue = Or(self.Window, w.UValue), SolarFactor = Or(self.SolarFactor, w.SolarFactor) })],
            Infiltration = Or(Infiltration, zone.Infiltration),
        };
    }

    private double UValue(OpaqueSurface surface) => surface.Kind switch
    {
        SurfaceKind.Wall => Or(Wall, surface.UValue),
        SurfaceKind.Roof => Or(Roof, surface.UValue),
        SurfaceKind.Floor => Or(Floor, surface.UValue),
        _ => surface.UValue,
    };

    private static double Or(double renewed, double before) => double.IsNaN(renewed) ? before : renewed;
}

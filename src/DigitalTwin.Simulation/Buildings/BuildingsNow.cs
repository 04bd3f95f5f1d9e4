using DigitalTwin.Simulation.Loop;

namespace DigitalTwin.Simulation.Buildings;

/// <summary>The quantities of buildings in the step that has just ended; see <see cref="BuildingsQuantities"/>.</summary>
internal readonly ref struct BuildingsNow(Exchange exchange)
{
    public readonly ReadOnlySpan<double> People = exchange.Now("building.people").Span;
    public readonly ReadOnlySpan<double> Heating = exchange.Now("building.heating").Span;
    public readonly ReadOnlySpan<double> Cooling = exchange.Now("building.cooling").Span;
    public readonly ReadOnlySpan<double> Electricity = exchange.Now("building.electricity").Span;
    public readonly ReadOnlySpan<double> Import = exchange.Now("building.import").Span;
    public readonly ReadOnlySpan<double> Export = exchange.Now("building.export").Span;
    public readonly ReadOnlySpan<double> Photovoltaics = exchange.Now("building.photovoltaics").Span;
    public readonly ReadOnlySpan<double> Gas = exchange.Now("building.gas").Span;
    public readonly ReadOnlySpan<double> DistrictHeat = exchange.Now("building.district-heat").Span;
    public readonly ReadOnlySpan<double> Cost = exchange.Now("building.cost").Span;
    public readonly ReadOnlySpan<double> TooHot = exchange.Now("building.too-hot").Span;
    public readonly ReadOnlySpan<double> TooCold = exchange.Now("building.too-cold").Span;
    public readonly ReadOnlySpan<double> AirTemperature = exchange.Now("building.air-temperature").Span;
    public readonly ReadOnlySpan<double> WaterDrawn = exchange.Now("building.water-drawn").Span;
    public readonly ReadOnlySpan<double> Standing = exchange.Now(BuildingsQuantities.Standing).Span;

    /// <summary>The sum of values in their order.</summary>
    public static double Sum(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values) sum += value;
        return sum;
    }
}

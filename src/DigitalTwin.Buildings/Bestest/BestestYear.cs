namespace DigitalTwin.Buildings.Bestest;

/// <summary>What a model says of a case over a year.</summary>
/// <param name="Heating">Annual heating, kWh.</param>
/// <param name="Cooling">Annual sensible cooling, kWh.</param>
/// <param name="PeakHeating">Highest hourly mean of heating, kW.</param>
/// <param name="PeakCooling">Highest hourly mean of cooling, kW.</param>
/// <param name="Lowest">Lowest hourly mean of the air's temperature, °C.</param>
/// <param name="Highest">Highest hourly mean, °C.</param>
/// <param name="Mean">Mean over the year, °C.</param>
public readonly record struct BestestYear(double Heating, double Cooling, double PeakHeating, double PeakCooling, double Lowest, double Highest, double Mean)
{
    internal static BestestYear Of(ReadOnlySpan<double> heating, ReadOnlySpan<double> cooling, ReadOnlySpan<double> air)
    {
        double heat = 0, cool = 0, peakHeat = 0, peakCool = 0, low = double.PositiveInfinity, high = double.NegativeInfinity, sum = 0;
        for (var h = 0; h < air.Length; h++)
        {
            (heat, cool, sum) = (heat + heating[h], cool + cooling[h], sum + air[h]);
            (peakHeat, peakCool) = (Math.Max(peakHeat, heating[h]), Math.Max(peakCool, cooling[h]));
            (low, high) = (Math.Min(low, air[h]), Math.Max(high, air[h]));
        }
        return new(heat / 1000, cool / 1000, peakHeat / 1000, peakCool / 1000, low, high, sum / air.Length);
    }
}

namespace DigitalTwin.Buildings.Systems;

/// <summary>
/// How the performance of heat pumps and chillers follows the air outdoors: (U3) the rated value times the ratio of Carnot's factors, that is with a constant second-law efficiency. Refrigerant temperatures
/// (condenser 45 °C and evaporator 8 K below the air when heating; evaporator 7 °C and condenser 10 K above the air when cooling) are usual design values and an assumption.
/// </summary>
public static class HeatPump
{
    private const double Kelvin = 273.15, RatedHeating = 7, RatedCooling = 35, LeastLift = 10;

    /// <summary>Performance at an outdoor temperature over that at 7 °C.</summary>
    public static double Heating(double outdoors) => CarnotHeating(outdoors) / CarnotHeating(RatedHeating);

    /// <summary>Performance at an outdoor temperature over that at 35 °C.</summary>
    public static double Cooling(double outdoors) => CarnotCooling(outdoors) / CarnotCooling(RatedCooling);

    private static double CarnotHeating(double outdoors) => (45 + Kelvin) / Math.Max(LeastLift, 45 - (outdoors - 8));

    private static double CarnotCooling(double outdoors) => (7 + Kelvin) / Math.Max(LeastLift, outdoors + 10 - 7);
}

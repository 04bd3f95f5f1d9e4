namespace DigitalTwin.Buildings.Weather;

/// <summary>The weather around a building, as means over an interval.</summary>
/// <param name="AirTemperature">Dry bulb, °C.</param>
/// <param name="RelativeHumidity">%, 0 to 100.</param>
/// <param name="DirectNormal">Direct radiation on a plane that faces the sun, W/m².</param>
/// <param name="DiffuseHorizontal">Diffuse radiation on the horizontal, W/m².</param>
/// <param name="SkyTemperature">Temperature of a black sky of the same long-wave radiation, °C.</param>
/// <param name="GroundTemperature">Of the undisturbed ground below the building, °C.</param>
/// <param name="WindSpeed">At 10 m, m/s.</param>
/// <param name="Albedo">Reflectance of the ground, 0 to 1.</param>
public readonly record struct Outdoors(
    double AirTemperature, double RelativeHumidity, double DirectNormal, double DiffuseHorizontal, double SkyTemperature, double GroundTemperature, double WindSpeed, double Albedo = 0.2);

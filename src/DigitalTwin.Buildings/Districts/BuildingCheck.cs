using DigitalTwin.Buildings.Zones.Iso13790;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Buildings.Districts;

/// <summary>Asks whether buildings can be modelled.</summary>
internal static class BuildingCheck
{
    /// <summary>Throws when options or buildings are wrong, with every mistake.</summary>
    /// <exception cref="InputException">They are.</exception>
    public static void Throw(IReadOnlyList<Building> buildings, BuildingsOptions options)
    {
        var problems = new ProblemList();
        options.Check(problems);
        Check(buildings, problems);
        problems.ThrowIfErrors();
    }

    /// <summary>Reports every mistake.</summary>
    public static void Check(IReadOnlyList<Building> buildings, ProblemList problems)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var building in buildings)
        {
            var zone = building.Zone;
            if (!ids.Add(building.Id)) problems.Error("", 0, 0, $"Two buildings have the id '{building.Id}'.");
            if (!Enum.IsDefined(building.Use)) problems.Error("", 0, 0, $"{building.Id}: the use is {building.Use}; {string.Join(", ", Enum.GetNames<BuildingUse>())} are accepted.");
            if (!(building.Occupants >= 0 && double.IsFinite(building.Occupants))) problems.Error("", 0, 0, $"{building.Id}: {building.Occupants} people are in it; a number of at least 0 is accepted.");
            if (!(building.InstalledPhotovoltaics >= 0 && double.IsFinite(building.InstalledPhotovoltaics))) problems.Error("", 0, 0, $"{building.Id}: photovoltaics of {building.InstalledPhotovoltaics} W are installed; a value of at least 0 is accepted.");
            if (!(zone.Volume > 0 && zone.Infiltration >= 0 && double.IsFinite(zone.Volume + zone.Infiltration + zone.FloorArea + zone.Altitude)))
                problems.Error("", 0, 0, $"{building.Id}: a volume of {zone.Volume} m3 leaks {zone.Infiltration} times per hour; a volume above 0 and a leakage of at least 0 are accepted.");
            foreach (var s in zone.Opaque)
            {
                if (!(s.Area >= 0 && s.UValue > 0 && s.SolarAbsorptance is >= 0 and <= 1 && s.Emittance is >= 0 and <= 1 && double.IsFinite(s.Area + s.UValue + s.Azimuth + s.Tilt)))
                    problems.Error("", 0, 0, $"{building.Id}: {s.Kind} of {s.Area} m2 and {s.UValue} W/(m2 K); an area of at least 0, a transmittance above 0 and shares between 0 and 1 are accepted.");
            }
            foreach (var w in zone.Windows)
            {
                if (!(w.Area >= 0 && w.UValue > 0 && w.SolarFactor is >= 0 and <= 1 && w.FrameShare is >= 0 and <= 1 && w.ShadeFactor is >= 0 and <= 1 && double.IsFinite(w.Area + w.UValue + w.Azimuth + w.Tilt)))
                    problems.Error("", 0, 0, $"{building.Id}: a window of {w.Area} m2 and {w.UValue} W/(m2 K); an area of at least 0, a transmittance above 0 and shares between 0 and 1 are accepted.");
            }
            if (problems.HasErrors) continue;
            try
            {
                _ = Rc5Parameters.Of(zone);
            }
            catch (ArgumentException wrong)
            {
                problems.Error("", 0, 0, $"{building.Id}: {wrong.Message}");
            }
        }
    }
}

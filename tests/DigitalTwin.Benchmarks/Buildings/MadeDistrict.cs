using DigitalTwin.Buildings;
using DigitalTwin.Buildings.Envelope;
using DigitalTwin.Buildings.Weather;
using DigitalTwin.Numerics.Randomness;

namespace DigitalTwin.Benchmarks.Buildings;

/// <summary>Made buildings of all uses and many shapes, turned every way, a third of them with photovoltaics, and a made year of weather.</summary>
internal static class MadeDistrict
{
    public static BuildingsOptions Options { get; } = new() { Latitude = 30.5, Longitude = 114.3 };

    public static Building[] Buildings(int count)
    {
        var random = new KeyedRandom(20250708);
        return [.. Enumerable.Range(0, count).Select(i => One(i, random))];
    }

    /// <summary>Seasons, days, clouds: 8760 hours.</summary>
    public static Outdoors[] Year() => [.. Enumerable.Range(0, 8760).Select(Hour)];

    private static Outdoors Hour(int hour)
    {
        var (season, time) = (Math.Cos(2 * Math.PI * ((hour / 24.0) - 200) / 365), Math.Cos(2 * Math.PI * ((hour % 24) - 14) / 24));
        var sun = Math.Max(0, Math.Sin(Math.PI * ((hour % 24) - 5.5) / 13));
        var air = 17 + (12 * season) + (5 * time) + (3 * Math.Sin(hour / 37.0));
        return new(air, 70, 600 * sun * (0.5 + (0.5 * Math.Sin(hour / 53.0))), 250 * sun, air - 12, 17, 2);
    }

    private static Building One(int i, KeyedRandom random)
    {
        var (width, depth, storeys) = (Draw(1, 8, 60), Draw(2, 8, 30), (int)Draw(3, 1, 30));
        var (height, turn, floor) = (3.0 * storeys, Draw(4, 0, 360), width * depth * storeys);
        var (opaque, windows) = (new List<OpaqueSurface>(), new List<Window>());
        for (var side = 0; side < 4; side++)
        {
            var wall = (side % 2 == 0 ? width : depth) * height;
            var (glazed, azimuth) = (wall * Draw(5, 0.1, 0.5), (turn + (90 * side)) % 360);
            opaque.Add(new() { Kind = SurfaceKind.Wall, Area = wall - glazed, Azimuth = azimuth, UValue = Draw(6, 0.4, 2) });
            windows.Add(new() { Area = glazed, Azimuth = azimuth, UValue = Draw(7, 1.5, 6), SolarFactor = Draw(8, 0.3, 0.8), FrameShare = 0.2, ShadeFactor = Draw(9, 0.3, 1) });
        }
        opaque.Add(new() { Kind = SurfaceKind.Roof, Area = width * depth, Tilt = 0, UValue = Draw(10, 0.3, 1.5) });
        opaque.Add(new() { Kind = SurfaceKind.Floor, Exposure = Exposure.Ground, Area = width * depth, Tilt = 180, UValue = Draw(11, 0.3, 1) });
        return new()
        {
            Id = $"B-{i}", Use = (BuildingUse)(i * 7 % 8), Year = 2000, Storeys = storeys, Height = height, Occupants = floor / Draw(12, 5, 50), Longitude = 114.3, Latitude = 30.5, Record = new() { Id = $"B-{i}" },
            InstalledPhotovoltaics = i % 3 == 0 ? 100 * width * depth : 0,
            Zone = new() { FloorArea = floor, Volume = 2.7 * floor, Opaque = opaque, Windows = windows, Infiltration = Draw(13, 0.2, 1.2), Mass = (ThermalMass)(i % 5) },
        };

        double Draw(ulong purpose, double least, double most) => least + ((most - least) * random.Uniform(purpose, (ulong)i));
    }
}

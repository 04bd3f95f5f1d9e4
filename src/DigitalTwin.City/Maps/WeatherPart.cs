using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Geodesy;
using DigitalTwin.Weather;
using DigitalTwin.Weather.Epw;
using DigitalTwin.Weather.Series;
using DigitalTwin.Weather.Stations;

namespace DigitalTwin.Cities.Maps;

/// <summary>Reads the weather part of a map.</summary>
internal static class WeatherPart
{
    private const double FarFromPlace = 300_000;

    public static WeatherInputs? Read(MapFile map, IReadOnlyList<StationPlace> stations, List<string> assumptions, ProblemList problems)
    {
        Look(map, stations, problems);
        if (map.ClimateFile is null) return null;
        var before = problems.ErrorCount;
        var epw = EpwReader.Read(map.ClimateFile, problems);
        if (problems.ErrorCount > before) return null;
        var observed = map.ObservationsFile is null ? new Dictionary<string, WeatherSeries>() : ObservationReader.Read(map.ObservationsFile, problems);
        if (stations.Count == 0)
        {
            if (map.ObservationsFile is not null)
                problems.Error(map.ObservationsFile, 0, 0, $"Observations belong to stations; {MapFile.FileName} names no 'stations'.");
            return WeatherInputs.FromEpw(epw);
        }
        foreach (var id in observed.Keys.Order(StringComparer.Ordinal))
            if (!stations.Any(s => s.Id == id))
                problems.Error(map.ObservationsFile!, 0, 0, $"The map has no weather station '{id}'.{NearestName.Hint(id, stations.Select(s => s.Id))}");
        var climate = EpwSeries.From(epw);
        if (stations.Count > observed.Count)
            assumptions.Add($"{stations.Count - observed.Count} of {stations.Count} weather stations share the climate of {Path.GetFileName(map.ClimateFile)}.");
        return new()
        {
            Stations = [.. stations.Select(s => new WeatherStation(
                s.Id, s.Name, s.Longitude, s.Latitude, s.Elevation, observed.TryGetValue(s.Id, out var series) ? series.Over(climate) : climate))],
            UtcOffset = epw.Location.UtcOffset,
        };
    }

    private static void Look(MapFile map, IReadOnlyList<StationPlace> stations, ProblemList problems)
    {
        if (map.StationsFile is not null && stations.Count == 0 && !problems.HasErrors)
            problems.Warning(map.StationsFile, 0, 0, "The file holds no weather station.");
        if (double.IsNaN(map.Longitude) || double.IsNaN(map.Latitude)) return;
        foreach (var station in stations)
        {
            var distance = SphereDistance.Between(map.Longitude, map.Latitude, station.Longitude, station.Latitude);
            if (distance > FarFromPlace)
                problems.Warning(map.StationsFile!, 0, 0, $"The weather station '{station.Id}' lies {distance / 1000:F0} km from the map's 'place'; is its position right?");
        }
    }
}

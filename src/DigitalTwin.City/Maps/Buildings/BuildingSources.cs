using DigitalTwin.Buildings.Records;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Cities.Maps.Buildings;

/// <summary>Reads a file of buildings by its format; footprints come out in degrees.</summary>
internal static class BuildingSources
{
    public static IReadOnlyList<BuildingRecord> Read(BuildingFile file, ProblemList problems)
    {
        switch (file.Kind)
        {
            case BuildingFormat.GeoJson: return BuildingGeoJson.Read(file, problems);
            case BuildingFormat.Csv: return new BuildingCsv(file, problems).Read();
            case BuildingFormat.CityJson: return BuildingCityModels.Read(file, problems);
            default:
                problems.Error(file.Path, 0, 0, $"Files of the format {file.Kind} are not read here.");
                return [];
        }
    }
}

using DigitalTwin.Buildings.Records;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Cities.Maps.Buildings;

/// <summary>Reads a file of buildings by its format; footprints come out in degrees.</summary>
internal static class BuildingSources
{
    public static IReadOnlyList<BuildingRecord> Read(BuildingFile file, ProblemList problems)
    {
        return file.Kind switch
        {
            BuildingFormat.GeoJson => BuildingGeoJson.Read(file, problems),
            BuildingFormat.Csv => new BuildingCsv(file, problems).Read(),
            BuildingFormat.Ifc => BuildingIfc.Read(file, problems),
            _ => BuildingCityModels.Read(file, problems),
        };
    }
}

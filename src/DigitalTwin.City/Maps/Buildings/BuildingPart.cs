using DigitalTwin.Numerics.Text;
using System.Globalization;
using DigitalTwin.Buildings;
using DigitalTwin.Buildings.Archetypes;
using DigitalTwin.Buildings.Records;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Weather.Epw;

namespace DigitalTwin.Cities.Maps.Buildings;

/// <summary>Reads the buildings of a map: files to records, records of one building to one, gaps filled, joined to the networks.</summary>
internal static class BuildingPart
{
    /// <summary>The buildings; null when the map has none. Whatever is wrong is reported.</summary>
    public static BuildingStock? Read(MapFile map, BuildingConnector connector, BuildingOverrides overrides, List<string> assumptions, ProblemList problems)
    {
        if (map.Buildings is not { } files) return null;
        var sources = files.Files.Select(file => new RecordSource(file.Name, file.Rank, BuildingSources.Read(file, problems))).ToArray();
        foreach (var (source, file) in sources.Zip(files.Files))
        {
            if (source.Records.Count == 0 && !problems.HasErrors) problems.Warning(file.Path, 0, 0, "The file holds no building.");
            BuildingDoubts.Find(source.Records, file, map, problems);
        }
        var (records, merge) = RecordMerge.Merge(sources, files.Merge);
        var table = files.ArchetypeFile is null ? ArchetypeTable.Shipped : ArchetypeTable.Shipped.With(files.ArchetypeFile, problems);
        var context = Context(map, files, assumptions, problems);
        if (context is null) return null;
        var name = files.Files.Count == 1 ? files.Files[0].Path : Path.Combine(Path.GetDirectoryName(files.Files[0].Path)!, MapFile.FileName);
        assumptions.AddRange(BuildingAssumptions.Of(records, context, files.Year is null ? " ('year' under 'buildings' says otherwise)" : ""));
        var buildings = BuildingNeighbours.Complete(records, table, context, name, problems);
        var connections = buildings.ConvertAll(b => overrides.Apply(b, connector.At(b.Longitude, b.Latitude, b.Record.Footprint?.Value), name, problems));
        Join(buildings, connections, files.Reach, name, problems);
        foreach (var conflict in merge.Conflicts.Take(1))
            problems.Warning(name, 0, 0, $"Sources disagree in {merge.Conflicts.Count} values of buildings, as in '{conflict.Building}': {conflict.Value} {conflict.Kept} ({conflict.KeptSource}) is kept, {conflict.Dropped} ({conflict.DroppedSource}) is not.");
        return new() { Buildings = buildings, Connections = connections, Connector = connector, Archetypes = table, Context = context, Merge = merge };
    }

    private static CompletionContext? Context(MapFile map, BuildingFiles files, List<string> assumptions, ProblemList problems)
    {
        var (zone, altitude) = (files.Zone, 0.0);
        if (map.ClimateFile is not null)
        {
            // The weather part tells what is wrong with the file.
            var quiet = new ProblemList();
            var epw = EpwReader.Read(map.ClimateFile, quiet);
            if (!quiet.HasErrors)
            {
                altitude = double.IsFinite(epw.Location.Elevation) ? epw.Location.Elevation : 0;
                if (zone is null && ClimateOf(epw) is var (found, sentence))
                {
                    zone = found;
                    assumptions.Add(sentence);
                }
            }
        }
        if (zone is null)
        {
            zone = ClimateZone.HotSummerColdWinter;
            assumptions.Add("The map has no climate of a year and no 'climate-zone' under 'buildings': hscw (hot summer, cold winter) is taken for what is not known of buildings.");
        }
        if (double.IsNaN(map.Longitude) || double.IsNaN(map.Latitude)) return null;
        var context = new CompletionContext { Zone = zone.Value, Altitude = altitude };
        return files.Year is { } year ? context with { DefaultYear = year } : context;
    }

    private static (ClimateZone Zone, string Sentence)? ClimateOf(EpwFile epw)
    {
        var temperature = epw[EpwField.DryBulb];
        if (epw.RecordsPerHour != 1 || temperature.Length < 8760) return null;
        var (heating, cooling) = ClimateZones.DegreeDays(temperature);
        var zone = ClimateZones.Of(heating, cooling);
        return (zone, string.Create(CultureInfo.InvariantCulture, $"Buildings stand in the climate zone {ClimateZones.NameOf(zone)} ({ClimateZones.ChineseOf(zone)}): {heating:N0} K d below 18 degC and {cooling:N0} K d above 26 degC a year (GB 50176)."));
    }

    private static void Join(List<Building> buildings, List<BuildingConnection> connections, BuildingReach reach, string file, ProblemList problems)
    {
        Far("water junction", reach.Water, c => c.Junction, c => c.JunctionDistance);
        Far("road", reach.Road, c => c.Link, c => c.LinkDistance);

        void Far(string what, double limit, Func<BuildingConnection, int> of, Func<BuildingConnection, double> distance)
        {
            var without = Enumerable.Range(0, buildings.Count).Where(i => of(connections[i]) < 0).ToArray();
            if (without.Length == 0 || without.Length == buildings.Count) return;
            problems.Warning(file, 0, 0, string.Create(CultureInfo.InvariantCulture, $"{without.Length:N0} of {buildings.Count:N0} buildings {Plural.For(without.Length, "has", "have")} no {what} within {limit:N0} m, '{buildings[without[0]].Id}' among them."));
        }
    }
}

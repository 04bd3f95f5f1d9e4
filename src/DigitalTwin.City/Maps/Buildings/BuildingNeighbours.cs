using DigitalTwin.Buildings;
using DigitalTwin.Buildings.Archetypes;
using DigitalTwin.Buildings.Records;
using DigitalTwin.Numerics.Diagnostics;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;

namespace DigitalTwin.Cities.Maps.Buildings;

/// <summary>Completes all buildings of a city: first each alone, which tells its height, then those that touch others once more with their neighbours.</summary>
internal static class BuildingNeighbours
{
    /// <summary>How far from a footprint a neighbour is looked for, degrees: about half a metre.</summary>
    private const double Near = 5e-6;

    public static List<Building> Complete(IReadOnlyList<BuildingRecord> records, ArchetypeTable table, CompletionContext context, string file, ProblemList problems)
    {
        var buildings = new List<Building>(records.Count);
        foreach (var record in records)
            if (table.Complete(record, context, file, problems) is { } building) buildings.Add(building);
        var tree = new STRtree<int>();
        for (var i = 0; i < buildings.Count; i++)
            if (Footprint(buildings[i]) is { } footprint) tree.Insert(footprint.EnvelopeInternal, i);
        tree.Build();
        var alone = buildings.ToArray();
        for (var i = 0; i < alone.Length; i++)
        {
            // Surfaces of a source know their neighbours themselves.
            if (Footprint(alone[i]) is not { } footprint || alone[i].Record.Surfaces.Count > 0) continue;
            var around = footprint.EnvelopeInternal.Copy();
            around.ExpandBy(Near);
            var near = tree.Query(around).Where(j => j != i).Order().Select(j => new NeighbourBuilding(Footprint(alone[j])!, alone[j].Height)).ToArray();
            if (near.Length == 0) continue;
            var problem = new ProblemList();
            buildings[i] = table.Complete(alone[i].Record, context with { Neighbours = near }, file, problem) ?? alone[i];
        }
        return buildings;
    }

    private static Geometry? Footprint(Building building) => building.Record is { Footprint.Value: Polygon or MultiPolygon, Crs: "EPSG:4326" } record ? record.Footprint.Value : null;
}

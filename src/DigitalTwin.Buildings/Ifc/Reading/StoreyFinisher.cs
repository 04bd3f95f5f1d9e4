namespace DigitalTwin.Buildings.Ifc.Reading;

/// <summary>Puts storeys in order, says which are floors and how high they are.</summary>
internal static class StoreyFinisher
{
    /// <summary>Words that name a level of structure, not a floor: whole words, so that a Dachgeschoss is one.</summary>
    private static readonly string[] LevelsOfStructure = ["roof", "dach", "toit", "dak", "t/fdn", "fdn", "foundation", "foundations", "fundament", "fundering", "footing", "屋根", "屋面", "屋顶", "基础"];

    /// <summary>Orders the storeys of a building from the lowest up, those without an elevation last.</summary>
    public static void Finish(IfcBuilding building)
    {
        var storeys = building.Tree().OfType<IfcStorey>().OrderBy(s => s.Elevation ?? double.PositiveInfinity).ToArray();
        building.Storeys = storeys;
        foreach (var storey in storeys) storey.IsFloor = Holds(storey);
        // A model without spaces and slabs says nothing of floors: all that have an elevation are taken for floors then.
        if (!Array.Exists(storeys, s => s.IsFloor))
            foreach (var storey in storeys) storey.IsFloor = (storey.Elevation is not null || storeys.Length == 1) && !IsLevelOfStructure(storey);
        for (var i = 0; i < storeys.Length; i++)
        {
            if (storeys[i].Elevation is not { } level) continue;
            var above = storeys.FirstOrDefault(s => s.IsFloor && s.Elevation > level + 0.01) ?? storeys.FirstOrDefault(s => s.Elevation > level + 0.01);
            storeys[i].Height = above?.Elevation - level;
        }
    }

    /// <summary>Elevation, or the height of its origin, m.</summary>
    public static double Level(IfcStorey storey) => storey.Elevation ?? storey.Frame.Origin.Z;

    /// <summary>Whether one can be on it: it holds a room, or a slab that is no roof with walls on it.</summary>
    private static bool Holds(IfcStorey storey)
    {
        if (storey.Spaces.Any(s => s.IsExternal != true && !IsLevelOfStructure(s))) return true;
        if (IsLevelOfStructure(storey)) return false;
        var elements = storey.AllElements().ToArray();
        return Array.Exists(elements, e => e is { Kind: IfcElementKind.Slab, PredefinedType: not "ROOF" }) && Array.Exists(elements, e => e.Kind is IfcElementKind.Wall or IfcElementKind.CurtainWall or IfcElementKind.Door or IfcElementKind.Window);
    }

    private static bool IsLevelOfStructure(IfcSpatial place) =>
        $"{place.Name} {place.LongName}".Split([' ', '-', '_', '.', ',', ':'], StringSplitOptions.RemoveEmptyEntries).Any(w => LevelsOfStructure.Contains(w, StringComparer.OrdinalIgnoreCase));
}

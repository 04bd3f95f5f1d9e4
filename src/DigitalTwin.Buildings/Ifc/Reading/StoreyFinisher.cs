namespace DigitalTwin.Buildings.Ifc.Reading;

/// <summary>Puts storeys in order, says which are floors and how high they are.</summary>
internal static class StoreyFinisher
{
    /// <summary>Orders the storeys of a building from the lowest up; a storey without an elevation is placed by its own origin.</summary>
    public static void Finish(IfcBuilding building)
    {
        var storeys = building.Tree().OfType<IfcStorey>().OrderBy(Level).ToArray();
        building.Storeys = storeys;
        foreach (var storey in storeys) storey.IsFloor = Holds(storey);
        // A model without spaces and slabs says nothing of floors: all are taken for floors then.
        if (!Array.Exists(storeys, s => s.IsFloor))
            foreach (var storey in storeys) storey.IsFloor = storey.Elevation is not null || storeys.Length == 1;
        for (var i = 0; i < storeys.Length; i++)
        {
            var above = Array.FindIndex(storeys, i + 1, s => s.IsFloor && Level(s) > Level(storeys[i]) + 0.01);
            if (above < 0) above = Array.FindIndex(storeys, i + 1, s => Level(s) > Level(storeys[i]) + 0.01);
            if (above >= 0) storeys[i].Height = Level(storeys[above]) - Level(storeys[i]);
        }
    }

    /// <summary>Elevation, or the height of its origin, m.</summary>
    public static double Level(IfcStorey storey) => storey.Elevation ?? storey.Frame.Origin.Z;

    /// <summary>Whether one can be on it: it holds a space that is not outside, or a slab that is no roof with something that stands on it.</summary>
    private static bool Holds(IfcStorey storey)
    {
        if (storey.Spaces.Any(s => s.IsExternal != true)) return true;
        var elements = storey.AllElements().ToArray();
        return Array.Exists(elements, e => e is { Kind: IfcElementKind.Slab, PredefinedType: not "ROOF" }) && Array.Exists(elements, e => e.Kind is IfcElementKind.Wall or IfcElementKind.CurtainWall or IfcElementKind.Door or IfcElementKind.Window);
    }
}

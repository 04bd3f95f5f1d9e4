using NetTopologySuite.Index.Strtree;

namespace DigitalTwin.Buildings.Shapes;

/// <summary>
/// Walls that stand against walls: faces of two buildings (or of two parts of one) in one plane, within a gap, that look at each other. No heat flows through what they have in
/// common. Leaving them out overstates the losses of a terraced street by a third and more (see the table of Rotterdam in the README).
/// </summary>
public static class PartyWalls
{
    /// <summary>Looks through all pairs of neighbouring walls, found by an index of their boxes in plan.</summary>
    /// <returns>For every shape, in their order, what its faces share.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static IReadOnlyList<SharedAreas> Find(IReadOnlyList<BuildingShape> shapes, PartyWallOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(shapes);
        options ??= PartyWallOptions.Standard;
        var walls = WallTable.Of(shapes);
        var shared = shapes.Select(s => new SharedAreas(s.FaceCount)).ToArray();
        if (walls.Count == 0) return shared;
        var index = new STRtree<int>();
        for (var wall = 0; wall < walls.Count; wall++) index.Insert(walls.Box(wall), wall);
        var opposite = -Math.Cos(options.Angle * Math.PI / 180);
        var near = new List<int>();
        var pair = new WallPair();
        for (var wall = 0; wall < walls.Count; wall++)
        {
            if ((wall & 1023) == 0) cancellation.ThrowIfCancellationRequested();
            near.Clear();
            var box = walls.Box(wall).Copy();
            box.ExpandBy(options.Gap);
            index.Query(box, new Collect(near, wall));
            near.Sort();
            foreach (var other in near)
            {
                if (!walls.MayTouch(wall, other, opposite, options.Gap)) continue;
                var area = pair.Common(shapes[walls.Shape(wall)], walls.Face(wall), shapes[walls.Shape(other)], walls.Face(other), options.Gap);
                if (area < options.LeastArea) continue;
                var same = walls.Shape(wall) == walls.Shape(other);
                Add(shared, shapes, walls, wall, same, area);
                Add(shared, shapes, walls, other, same, area);
            }
        }
        return shared;
    }

    private static void Add(SharedAreas[] shared, IReadOnlyList<BuildingShape> shapes, WallTable walls, int wall, bool same, double area) =>
        shared[walls.Shape(wall)].Add(walls.Face(wall), same, area, shapes[walls.Shape(wall)].Area(walls.Face(wall)));

    /// <summary>Every pair once: partners that come later in the table.</summary>
    private sealed class Collect(List<int> into, int after) : NetTopologySuite.Index.IItemVisitor<int>
    {
        public void VisitItem(int item)
        {
            if (item > after) into.Add(item);
        }
    }
}

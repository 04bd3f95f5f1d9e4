using NetTopologySuite.Geometries;

namespace DigitalTwin.Cities.Places;

/// <summary>Moves every coordinate of a geometry.</summary>
internal static class GeometryTransform
{
    /// <summary>A copy of the geometry with every (x, y) replaced.</summary>
    public static Geometry Moved(this Geometry geometry, Func<double, double, (double X, double Y)> move)
    {
        var moved = geometry.Copy();
        moved.Apply(new Mover(move));
        return moved;
    }

    private sealed class Mover(Func<double, double, (double X, double Y)> move) : ICoordinateSequenceFilter
    {
        public bool Done => false;

        public bool GeometryChanged => true;

        public void Filter(CoordinateSequence sequence, int i)
        {
            var (x, y) = move(sequence.GetX(i), sequence.GetY(i));
            sequence.SetX(i, x);
            sequence.SetY(i, y);
        }
    }
}

namespace DigitalTwin.Buildings.Shapes;

/// <summary>A point or a vector in space, m: x to the east, y to the north, z up.</summary>
/// <param name="X">East, m.</param>
/// <param name="Y">North, m.</param>
/// <param name="Z">Up, m.</param>
public readonly record struct Point3(double X, double Y, double Z)
{
    /// <summary>The distance to the origin, m.</summary>
    public double Length => Math.Sqrt(Dot(this, this));

    /// <summary>Whether all three are numbers of finite size.</summary>
    public bool IsFinite => double.IsFinite(X) && double.IsFinite(Y) && double.IsFinite(Z);

    /// <summary>a · b.</summary>
    public static double Dot(Point3 a, Point3 b) => a.X * b.X + a.Y * b.Y + a.Z * b.Z;

    /// <summary>a × b.</summary>
    public static Point3 Cross(Point3 a, Point3 b) => new(a.Y * b.Z - a.Z * b.Y, a.Z * b.X - a.X * b.Z, a.X * b.Y - a.Y * b.X);

    /// <summary>Sum by component.</summary>
    public static Point3 operator +(Point3 a, Point3 b) => new(a.X + b.X, a.Y + b.Y, a.Z + b.Z);

    /// <summary>Difference by component.</summary>
    public static Point3 operator -(Point3 a, Point3 b) => new(a.X - b.X, a.Y - b.Y, a.Z - b.Z);

    /// <summary>The opposite vector.</summary>
    public static Point3 operator -(Point3 a) => new(-a.X, -a.Y, -a.Z);

    /// <summary>A multiple of a vector.</summary>
    public static Point3 operator *(double s, Point3 a) => new(s * a.X, s * a.Y, s * a.Z);
}

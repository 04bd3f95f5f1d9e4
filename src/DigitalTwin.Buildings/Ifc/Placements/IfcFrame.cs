namespace DigitalTwin.Buildings.Ifc.Placements;

/// <summary>A point or direction in space, m.</summary>
/// <param name="X">Along the model's x.</param>
/// <param name="Y">Along the model's y.</param>
/// <param name="Z">Upwards.</param>
public readonly record struct IfcPoint(double X, double Y, double Z)
{
    /// <summary>Length, m.</summary>
    public double Length => Math.Sqrt(X * X + Y * Y + Z * Z);

    /// <summary>Whether all three are numbers.</summary>
    public bool IsFinite => double.IsFinite(X) && double.IsFinite(Y) && double.IsFinite(Z);

    /// <summary>Sum.</summary>
    public static IfcPoint operator +(IfcPoint a, IfcPoint b) => new(a.X + b.X, a.Y + b.Y, a.Z + b.Z);

    /// <summary>Difference.</summary>
    public static IfcPoint operator -(IfcPoint a, IfcPoint b) => new(a.X - b.X, a.Y - b.Y, a.Z - b.Z);

    /// <summary>Multiple.</summary>
    public static IfcPoint operator *(double s, IfcPoint a) => new(s * a.X, s * a.Y, s * a.Z);

    internal static double Dot(IfcPoint a, IfcPoint b) => a.X * b.X + a.Y * b.Y + a.Z * b.Z;

    internal static IfcPoint Cross(IfcPoint a, IfcPoint b) => new(a.Y * b.Z - a.Z * b.Y, a.Z * b.X - a.X * b.Z, a.X * b.Y - a.Y * b.X);

    /// <summary>The direction of length one; <paramref name="otherwise"/> where there is none.</summary>
    internal IfcPoint Unit(IfcPoint otherwise) => Length is > 1e-12 and var length && double.IsFinite(length) ? 1 / length * this : otherwise;
}

/// <summary>Where a thing stands and how it is turned: its own axes in the model's. Orthonormal and right-handed except where a file mirrors or scales.</summary>
/// <param name="Origin">Its origin, m.</param>
/// <param name="X">Its x axis; of a wall, along its run.</param>
/// <param name="Y">Its y axis; of a wall, across.</param>
/// <param name="Z">Its z axis.</param>
public readonly record struct IfcFrame(IfcPoint Origin, IfcPoint X, IfcPoint Y, IfcPoint Z)
{
    /// <summary>The model's own axes.</summary>
    public static readonly IfcFrame Identity = new(default, new(1, 0, 0), new(0, 1, 0), new(0, 0, 1));

    /// <summary>A point of its own in the model.</summary>
    public IfcPoint Apply(IfcPoint p) => Origin + Turn(p);

    /// <summary>A direction of its own in the model.</summary>
    public IfcPoint Turn(IfcPoint d) => d.X * X + d.Y * Y + d.Z * Z;

    /// <summary>A frame that is placed in this one.</summary>
    public IfcFrame Apply(IfcFrame inner) => new(Apply(inner.Origin), Turn(inner.X), Turn(inner.Y), Turn(inner.Z));

    /// <summary>The frame of an axis and a reference direction as IfcBuildAxes makes it; directions that say nothing are replaced by the schema's defaults.</summary>
    internal static IfcFrame Of(IfcPoint origin, IfcPoint? axis, IfcPoint? reference)
    {
        var z = (axis ?? Identity.Z).Unit(Identity.Z);
        var wanted = (reference ?? Identity.X).Unit(Identity.X);
        var x = wanted - IfcPoint.Dot(wanted, z) * z;
        if (x.Length < 1e-9)
        {
            var other = Math.Abs(z.X) < 0.9 ? Identity.X : Identity.Y;
            x = other - IfcPoint.Dot(other, z) * z;
        }
        x = x.Unit(Identity.X);
        return new(origin, x, IfcPoint.Cross(z, x), z);
    }
}

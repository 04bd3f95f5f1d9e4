namespace DigitalTwin.Buildings.Shapes;

/// <summary>How faces become surfaces of the envelope.</summary>
public sealed record EnvelopeOptions
{
    /// <summary>The choice where nobody made one.</summary>
    public static EnvelopeOptions Standard { get; } = new();

    /// <summary>Faces of one kind whose outward normals differ by no more than this, degrees, become one surface.</summary>
    public double MergeAngle { get; init; } = 5;

    /// <summary>Surfaces below this area, m², are left out.</summary>
    public double LeastArea { get; init; } = 0.01;
}

namespace DigitalTwin.Buildings.Shapes;

/// <summary>How much of every face of a building lies against another face that looks the other way.</summary>
public sealed class SharedAreas
{
    private readonly double[] neighbours, inside;

    internal SharedAreas(int faces) => (neighbours, inside) = (new double[faces], new double[faces]);

    /// <summary>Area of all faces against other buildings, m².</summary>
    public double TotalNeighbours => neighbours.Sum();

    /// <summary>Area of all faces against other parts of the same building, m².</summary>
    public double TotalInside => inside.Sum();

    /// <summary>Area of a face against other buildings, m²: no heat flows there.</summary>
    public double Neighbours(int face) => neighbours[face];

    /// <summary>Area of a face against other parts of the same building, m²: it is inside.</summary>
    public double Inside(int face) => inside[face];

    internal void Add(int face, bool sameBuilding, double area, double most)
    {
        var column = sameBuilding ? inside : neighbours;
        column[face] = Math.Min(most, column[face] + area);
    }
}

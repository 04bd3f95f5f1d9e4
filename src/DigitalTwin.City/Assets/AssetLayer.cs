using NetTopologySuite.Geometries;

namespace DigitalTwin.Cities.Assets;

/// <summary>All assets of one type, as columns of equal length. Rows keep the order in which the map names them.</summary>
public sealed class AssetLayer
{
    private readonly Lazy<Dictionary<string, int>> rows;
    private readonly Lazy<AssetIndex> index;

    /// <summary>Creates a shell for an object initialiser.</summary>
    public AssetLayer()
    {
        rows = new(MakeRows);
        index = new(() => new AssetIndex(this));
    }

    /// <summary>Type of every row: <c>water/pipe</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The owners' ids.</summary>
    public required string[] Ids { get; init; }

    /// <summary>Row to index in the domain's own table: node, link, station, district.</summary>
    public required int[] Source { get; init; }

    /// <summary>Longitude of the place, degrees; NaN when unknown.</summary>
    public required double[] Longitude { get; init; }

    /// <summary>Latitude of the place, degrees; NaN when unknown.</summary>
    public required double[] Latitude { get; init; }

    /// <summary>Shape of a row in longitude and latitude, degrees, made when asked; null when the rows are points.</summary>
    public Func<int, Geometry?>? Shape { get; init; }

    /// <summary>Attributes.</summary>
    public IReadOnlyList<AssetColumn> Columns { get; init; } = [];

    /// <summary>Number of assets.</summary>
    public int Count => Ids.Length;

    /// <summary>Row of an owner's id, or -1.</summary>
    public int Find(string local) => rows.Value.GetValueOrDefault(local, -1);

    /// <summary>Geometry of a row, or null when its place is unknown.</summary>
    public Geometry? GeometryOf(int row)
    {
        if (Shape is not null) return Shape(row);
        return double.IsNaN(Longitude[row]) ? null : new Point(Longitude[row], Latitude[row]);
    }

    /// <summary>The asset of a row.</summary>
    public Asset At(int row)
    {
        var values = new AssetValue[Columns.Count];
        for (var i = 0; i < values.Length; i++) values[i] = Columns[i].At(Source[row]);
        var place = double.IsNaN(Longitude[row]) ? null : new Coordinate(Longitude[row], Latitude[row]);
        return new(new(Type, Ids[row]), place, GeometryOf(row), values);
    }

    internal AssetIndex Index => index.Value;

    private Dictionary<string, int> MakeRows()
    {
        var made = new Dictionary<string, int>(Ids.Length, StringComparer.Ordinal);
        for (var i = 0; i < Ids.Length; i++) made.TryAdd(Ids[i], i);
        return made;
    }
}

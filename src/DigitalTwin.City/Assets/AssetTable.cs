using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Text;
using NetTopologySuite.Geometries;

namespace DigitalTwin.Cities.Assets;

/// <summary>
/// Every asset of a city: layers of columns, numbered through from 0 in layer order. Immutable; safe to read from many threads. A
/// million assets are a few arrays; dictionaries and R-trees are made per layer when first asked.
/// </summary>
public sealed class AssetTable
{
    private readonly int[] starts;
    private readonly Dictionary<string, int> layerOf = new(StringComparer.Ordinal);

    /// <summary>Creates a table of layers, each of its own type.</summary>
    public AssetTable(IReadOnlyList<AssetLayer> layers)
    {
        ArgumentNullException.ThrowIfNull(layers);
        Layers = layers;
        starts = new int[layers.Count + 1];
        for (var i = 0; i < layers.Count; i++)
        {
            starts[i + 1] = starts[i] + layers[i].Count;
            layerOf.Add(layers[i].Type, i);
        }
    }

    /// <summary>Layers, one per type that occurs.</summary>
    public IReadOnlyList<AssetLayer> Layers { get; }

    /// <summary>Number of assets.</summary>
    public int Count => starts[^1];

    /// <summary>Types that occur.</summary>
    public IEnumerable<string> Types => layerOf.Keys;

    /// <summary>The layer of a type, or null when no asset has it.</summary>
    public AssetLayer? OfType(string type) => layerOf.TryGetValue(type, out var i) ? Layers[i] : null;

    /// <summary>Layer and row of an asset's number.</summary>
    public (AssetLayer Layer, int Row) Locate(int asset)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(asset);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(asset, Count);
        var i = 0;
        while (asset >= starts[i + 1]) i++;
        return (Layers[i], asset - starts[i]);
    }

    /// <summary>The asset with a number.</summary>
    public Asset this[int asset] => Locate(asset) is var (layer, row) ? layer.At(row) : throw new InvalidOperationException();

    /// <summary>The name of the asset with a number.</summary>
    public AssetId IdOf(int asset) => Locate(asset) is var (layer, row) ? new(layer.Type, layer.Ids[row]) : default;

    /// <summary>Number of an asset, or -1.</summary>
    public int Find(AssetId id)
    {
        if (!layerOf.TryGetValue(id.Type, out var i)) return -1;
        var row = Layers[i].Find(id.Local);
        return row < 0 ? -1 : starts[i] + row;
    }

    /// <summary>
    /// The assets a person means by a name or a pattern, ascending: <c>water/pipe/P-1042</c>, <c>water/pipe/P-1*</c>, <c>*/*/J-?</c>. When there
    /// are none, the sentence says why and names the nearest valid one.
    /// </summary>
    public IReadOnlyList<int> Select(string text, out string? sentence)
    {
        ArgumentNullException.ThrowIfNull(text);
        sentence = null;
        if (AssetId.TryParse(text, out var id, out var mistake) && Find(id) is var asset and >= 0) return [asset];
        if (Glob.IsPattern(text))
        {
            var found = Match(text);
            if (found.Count == 0) sentence = $"No asset of this map matches '{text}'.{TypeHint(text)}";
            return found;
        }
        sentence = mistake ?? (layerOf.ContainsKey(id.Type)
            ? $"'{text}' is not on this map.{Hint(id)}"
            : $"This map has no asset of the type '{id.Type}'.{TypeHint(text)}");
        return [];
    }

    /// <summary>Assets within an area (longitude and latitude, degrees; the place of a line is its middle), ascending; of one type, or of all.</summary>
    public IReadOnlyList<int> Within(Geometry area, string? type = null)
    {
        ArgumentNullException.ThrowIfNull(area);
        var found = new List<int>();
        for (var i = 0; i < Layers.Count; i++)
            if (type is null || Layers[i].Type == type)
                foreach (var row in Layers[i].Index.Within(area)) found.Add(starts[i] + row);
        return found;
    }

    /// <summary>The assets of a type that are nearest to a place, nearest first, with distances in m; lines count from their nearest point.</summary>
    public IReadOnlyList<(int Asset, double Distance)> Nearest(double longitude, double latitude, string type, int count = 1)
    {
        if (!layerOf.TryGetValue(type, out var i)) return [];
        return [.. Layers[i].Index.Nearest(longitude, latitude, count).Select(found => (starts[i] + found.Row, found.Distance))];
    }

    private List<int> Match(string pattern)
    {
        var found = new List<int>();
        var first = pattern.IndexOf('/');
        var second = first < 0 ? -1 : pattern.IndexOf('/', first + 1);
        if (second < 0) return found;
        var domain = pattern.AsSpan(0, first);
        var kind = pattern.AsSpan(first + 1, second - first - 1);
        var local = pattern.AsSpan(second + 1);
        for (var i = 0; i < Layers.Count; i++)
        {
            var type = Layers[i].Type.AsSpan();
            var slash = type.IndexOf('/');
            if (!Glob.Matches(domain, type[..slash]) || !Glob.Matches(kind, type[(slash + 1)..])) continue;
            var ids = Layers[i].Ids;
            for (var row = 0; row < ids.Length; row++)
                if (Glob.Matches(local, ids[row])) found.Add(starts[i] + row);
        }
        return found;
    }

    private string Hint(AssetId id)
    {
        if (NearestName.Of(id.Local, OfType(id.Type)!.Ids) is { } near) return $" Did you mean '{id.Type}/{near}'?";
        foreach (var layer in Layers)
            if (layer.Find(id.Local) >= 0) return $" Did you mean '{layer.Type}/{id.Local}'?";
        return "";
    }

    private string TypeHint(string text)
    {
        var first = text.IndexOf('/');
        var second = first < 0 ? -1 : text.IndexOf('/', first + 1);
        if (second < 0) return " A pattern has three parts, as in 'water/pipe/P-1*'.";
        var type = text[..second];
        if (layerOf.ContainsKey(type)) return "";
        return NearestName.Hint(type, Types) is { Length: > 0 } hint ? hint : $" It has: {string.Join(", ", Types)}.";
    }
}

using DigitalTwin.Cities;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Grains.Hosting;

/// <summary>Assets that are only names, with or without attributes: for tests, benchmarks, and worlds of things that no map holds.</summary>
public sealed class NamedAssets : ICityAssets
{
    private readonly Dictionary<string, IReadOnlyDictionary<string, double>?> assets = new(StringComparer.Ordinal);

    /// <summary>Assets under the name of a map.</summary>
    public NamedAssets(string map, params IEnumerable<string> ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        Map = map;
        foreach (var id in ids) assets[id] = null;
    }

    /// <inheritdoc/>
    public string Map { get; }

    /// <inheritdoc/>
    public City? City => null;

    /// <summary>Adds an asset with attributes, in SI.</summary>
    public NamedAssets With(string id, params (string Name, double Value)[] attributes)
    {
        assets[id] = attributes.ToDictionary(a => a.Name, a => a.Value);
        return this;
    }

    /// <inheritdoc/>
    public bool Has(string asset) => assets.ContainsKey(asset);

    /// <inheritdoc/>
    public string? NearestTo(string asset) => NearestName.Of(asset, assets.Keys);

    /// <inheritdoc/>
    public double Attribute(string asset, string name) =>
        assets.TryGetValue(asset, out var attributes) && attributes is not null && attributes.TryGetValue(name, out var value) ? value : double.NaN;
}

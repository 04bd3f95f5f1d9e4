using DigitalTwin.Cities;
using DigitalTwin.Cities.Assets;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Grains.Hosting;

/// <summary>The assets of a city that has been loaded.</summary>
/// <param name="city">The city.</param>
public sealed class LoadedCity(City city) : ICityAssets
{
    /// <inheritdoc/>
    public string Map => city.ContentHash;

    /// <inheritdoc/>
    public City? City => city;

    /// <inheritdoc/>
    public bool Has(string asset) => AssetId.TryParse(asset, out var id, out _) && city.Assets.Find(id) >= 0;

    /// <inheritdoc/>
    public string? NearestTo(string asset)
    {
        ArgumentNullException.ThrowIfNull(asset);
        if (!AssetId.TryParse(asset, out var id, out _)) return null;
        foreach (var layer in city.Assets.Layers)
            if (layer.Find(id.Local) >= 0) return $"{layer.Type}/{id.Local}";
        return city.Assets.OfType(id.Type) is { } same && NearestName.Of(id.Local, same.Ids) is { } local ? $"{id.Type}/{local}" : null;
    }

    /// <inheritdoc/>
    public double Attribute(string asset, string name)
    {
        if (!AssetId.TryParse(asset, out var id, out _) || city.Assets.Find(id) is not (>= 0 and var number)) return double.NaN;
        foreach (var value in city.Assets[number].Attributes)
            if (value.Name == name && value.Text is null) return value.Number;
        return double.NaN;
    }
}

using System.Collections.Concurrent;
using DigitalTwin.Cities;

namespace DigitalTwin.Grains.Hosting;

/// <summary>Assets that are in this process already: cities that were loaded, lists of names that a test made.</summary>
public sealed class CityLibrary : ICityLibrary
{
    private readonly ConcurrentDictionary<string, ICityAssets> shelf = new(StringComparer.Ordinal);

    /// <summary>A library of some assets.</summary>
    public CityLibrary(params IEnumerable<ICityAssets> assets)
    {
        ArgumentNullException.ThrowIfNull(assets);
        foreach (var one in assets) Add(one);
    }

    /// <summary>A library of some cities.</summary>
    public static CityLibrary Of(params IEnumerable<City> cities) => new(cities.Select(c => new LoadedCity(c)));

    /// <summary>Adds assets; those of a map that is here already stay.</summary>
    public void Add(ICityAssets assets)
    {
        ArgumentNullException.ThrowIfNull(assets);
        shelf.TryAdd(assets.Map, assets);
    }

    /// <inheritdoc/>
    public ValueTask<ICityAssets?> FindAsync(string map, CancellationToken cancellation) => new(shelf.GetValueOrDefault(map));
}

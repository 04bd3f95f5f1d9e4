using DigitalTwin.Cities;

namespace DigitalTwin.Grains.Hosting;

/// <summary>The assets that a world's twins stand for: those of a city, or a list of names for a test.</summary>
public interface ICityAssets
{
    /// <summary>Content hash of the map, as <c>World.Map</c> has it.</summary>
    string Map { get; }

    /// <summary>The city, or null when there is none behind the names.</summary>
    City? City { get; }

    /// <summary>Whether an asset is on the map.</summary>
    bool Has(string asset);

    /// <summary>The asset that a mistyped one most probably meant, or null.</summary>
    string? NearestTo(string asset);

    /// <summary>An attribute of an asset in SI; NaN when nobody says it.</summary>
    double Attribute(string asset, string name);
}

/// <summary>Finds the assets of a map by its content hash: once per process, then shared.</summary>
public interface ICityLibrary
{
    /// <summary>The assets, or null when nobody here has that map.</summary>
    ValueTask<ICityAssets?> FindAsync(string map, CancellationToken cancellation);
}

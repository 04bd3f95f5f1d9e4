namespace DigitalTwin.Grains.Contracts.Twins;

/// <summary>World and asset, as a twin's key has them: <c>live/water/tank/T-1</c>.</summary>
/// <param name="World">The world's name; it has no slash.</param>
/// <param name="Asset">The asset's id.</param>
public readonly record struct TwinKey(string World, string Asset)
{
    /// <summary>Reads a key.</summary>
    /// <exception cref="FormatException">It is not a world and an asset id.</exception>
    public static TwinKey Parse(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var slash = key.IndexOf('/');
        return slash > 0 && slash < key.Length - 1
            ? new(key[..slash], key[(slash + 1)..])
            : throw new FormatException($"'{key}' is not the key of a twin; a key is world/asset-id, as in 'live/water/tank/T-1'.");
    }

    /// <summary>The twin of an asset, by the interface of its type; null when no type of twin stands for such assets.</summary>
    public static ITwinGrain? Twin(IGrainFactory grains, string world, string asset)
    {
        ArgumentNullException.ThrowIfNull(grains);
        ArgumentNullException.ThrowIfNull(asset);
        var key = new TwinKey(world, asset).ToString();
        return TypeOf(asset) switch
        {
            "parking/lot" or "parking/kerb" => grains.GetGrain<IParkingLotGrain>(key),
            "water/junction" or "water/reservoir" or "water/tank" or "water/pipe" or "water/pump" or "water/valve" => grains.GetGrain<IWaterAssetGrain>(key),
            "building/building" => grains.GetGrain<IBuildingGrain>(key),
            "weather/station" => grains.GetGrain<IWeatherStationGrain>(key),
            "city/district" => grains.GetGrain<IDistrictGrain>(key),
            "road/link" => grains.GetGrain<IRoadLinkGrain>(key),
            _ => null,
        };
    }

    /// <inheritdoc/>
    public override string ToString() => $"{World}/{Asset}";

    private static ReadOnlySpan<char> TypeOf(string asset)
    {
        var first = asset.IndexOf('/');
        var second = first < 0 ? -1 : asset.IndexOf('/', first + 1);
        return second < 0 ? "" : asset.AsSpan(0, second);
    }
}

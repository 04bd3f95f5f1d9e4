namespace DigitalTwin.Grains.Watching;

/// <summary>Notices which sensors of a world have gone silent (key: the world's name), also those whose twins are not in memory.</summary>
[Alias("dt.watch")]
public interface IWatchGrain : IGrainWithStringKey
{
    /// <summary>A twin has been given rules of silence.</summary>
    [Alias("watch")]
    Task WatchAsync(string asset, CancellationToken cancellation);

    /// <summary>Looks at the twins whose time has come; asked by every silo now and then, does something once in that time.</summary>
    /// <returns>How many twins were asked what they know.</returns>
    [Alias("sweep"), ResponseTimeout("00:10:00")]
    Task<int> SweepAsync(CancellationToken cancellation);
}

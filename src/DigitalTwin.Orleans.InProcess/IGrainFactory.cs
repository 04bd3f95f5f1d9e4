using Orleans.Runtime;

namespace Orleans;

/// <summary>Gives references to grains. A reference costs nothing and activates nothing: the first call does.</summary>
public interface IGrainFactory
{
    /// <summary>The grain with this key that implements the interface.</summary>
    /// <param name="primaryKey">The key.</param>
    /// <param name="grainClassNamePrefix">Where several classes implement the interface: how the full name of the one that is meant begins.</param>
    /// <exception cref="ArgumentException">No class implements the interface, or several do and the prefix does not tell which.</exception>
    /// <exception cref="InvalidOperationException">The interface has methods, parameters or results that Orleans could not carry; every mistake is named.</exception>
    TGrainInterface GetGrain<TGrainInterface>(string primaryKey, string? grainClassNamePrefix = null) where TGrainInterface : IGrainWithStringKey;

    /// <inheritdoc cref="GetGrain{TGrainInterface}(string, string?)"/>
    TGrainInterface GetGrain<TGrainInterface>(Guid primaryKey, string? grainClassNamePrefix = null) where TGrainInterface : IGrainWithGuidKey;

    /// <inheritdoc cref="GetGrain{TGrainInterface}(string, string?)"/>
    TGrainInterface GetGrain<TGrainInterface>(long primaryKey, string? grainClassNamePrefix = null) where TGrainInterface : IGrainWithIntegerKey;

    /// <summary>The grain with this identity, seen through an interface.</summary>
    TGrainInterface GetGrain<TGrainInterface>(GrainId grainId) where TGrainInterface : IAddressable;

    /// <summary>
    /// A reference by which grains call an object that is no grain. The silo holds the object weakly: the caller keeps it alive.
    /// </summary>
    TGrainObserverInterface CreateObjectReference<TGrainObserverInterface>(IGrainObserver obj) where TGrainObserverInterface : IGrainObserver;

    /// <summary>Ends a reference that <see cref="CreateObjectReference{T}"/> gave; calls that still come are refused.</summary>
    void DeleteObjectReference<TGrainObserverInterface>(IGrainObserver obj) where TGrainObserverInterface : IGrainObserver;
}

/// <summary>How code outside grains reaches them. In a silo's own process it is the silo itself.</summary>
public interface IClusterClient : IGrainFactory
{
    /// <summary>The services of the host.</summary>
    IServiceProvider ServiceProvider { get; }
}

using System.Globalization;
using Orleans.InProcess.Proxies;
using Orleans.Runtime;

namespace Orleans.InProcess.Silos;

/// <summary>References to the grains of the silo, for grains and for everybody else in the process.</summary>
internal sealed class ClusterClient(Silo silo) : IClusterClient
{
    public IServiceProvider ServiceProvider => silo.Services;

    public TGrainInterface GetGrain<TGrainInterface>(string primaryKey, string? grainClassNamePrefix = null) where TGrainInterface : IGrainWithStringKey
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(primaryKey);
        return Refer<TGrainInterface>(primaryKey, grainClassNamePrefix);
    }

    public TGrainInterface GetGrain<TGrainInterface>(Guid primaryKey, string? grainClassNamePrefix = null) where TGrainInterface : IGrainWithGuidKey =>
        Refer<TGrainInterface>(primaryKey.ToString("N"), grainClassNamePrefix);

    public TGrainInterface GetGrain<TGrainInterface>(long primaryKey, string? grainClassNamePrefix = null) where TGrainInterface : IGrainWithIntegerKey =>
        Refer<TGrainInterface>(primaryKey.ToString("X", CultureInfo.InvariantCulture), grainClassNamePrefix);

    public TGrainInterface GetGrain<TGrainInterface>(GrainId grainId) where TGrainInterface : IAddressable =>
        (TGrainInterface)(object)GrainInterface.Of(typeof(TGrainInterface)).Refer(silo.Classes.Of(grainId.Type), grainId.Key.ToString());

    public TGrainObserverInterface CreateObjectReference<TGrainObserverInterface>(IGrainObserver obj) where TGrainObserverInterface : IGrainObserver =>
        (TGrainObserverInterface)(object)silo.Observers.Refer(GrainInterface.Of(typeof(TGrainObserverInterface)), obj);

    public void DeleteObjectReference<TGrainObserverInterface>(IGrainObserver obj) where TGrainObserverInterface : IGrainObserver =>
        silo.Observers.Delete(obj as GrainReference ?? throw new ArgumentException("Deleted is the reference that CreateObjectReference gave, not the object.", nameof(obj)));

    private TGrainInterface Refer<TGrainInterface>(string key, string? prefix) =>
        (TGrainInterface)(object)GrainInterface.Of(typeof(TGrainInterface)).Refer(silo.Classes.Of(typeof(TGrainInterface), prefix), key);
}

using Orleans.InProcess.Activations;
using Orleans.InProcess.Calls;
using Orleans.InProcess.Classes;
using Orleans.InProcess.Proxies;

namespace Orleans.Runtime;

/// <summary>Stands for a grain wherever it is: calls of its interface's methods become messages. Two references to one grain are equal.</summary>
public abstract class GrainReference : IAddressable, IEquatable<GrainReference>
{
    private readonly string key;
    private Activation? found;

    internal GrainReference(GrainClass grainClass, string key) => (Class, this.key) = (grainClass, key);

    /// <summary>The identity of the grain.</summary>
    public GrainId GrainId => GrainId.Create(Class.Type, key);

    internal GrainClass Class { get; }

    /// <summary>The activation that the last call went to.</summary>
    internal Activation? Activation => found;

    /// <inheritdoc/>
    public bool Equals(GrainReference? other) => other is not null && ReferenceEquals(Class, other.Class) && key == other.key;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as GrainReference);

    /// <inheritdoc/>
    public override int GetHashCode() => key.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => $"GrainReference:{GrainId}";

    internal TInterface As<TInterface>() => this is TInterface same ? same : (TInterface)(object)GrainInterface.Of(typeof(TInterface)).Refer(Class, key);

    internal void Send<TResult>(Call<TResult> call, CancellationToken cancel)
    {
        var silo = Class.Silo;
        call.Sent = silo.Clock.GetTimestamp();
        call.Caller = Activation.Current;
        call.Context = RequestContext.Values;
        if (silo.Refusal is { } refusal)
        {
            call.Fail(refusal);
            return;
        }
        if (call.Method.TakesToken) call.CancelWith(this, cancel);
        if (found is not { } activation || !activation.Receive(call)) found = Class.Dispatch(key, call);
    }
}

using System.Reflection;
using Orleans.InProcess.Activations;
using Orleans.Runtime;
using Orleans.Serialization.Invocation;

namespace Orleans.InProcess.Calls;

/// <summary>A call on its way through the filters: those of the silo in the order of their registration, then the grain's own.</summary>
internal sealed class FilteredCall<TResult>(Call<TResult> call, Activation activation, object grain, IIncomingGrainCallFilter[] filters) : IIncomingGrainCallContext
{
    private int passed;

    public IInvokable Request => call;

    public object Grain => grain;

    public GrainId? SourceId => call.Caller?.GrainId;

    public GrainId TargetId => activation.GrainId;

    public IGrainContext TargetContext => activation;

    public string InterfaceName => call.Method.InterfaceName;

    public string MethodName => call.Method.Name;

    public MethodInfo InterfaceMethod => call.Method.Info!;

    public MethodInfo ImplementationMethod
    {
        get
        {
            var map = grain.GetType().GetInterfaceMap(InterfaceMethod.DeclaringType!);
            return map.TargetMethods[Array.IndexOf(map.InterfaceMethods, InterfaceMethod)];
        }
    }

    public object? Result { get; set; }

    public async Task Invoke()
    {
        var next = passed++;
        if (next < filters.Length) await filters[next].Invoke(this);
        else if (next == filters.Length && grain is IIncomingGrainCallFilter own) await own.Invoke(this);
        else Result = await call.InvokeOn(grain) is var result and not Nothing ? result : null;
    }

    public async ValueTask<TResult> RunAsync()
    {
        await Invoke();
        return Result is TResult result ? result
            : Result is null && default(TResult) is null or Nothing ? default!
            : throw new InvalidCastException($"A filter put {Result?.GetType().ToString() ?? "nothing"} in the place of the result of {call.Method}, which is a {typeof(TResult)}.");
    }
}

using System.Reflection;
using Orleans.Concurrency;
using Orleans.InProcess.Calls;
using Orleans.Serialization.Invocation;

namespace Orleans.InProcess.Classes;

/// <summary>The method that <see cref="MayInterleaveAttribute"/> names.</summary>
internal static class InterleavePredicate
{
    public static Func<object, Request, bool>? Of(Type type)
    {
        if (type.GetCustomAttribute<MayInterleaveAttribute>(true)?.CallbackMethodName is not { } name) return null;
        const BindingFlags Any = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.FlattenHierarchy;
        var method = type.GetMethod(name, Any, [typeof(IInvokable)]);
        if (method is null || method.ReturnType != typeof(bool))
            throw new InvalidOperationException($"{type} says [MayInterleave(\"{name}\")], but has no method bool {name}(IInvokable).");
        if (method.IsStatic)
        {
            var decide = method.CreateDelegate<Func<IInvokable, bool>>();
            return (_, request) => decide(request);
        }
        var invoker = MethodInvoker.Create(method);
        return (grain, request) => (bool)invoker.Invoke(grain, request)!;
    }
}

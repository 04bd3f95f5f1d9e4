using System.Reflection;
using System.Runtime.CompilerServices;
using Orleans.Runtime;

namespace Orleans.InProcess.Calls;

/// <summary>Calls a method of a grain with arguments in a tuple. The proxy builder writes one for each method.</summary>
internal delegate TReturn Invoker<TArguments, TReturn>(object grain, ref TArguments arguments, CancellationToken cancel);

/// <summary>A method by its shape: what its arguments are and how it returns. A proxy's method packs its arguments and asks this to send.</summary>
internal abstract class GrainMethod<TArguments, TReturn, TResult>(MethodInfo method, Delegate invoker) : GrainMethod(method)
{
    private readonly Invoker<TArguments, TReturn> invoker = (Invoker<TArguments, TReturn>)invoker;

    public abstract TReturn Send(GrainReference target, TArguments arguments, CancellationToken cancel);

    protected abstract ValueTask<TResult> Await(TReturn returned);

    protected Task<TResult>? SendCall(GrainReference target, TArguments arguments, CancellationToken cancel)
    {
        var call = new Sent(this, arguments);
        target.Send(call, cancel);
        return call.Answer;
    }

    private sealed class Sent(GrainMethod<TArguments, TReturn, TResult> method, TArguments arguments) : Call<TResult>(method)
    {
        private TArguments arguments = arguments;

        public override ValueTask<TResult> InvokeOn(object grain) => method.Await(method.invoker(grain, ref arguments, Token));

        public override int GetArgumentCount() => (arguments as ITuple)?.Length ?? 0;

        public override object? GetArgument(int index) => ((ITuple)arguments!)[index];
    }
}

/// <summary>Returns <see cref="Task"/>.</summary>
internal sealed class TaskMethod<TArguments>(MethodInfo method, Delegate invoker) : GrainMethod<TArguments, Task, Nothing>(method, invoker)
{
    public override Task Send(GrainReference target, TArguments arguments, CancellationToken cancel) =>
        SendCall(target, arguments, cancel) ?? Task.CompletedTask;

    protected override ValueTask<Nothing> Await(Task returned) => Nothing.After(returned);
}

/// <summary>Returns <see cref="Task{TResult}"/>.</summary>
internal sealed class TaskMethod<TArguments, TResult>(MethodInfo method, Delegate invoker) : GrainMethod<TArguments, Task<TResult>, TResult>(method, invoker)
{
    public override Task<TResult> Send(GrainReference target, TArguments arguments, CancellationToken cancel) =>
        SendCall(target, arguments, cancel) ?? Task.FromResult<TResult>(default!);

    protected override ValueTask<TResult> Await(Task<TResult> returned) => new(returned);
}

/// <summary>Returns <see cref="ValueTask"/>.</summary>
internal sealed class ValueTaskMethod<TArguments>(MethodInfo method, Delegate invoker) : GrainMethod<TArguments, ValueTask, Nothing>(method, invoker)
{
    public override ValueTask Send(GrainReference target, TArguments arguments, CancellationToken cancel) =>
        SendCall(target, arguments, cancel) is { } answer ? new(answer) : default;

    protected override ValueTask<Nothing> Await(ValueTask returned) => returned.IsCompletedSuccessfully ? default : Nothing.After(returned.AsTask());
}

/// <summary>Returns <see cref="ValueTask{TResult}"/>.</summary>
internal sealed class ValueTaskMethod<TArguments, TResult>(MethodInfo method, Delegate invoker) : GrainMethod<TArguments, ValueTask<TResult>, TResult>(method, invoker)
{
    public override ValueTask<TResult> Send(GrainReference target, TArguments arguments, CancellationToken cancel) =>
        SendCall(target, arguments, cancel) is { } answer ? new(answer) : default;

    protected override ValueTask<TResult> Await(ValueTask<TResult> returned) => returned;
}

/// <summary>Returns nothing: a method of an observer that nobody waits for. (A delegate cannot return void for a type argument, so it returns <see cref="Nothing"/>.)</summary>
internal sealed class VoidMethod<TArguments>(MethodInfo method, Delegate invoker) : GrainMethod<TArguments, Nothing, Nothing>(method, invoker)
{
    public override Nothing Send(GrainReference target, TArguments arguments, CancellationToken cancel)
    {
        SendCall(target, arguments, cancel);
        return default;
    }

    protected override ValueTask<Nothing> Await(Nothing returned) => default;
}

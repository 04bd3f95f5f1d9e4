using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;
using Orleans.InProcess.Activations;
using Orleans.InProcess.Silos;
using Orleans.Runtime;

namespace Orleans.InProcess.Calls;

/// <summary>A call of a grain's method, from sending to answering.</summary>
/// <typeparam name="TResult">What the caller gets.</typeparam>
[SuppressMessage("Design", "CA1001", Justification = "The registration ends with the call, and a token source without a timer holds nothing.")]
internal abstract class Call<TResult> : Request
{
    private readonly TaskCompletionSource<TResult>? answer;
    private CallCancellation? cancellation;

    protected Call(GrainMethod method) : base(method)
    {
        // Continuations of the caller are the caller's: they never run inside the turn of the grain that answers.
        if (!method.IsOneWay) answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    public Task<TResult>? Answer => answer?.Task;

    public override bool IsAnswered => answer?.Task.IsCompleted ?? false;

    /// <summary>What the grain sees of the caller's cancellation, of the end of the caller's patience and of the silo's.</summary>
    protected CancellationToken Token => cancellation?.Token ?? default;

    /// <summary>Lets the caller's token end the wait, and be seen by the grain.</summary>
    public void CancelWith(GrainReference target, CancellationToken token) => cancellation = new(this, target, token);

    public override void Run(Activation activation)
    {
        ValueTask<TResult> result;
        try
        {
            if (Context is not null) RequestContext.Values = Context;
            var grain = activation.GrainInstance ?? throw new ClientNotAvailableException($"The observer {activation} is gone: whoever made its reference keeps the object alive.");
            result = activation.Class.Filters is { } filters && Method.Info is not null ? new FilteredCall<TResult>(this, activation, grain, filters).RunAsync() : InvokeOn(grain);
        }
        catch (Exception error)
        {
            Finish(activation, error);
            return;
        }
        if (result.IsCompletedSuccessfully) Finish(activation, result.Result);
        else _ = AwaitAsync(activation, result);
    }

    /// <summary>Calls the method.</summary>
    public abstract ValueTask<TResult> InvokeOn(object grain);

    public override bool Fail(Exception error)
    {
        cancellation?.Dispose();
        if (answer is null) return true;
        return answer.TrySetFromTask(Failed(error));
    }

    /// <summary>Answers a caller who no longer waits, and tells the grain.</summary>
    public override bool GiveUp(Exception error)
    {
        if (!Fail(error)) return false;
        cancellation?.TellGrain();
        return true;
    }

    private async Task AwaitAsync(Activation activation, ValueTask<TResult> pending)
    {
        TResult result;
        try
        {
            result = await pending.ConfigureAwait(false);
        }
        catch (Exception error)
        {
            Finish(activation, error);
            return;
        }
        Finish(activation, result);
    }

    private void Finish(Activation activation, TResult result)
    {
        activation.Finished(this);
        cancellation?.Dispose();
        answer?.TrySetResult(result);
    }

    private void Finish(Activation activation, Exception error)
    {
        if (error is Storage.InconsistentStateException { IsSourceActivation: true } conflict)
        {
            conflict.IsSourceActivation = false;
            activation.Deactivate(new(DeactivationReasonCode.ApplicationError, error, $"{Method} let a state conflict escape."));
        }
        if (answer is null) SiloLog.OneWayFailed(activation.Silo.Log, error, Method, activation);
        activation.Finished(this);
        Fail(error);
    }

    /// <summary>
    /// As a task that threw: cancelled for a cancellation, else faulted. The error is a copy, so that none is thrown in two places, and keeps the grain's trace.
    /// </summary>
    private static async Task<TResult> Failed(Exception error)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        ExceptionDispatchInfo.Throw(ExceptionCopy.Of(error));
        return default!;
    }
}

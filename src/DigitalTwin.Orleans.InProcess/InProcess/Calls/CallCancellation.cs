using Orleans.Runtime;

namespace Orleans.InProcess.Calls;

/// <summary>
/// A caller's token and the grain's. They are two, as between machines: the caller stops waiting at once, and the grain hears of it in a turn of its own.
/// </summary>
internal sealed class CallCancellation : IDisposable
{
    private readonly CancellationTokenSource source = new();
    private readonly CancellationTokenRegistration registration;
    private readonly Request request;
    private readonly GrainReference target;

    public CallCancellation(Request request, GrainReference target, CancellationToken callers)
    {
        (this.request, this.target) = (request, target);
        registration = callers.UnsafeRegister(static (self, token) => ((CallCancellation)self!).GiveUp(token), this);
    }

    public CancellationToken Token => source.Token;

    /// <summary>Cancels the grain's token, in a turn of the grain.</summary>
    public void TellGrain()
    {
        if (target.Activation is { HasEnded: false } activation)
            Task.Factory.StartNew(static s => ((CancellationTokenSource)s!).Cancel(), source, CancellationToken.None, TaskCreationOptions.DenyChildAttach, activation);
        else _ = source.CancelAsync();
    }

    public void Dispose() => registration.Unregister();

    private void GiveUp(CancellationToken token) => request.GiveUp(new OperationCanceledException(token));
}

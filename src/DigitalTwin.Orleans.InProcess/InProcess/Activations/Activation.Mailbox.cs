using Orleans.InProcess.Calls;
using Orleans.InProcess.Silos;

namespace Orleans.InProcess.Activations;

/// <summary>
/// The mailbox. Calls wait in the order in which they came; the pump takes off those that may begin and runs each up to its first await. What may
/// begin beside a call that awaits is a matter of attributes; the call that the others wait for is the one that blocks.
/// </summary>
internal sealed partial class Activation
{
    private enum Step : byte { None, Activate, Call, Deactivate }

    private RequestList waiting;
    private RequestList running;
    private Request? blocking;
    private long lastUse;
    private int waitingThatInterleave;
    private bool watched;

    /// <summary>Calls that run or wait.</summary>
    public int Load
    {
        get
        {
            lock (this) return running.Count + waiting.Count;
        }
    }

    /// <summary>Takes a call. False: the activation has ended, and the call belongs to another.</summary>
    public bool Receive(Request request)
    {
        lock (this)
        {
            if (stage == Stage.Ended) return false;
            if (request.KeepsAlive && request.Sent > lastUse) lastUse = request.Sent;
            waiting.Append(request);
            if (request.Interleaves) waitingThatInterleave++;
            if (!watched && request.Method.CanTimeOut)
            {
                watched = true;
                Silo.Watch(this);
            }
            if (stage == Stage.New || (stage == Stage.Active && MayBegin(request))) WantPump();
        }
        return true;
    }

    /// <summary>A call has ended, however it did.</summary>
    public void Finished(Request request)
    {
        lock (this)
        {
            running.Remove(request);
            if (request is { KeepsAlive: true, IsOverdue: true }) lastUse = Silo.Clock.GetTimestamp();
            if (ReferenceEquals(blocking, request)) blocking = running.FirstThatBlocks();
            if (waiting.First is not null && stage == Stage.Active || stage == Stage.Ending && running.First is null) WantPump();
        }
    }

    private void BeginCalls()
    {
        var flow = ExecutionContext.Capture();
        for (var begun = 0; TryBegin(out var step, out var request, begun == Patience); begun++)
        {
            switch (step)
            {
                case Step.Activate: _ = ActivateAsync(); break;
                case Step.Deactivate: _ = DeactivateAsync(); break;
                default: request!.Run(this); break;
            }
            // What a call left behind in the flow of execution is not the next one's.
            if (flow is not null && !ReferenceEquals(ExecutionContext.Capture(), flow)) ExecutionContext.Restore(flow);
        }
    }

    private bool TryBegin(out Step step, out Request? request, bool enough)
    {
        lock (this)
        {
            (step, request) = (Step.None, null);
            if (enough)
            {
                pump = PumpState.Wanted;
                return false;
            }
            if (stage == Stage.New)
                (stage, step) = (Stage.Activating, Step.Activate);
            else if (stage == Stage.Ending && running.First is null)
                (stage, step) = (Stage.SayingGoodbye, Step.Deactivate);
            else if (stage == Stage.Active && (request = NextThatMayBegin()) is not null)
            {
                step = Step.Call;
                running.Append(request);
                if (blocking is null && !request.Interleaves) blocking = request;
            }
            if (step == Step.None) pump = PumpState.None;
            return step != Step.None;
        }
    }

    private Request? NextThatMayBegin()
    {
        for (Request? request = waiting.First, next; request is not null; request = next)
        {
            next = request.Next;
            if (request.IsAnswered || MayBegin(request))
            {
                waiting.Remove(request);
                if (request.Interleaves) waitingThatInterleave--;
                if (!request.IsAnswered) return request;
            }
            else if (waitingThatInterleave == 0 && !SomeMayPass) return null;
        }
        return null;
    }

    /// <summary>Whether a call behind one that must wait may yet begin.</summary>
    private bool SomeMayPass => blocking!.ReadsOnly || Class.MayInterleave is not null;

    private bool MayBegin(Request request) =>
        blocking is null
        || request.Interleaves
        || Class.IsReentrant
        || (blocking.ReadsOnly && request.ReadsOnly)
        || (Class.MayInterleave is not null && (IsLetThrough(request) || IsLetThrough(blocking)));

    private bool IsLetThrough(Request request)
    {
        try
        {
            return Class.MayInterleave!(GrainInstance!, request);
        }
        catch (Exception error)
        {
            SiloLog.PredicateFailed(Silo.Log, error, request.Method, this);
            return false;
        }
    }
}

using Orleans.InProcess.Calls;
using Orleans.InProcess.Silos;

namespace Orleans.InProcess.Activations;

/// <summary>Who waits for this activation, for the report when a wait was too long.</summary>
internal sealed partial class Activation
{
    /// <summary>Shows its calls to the one who looks for overdue ones. False: there are none, and nobody needs to look again.</summary>
    public bool CollectOverdue(OverdueCalls overdue)
    {
        lock (this)
        {
            for (var request = running.First; request is not null; request = request.Next) overdue.Consider(request, this);
            for (var request = waiting.First; request is not null; request = request.Next) overdue.Consider(request, this);
            return watched = running.First is not null || waiting.First is not null;
        }
    }

    /// <summary>The call that the others wait behind; the one given only if nothing else runs.</summary>
    public Request? WhatRuns(Request except)
    {
        lock (this)
        {
            for (var request = running.First; request is not null; request = request.Next)
                if (ReferenceEquals(request, except))
                    return request;
            return blocking ?? running.First;
        }
    }

    /// <summary>A call of this activation that another waits for.</summary>
    public Request? FirstFrom(Activation caller)
    {
        lock (this)
            return From(running, caller) ?? From(waiting, caller);
    }

    private static Request? From(RequestList calls, Activation caller)
    {
        for (var request = calls.First; request is not null; request = request.Next)
            if (ReferenceEquals(request.Caller, caller) && !request.IsAnswered)
                return request;
        return null;
    }
}

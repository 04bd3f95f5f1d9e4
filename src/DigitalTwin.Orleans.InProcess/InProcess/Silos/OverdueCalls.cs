using Orleans.InProcess.Activations;
using Orleans.InProcess.Calls;

namespace Orleans.InProcess.Silos;

/// <summary>The calls whose time is up at one look, and what they waited for.</summary>
internal sealed class OverdueCalls(Silo silo, List<Activation> busy)
{
    private const int MostLinks = 20;

    private readonly long now = silo.Clock.GetTimestamp();
    private readonly List<(Request Call, Activation Target)> overdue = [];

    public void Consider(Request request, Activation target)
    {
        var waited = silo.Clock.GetElapsedTime(request.Sent, now);
        if (waited > TimeSpan.FromSeconds(1)) request.IsOverdue = true;
        if (request.Method.CanTimeOut && !request.IsAnswered && waited >= LimitOf(request)) overdue.Add((request, target));
    }

    /// <summary>Tells every caller, with the names of the grains that waited for each other.</summary>
    public void GiveUp()
    {
        if (overdue.Count == 0) return;
        var texts = overdue.ConvertAll(o =>
            $"{o.Call.Method} of {o.Target} did not answer within {LimitOf(o.Call)}. {Chain(o.Call, o.Target)}");
        for (var i = 0; i < overdue.Count; i++) overdue[i].Call.GiveUp(new TimeoutException(texts[i]));
    }

    private TimeSpan LimitOf(Request request) => request.Method.Timeout ?? silo.ResponseTimeout;

    /// <summary>Who waits for whom, from a call to the one that does not move or to a grain that was named before: a deadlock.</summary>
    private string Chain(Request call, Activation target)
    {
        var text = call.Caller is { } caller ? $"{caller} waits for {target} ({call.Method})" : $"The caller waits for {target} ({call.Method})";
        var named = new HashSet<Activation> { target };
        if (call.Caller is not null) named.Add(call.Caller);
        while (named.Count < MostLinks)
        {
            if (target.WhatRuns(except: call) is not { } running) return $"{text}, which has not begun it.";
            if (!ReferenceEquals(running, call)) text += $", which is busy with {running.Method}";
            if (SentBy(target) is not { } next) return $"{text}.";
            text += $"; {target} waits for {next.Target} ({next.Call.Method})";
            if (!named.Add(next.Target)) return $"{text}: a deadlock, since none of them takes a call before its own has returned. [Reentrant] or [AlwaysInterleave] would let it in.";
            (call, target) = next;
        }
        return $"{text}; and so on.";
    }

    private (Request Call, Activation Target)? SentBy(Activation caller)
    {
        foreach (var activation in busy)
            if (activation.FirstFrom(caller) is { } call)
                return (call, activation);
        return null;
    }
}

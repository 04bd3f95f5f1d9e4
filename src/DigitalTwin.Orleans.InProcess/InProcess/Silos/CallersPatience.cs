using Orleans.InProcess.Activations;

namespace Orleans.InProcess.Silos;

/// <summary>
/// Ends waits that are too long. Activations that calls wait for are on a list, entered at most once between two looks, so that a call costs nothing
/// here and an idle silo nothing at all.
/// </summary>
internal sealed class CallersPatience(Silo silo)
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    private readonly Lock entering = new(), looking = new();
    private List<Activation> busy = [], looked = [];

    public ITimer Start()
    {
        var every = silo.ResponseTimeout < Look ? silo.ResponseTimeout : Look;
        return silo.Clock.CreateTimer(static self => ((CallersPatience)self!).LookAround(), this, every, every);
    }

    public void Watch(Activation activation)
    {
        lock (entering) busy.Add(activation);
    }

    private void LookAround()
    {
        try
        {
            lock (looking)
            {
                lock (entering) (busy, looked) = (looked, busy);
                var overdue = new OverdueCalls(silo, looked);
                foreach (var activation in looked)
                    if (activation.CollectOverdue(overdue))
                        Watch(activation);
                overdue.GiveUp();
                looked.Clear();
            }
        }
        catch (Exception error)
        {
            SiloLog.CareFailed(silo.Log, error);
        }
    }
}

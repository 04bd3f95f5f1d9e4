namespace DigitalTwin.Mobility.Traffic;

/// <content>How a search goes, and how trips end.</content>
internal sealed partial class Vehicles
{
    /// <summary>Facilities that refused it, in that order: whoever searches keeps them all in mind.</summary>
    public ReadOnlySpan<int> TriedBy(int v) => Tried[v] is { } tried ? tried.AsSpan(0, Tries[v]) : [];

    /// <summary>The facility that refused it last, -1 when none has.</summary>
    public int LastTried(int v) => TriedBy(v) is { Length: > 0 } tried ? tried[^1] : -1;

    /// <summary>Time searched until a time, s.</summary>
    public double SearchTimeAt(int v, double time) => SearchTime[v] + (double.IsNaN(Motion[v].SearchSince) ? 0 : time - Motion[v].SearchSince);

    /// <summary>A facility refuses it: from now on it searches.</summary>
    public void Refuse(int v, int facility, double time)
    {
        if (Tried[v] is not { } tried) Tried[v] = tried = new int[4];
        else if (Tries[v] == tried.Length) Array.Resize(ref Tried[v], 2 * tried.Length);
        Tried[v]![Tries[v]++] = facility;
        if (double.IsNaN(Motion[v].SearchSince)) Motion[v].SearchSince = time;
    }

    /// <summary>Its trip ends.</summary>
    public void End(int v, TripOutcome outcome, double time)
    {
        EndSearch(v, time);
        (Phase[v], Outcome[v], EndTime[v], Route[v], Motion[v].Link, Facility[v]) = (VehiclePhase.Ended, outcome, time, null, -1, -1);
    }

    /// <summary>It searches no longer.</summary>
    public void EndSearch(int v, double time)
    {
        if (double.IsNaN(Motion[v].SearchSince)) return;
        SearchTime[v] += time - Motion[v].SearchSince;
        Motion[v].SearchSince = double.NaN;
    }
}

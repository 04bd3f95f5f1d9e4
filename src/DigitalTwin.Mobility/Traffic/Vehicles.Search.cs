namespace DigitalTwin.Mobility.Traffic;

/// <content>How a search goes, and how trips end.</content>
internal sealed partial class Vehicles
{
    /// <summary>Facilities that a driver keeps in mind as tried.</summary>
    public const int Memory = 8;

    /// <summary>Facilities that refused it last, at most <see cref="Memory"/>, in no order.</summary>
    public ReadOnlySpan<int> TriedBy(int v) => Tried[v] is { } tried ? tried.AsSpan(0, Math.Min(Tries[v], Memory)) : [];

    /// <summary>The facility that refused it last, -1 when none has.</summary>
    public int LastTried(int v) => Tried[v] is { } tried && Tries[v] > 0 ? tried[(Tries[v] - 1) % Memory] : -1;

    /// <summary>A facility refuses it: from now on it searches.</summary>
    public void Refuse(int v, int facility, double time)
    {
        (Tried[v] ??= new int[Memory])[Tries[v]++ % Memory] = facility;
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

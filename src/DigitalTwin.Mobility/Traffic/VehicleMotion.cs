using System.Runtime.InteropServices;

namespace DigitalTwin.Mobility.Traffic;

/// <summary>
/// What changes of a vehicle on every link: together, in the size of a cache line, for vehicles that left one after the other are all over the town, and threads that move them would else write to the same lines.
/// </summary>
[StructLayout(LayoutKind.Sequential, Size = 64)]
internal struct VehicleMotion
{
    /// <summary>When it entered its link, or wanted to enter its first, s.</summary>
    public double Since;

    /// <summary>Time on the road so far, waiting to enter included, s.</summary>
    public double DriveTime;

    /// <summary>Length driven so far, m.</summary>
    public double Driven;

    /// <summary>Since when it searches, s; NaN when it does not. Who was refused searches until it parks, queues or gives up.</summary>
    public double SearchSince;

    /// <summary>Link it is on, -1 when on none.</summary>
    public int Link;

    /// <summary>Next entry of its route to be driven.</summary>
    public int Step;

    /// <summary>Next of those that wait for the same first link, -1 for none.</summary>
    public int Next;

    /// <summary>Whether it stands until its driver has decided anew, and how far that is.</summary>
    public Deliberation Deliberation;
}

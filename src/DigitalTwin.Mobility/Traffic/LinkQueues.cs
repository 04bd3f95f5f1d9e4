using System.Runtime.InteropServices;

namespace DigitalTwin.Mobility.Traffic;

/// <summary>The upstream end of a link: written only by the node at which the link begins. One cache line.</summary>
[StructLayout(LayoutKind.Sequential, Size = 64)]
internal struct LinkEntrance
{
    /// <summary>Vehicles that ever entered.</summary>
    public int Entered;

    /// <summary>Place in the ring that the next vehicle takes.</summary>
    public int Tail;

    /// <summary>First and last vehicle of those that wait at the node to enter, -1 for none.</summary>
    public int FirstWaiting, LastWaiting;

    /// <summary>When the last vehicle entered, s.</summary>
    public double LastEntry;

    /// <summary>Start tag of the last vehicle that entered: how far the merge has come, s.</summary>
    public double Served;

    /// <summary>Finish tag of the last vehicle that entered from those that wait at the node.</summary>
    public double WaitingTag;

    /// <summary>Sum of the times since the tally began at which vehicles entered, s.</summary>
    public double EntryTimes;

    /// <summary><see cref="Entered"/> when the tally began.</summary>
    public int EnteredBefore;
}

/// <summary>The downstream end of a link: written only by the node at which the link ends. One cache line.</summary>
[StructLayout(LayoutKind.Sequential, Size = 64)]
internal struct LinkExit
{
    /// <summary>Vehicles that ever left.</summary>
    public int Left;

    /// <summary>Place in the ring of the vehicle that leaves next.</summary>
    public int Head;

    /// <summary>When the last vehicle left, s.</summary>
    public double LastExit;

    /// <summary>Travel times of those that left in this interval, s, and how many.</summary>
    public double TravelTimes;

    /// <summary>Vehicles that left in this interval.</summary>
    public int LeftInInterval;

    /// <summary><see cref="Left"/> when the tally began.</summary>
    public int LeftBefore;

    /// <summary>Sum of the times since the tally began at which vehicles left, s.</summary>
    public double ExitTimes;

    /// <summary>Time lost since the tally began by those that left, s.</summary>
    public double Delay;

    /// <summary>Time that searching vehicles spent on the link, of those that left since the tally began, s.</summary>
    public double SearchTime;

    /// <summary>How many searching vehicles left since the tally began.</summary>
    public int SearchLeft;
}

/// <summary>
/// The vehicles on the links, first in first out: each link has a ring with a place for each vehicle that it can store. A place holds when its vehicle is ready to
/// leave; once that has left, when it did, from which the gap that it left travels up the link.
/// </summary>
internal sealed partial class LinkQueues
{
    /// <summary>Long before any time.</summary>
    public const double Never = -1e300;

    public LinkQueues(TrafficPlan plan)
    {
        var (links, places) = (plan.Storage.Length, plan.RingStart[^1]);
        (Entrance, Exit) = (new LinkEntrance[links], new LinkExit[links]);
        (Vehicle, Time, TurnTag) = (new int[places], new double[places], new double[plan.Turns]);
        Array.Fill(Time, Never);
        Array.Fill(Entrance, new() { FirstWaiting = -1, LastWaiting = -1, LastEntry = Never });
        Array.Fill(Exit, new() { LastExit = Never });
    }

    public LinkEntrance[] Entrance { get; }

    public LinkExit[] Exit { get; }

    /// <summary>Vehicle by place.</summary>
    public int[] Vehicle { get; }

    /// <summary>Time by place, s.</summary>
    public double[] Time { get; }

    /// <summary>Finish tag by turn, s: what a link has had of the next link's room, as time at its capacity.</summary>
    public double[] TurnTag { get; }

    /// <summary>Time that a vehicle has lost on its link since a tally began (T12), s: nothing until its free drive would have been over. Never negative, and to the last bit 0 on an empty road.</summary>
    /// <param name="due">When it would have left after a free drive, s.</param>
    /// <param name="at">When it leaves, or now, s.</param>
    /// <param name="since">When the tally began, s.</param>
    public static double DelayOf(double due, double at, double since) => Math.Max(0, at - Math.Max(due, since));

    /// <summary>Vehicles on a link.</summary>
    public int On(int link) => Entrance[link].Entered - Exit[link].Left;
}

using System.Runtime.CompilerServices;

namespace DigitalTwin.Mobility.Assignment.Costs;

/// <summary>
/// Volume, cost and its slope by link, as the class of travellers that is being looked at feels them. Time depends on the volume of all classes; toll and distance are a class's own.
/// </summary>
/// <param name="functions">Travel time by link.</param>
/// <param name="fixedCosts">By class and link what is paid besides time; infinite where the class may not drive.</param>
internal sealed class LinkCosts(LinkFunction[] functions, double[][] fixedCosts)
{
    private double[] fixedCost = fixedCosts[0];
    private int seen = -1;

    public double[][] FixedCosts => fixedCosts;

    /// <summary>Volume, passenger-car units of all classes.</summary>
    public double[] Volume { get; } = new double[functions.Length];

    /// <summary>Time and fixed cost; infinite where the class may not drive.</summary>
    public double[] Cost { get; } = new double[functions.Length];

    /// <summary>Derivative of cost by volume.</summary>
    public double[] Slope { get; } = new double[functions.Length];

    /// <summary>Time of a link at some volume.</summary>
    public double Time(int link, double volume) => functions[link].Evaluate(volume).Time;

    /// <summary>Looks with the eyes of a class of travellers.</summary>
    public void See(int traveller)
    {
        if (seen == traveller) return;
        (seen, fixedCost) = (traveller, fixedCosts[traveller]);
        Refresh();
    }

    /// <summary>Takes new volumes.</summary>
    public void Take(double[] volume)
    {
        volume.AsSpan().CopyTo(Volume);
        Refresh();
    }

    /// <summary>Changes the volume of a link, never to less than 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int link, double amount)
    {
        Volume[link] = Math.Max(Volume[link] + amount, 0);
        Refresh(link);
    }

    /// <summary>Brings cost and slope of a link up to its volume.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Refresh(int link)
    {
        var (time, slope) = functions[link].Evaluate(Volume[link]);
        Cost[link] = time + fixedCost[link];
        Slope[link] = slope;
    }

    private void Refresh()
    {
        for (var link = 0; link < Volume.Length; link++) Refresh(link);
    }
}

using DigitalTwin.Mobility.Assignment.Bushes;

namespace DigitalTwin.Mobility.Assignment;

/// <summary>
/// Where everybody drives, and what is closed, narrowed or asked for at the moment: a value that can be cloned, changed and solved again from where it stands.
/// Made by <see cref="AssignmentModel.InitialState"/>.
/// </summary>
public sealed class AssignmentState
{
    internal AssignmentState(AssignmentNetwork network, int classes)
    {
        Network = network;
        var links = network.LinkCount;
        (Volume, Time, Closed, CapacityFactor) = (new double[links], new double[links], new bool[links], new double[links]);
        (DemandFactor, Vehicles) = (new double[classes], new double[classes][]);
        CapacityFactor.AsSpan().Fill(1);
        DemandFactor.AsSpan().Fill(1);
        for (var c = 0; c < classes; c++) Vehicles[c] = new double[links];
        Bushes = new Bush?[classes * network.ZoneCount];
    }

    /// <summary>The network whose state this is.</summary>
    public AssignmentNetwork Network { get; }

    /// <summary>Number of classes of travellers.</summary>
    public int ClassCount => DemandFactor.Length;

    /// <summary>By link: closed to everybody. To be set before solving.</summary>
    public bool[] Closed { get; }

    /// <summary>By link: multiplies the capacity, above 0; 1 unless set.</summary>
    public double[] CapacityFactor { get; }

    /// <summary>By class: multiplies all trips, at least 0; 1 unless set.</summary>
    public double[] DemandFactor { get; }

    /// <summary>By link: flow of all classes, passenger-car units, of the last solution.</summary>
    public double[] Volume { get; }

    /// <summary>By link: travel time at that flow.</summary>
    public double[] Time { get; }

    /// <summary>By class and link: vehicles, of the last solution.</summary>
    public double[][] Vehicles { get; }

    /// <summary>By class and origin, class by class; null before the first solution and where nobody starts.</summary>
    internal Bush?[] Bushes { get; }

    /// <summary>A state of its own with the same values: the start of a what-if.</summary>
    public AssignmentState Clone()
    {
        var clone = new AssignmentState(Network, ClassCount);
        Volume.AsSpan().CopyTo(clone.Volume);
        Time.AsSpan().CopyTo(clone.Time);
        Closed.AsSpan().CopyTo(clone.Closed);
        CapacityFactor.AsSpan().CopyTo(clone.CapacityFactor);
        DemandFactor.AsSpan().CopyTo(clone.DemandFactor);
        for (var c = 0; c < ClassCount; c++) Vehicles[c].AsSpan().CopyTo(clone.Vehicles[c]);
        for (var i = 0; i < Bushes.Length; i++) clone.Bushes[i] = Bushes[i]?.Clone();
        return clone;
    }
}

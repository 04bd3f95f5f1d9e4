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
        Barred = new bool[classes][];
        Carried = new (DemandTable?, double, double)[classes];
        for (var c = 0; c < classes; c++) (Vehicles[c], Barred[c]) = (new double[links], new bool[links]);
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

    /// <summary>By class and link: what the class could not use at the last solution.</summary>
    internal bool[][] Barred { get; }

    /// <summary>By class: the trips, passenger-car units and factor that the bushes carry.</summary>
    private (DemandTable? Demand, double CarUnits, double Factor)[] Carried { get; }

    /// <summary>Whether the bushes carry what a class asks for now.</summary>
    internal bool Carries(int c, TravellerClass traveller) => Carried[c] == (traveller.Demand, traveller.CarUnits, DemandFactor[c]);

    /// <summary>What the bushes of a class carry.</summary>
    internal (DemandTable? Demand, double CarUnits, double Factor) CarriedBy(int c) => Carried[c];

    /// <summary>Says that the bushes carry other trips than any that are known, or these.</summary>
    internal void SetCarried(int c, DemandTable? demand, double carUnits, double factor) => Carried[c] = (demand, carUnits, factor);

    /// <summary>Remembers that they do.</summary>
    internal void Carry(int c, TravellerClass traveller) => Carried[c] = (traveller.Demand, traveller.CarUnits, DemandFactor[c]);

    /// <summary>By class and origin, class by class; null before the first solution and where nobody starts.</summary>
    internal Bush?[] Bushes { get; }

    /// <summary>Forgets the paths, for methods that keep flows by link only.</summary>
    internal void ForgetBushes()
    {
        Bushes.AsSpan().Clear();
        Volume.AsSpan().Clear();
        Carried.AsSpan().Clear();
    }

    /// <summary>A state of its own with the same values: the start of a what-if.</summary>
    public AssignmentState Clone()
    {
        var clone = new AssignmentState(Network, ClassCount);
        clone.Take(this);
        return clone;
    }

    /// <summary>Takes the values of another state of the same network: the start of the next what-if, in the memory of the last.</summary>
    /// <param name="other">State; it stays as it is.</param>
    /// <exception cref="ArgumentException">It is of another network or of other classes.</exception>
    public void Take(AssignmentState other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (!ReferenceEquals(other.Network, Network) || other.ClassCount != ClassCount) throw new ArgumentException("The state is of another network or of other classes.", nameof(other));
        other.Volume.AsSpan().CopyTo(Volume);
        other.Time.AsSpan().CopyTo(Time);
        other.Closed.AsSpan().CopyTo(Closed);
        other.CapacityFactor.AsSpan().CopyTo(CapacityFactor);
        other.DemandFactor.AsSpan().CopyTo(DemandFactor);
        for (var c = 0; c < ClassCount; c++)
        {
            other.Vehicles[c].AsSpan().CopyTo(Vehicles[c]);
            other.Barred[c].AsSpan().CopyTo(Barred[c]);
        }
        other.Carried.AsSpan().CopyTo(Carried);
        for (var i = 0; i < Bushes.Length; i++)
        {
            if (other.Bushes[i] is { } bush) (Bushes[i] ??= new()).Take(bush);
            else Bushes[i] = null;
        }
    }
}

namespace DigitalTwin.Buildings.Zones;

/// <summary>All that moves in a detailed zone: temperatures of its air, its radiant star and every node of its envelope, °C.</summary>
public sealed class ZoneState
{
    internal ZoneState(double[] conductance)
    {
        Link = (double[])conductance.Clone();
        Nodes = new double[conductance.Length];
        Factor = new double[conductance.Length];
        Right = new double[conductance.Length];
    }

    /// <summary>Of the air, °C.</summary>
    public double Air { get; internal set; }

    /// <summary>Mean radiant temperature, °C.</summary>
    public double Radiant { get; internal set; }

    internal double[] Nodes { get; }

    // Work space of a step; no part of the state.
    internal double[] Factor { get; }

    internal double[] Right { get; }

    /// <summary>Conductances from node to node; those of windows follow their temperatures.</summary>
    internal double[] Link { get; }

    /// <summary>A copy.</summary>
    public ZoneState Clone()
    {
        var copy = new ZoneState(Link) { Air = Air, Radiant = Radiant };
        Nodes.CopyTo(copy.Nodes, 0);
        return copy;
    }

    /// <summary>Writes it, bit by bit.</summary>
    public void WriteTo(BinaryWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(Nodes.Length);
        writer.Write(Air);
        writer.Write(Radiant);
        foreach (var t in Nodes) writer.Write(t);
    }

    /// <summary>Reads what <see cref="WriteTo"/> wrote of a zone of the same envelope.</summary>
    /// <exception cref="InvalidDataException">It was written of another envelope.</exception>
    public void ReadFrom(BinaryReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var count = reader.ReadInt32();
        if (count != Nodes.Length) throw new InvalidDataException($"This zone has {Nodes.Length} nodes; the state was written of one with {count}.");
        Air = reader.ReadDouble();
        Radiant = reader.ReadDouble();
        for (var i = 0; i < count; i++) Nodes[i] = reader.ReadDouble();
    }
}

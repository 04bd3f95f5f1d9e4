using DigitalTwin.Numerics.Hashing;

namespace DigitalTwin.Simulation.Loop;

/// <summary>The board on which domains leave their quantities: one array for this step and one for the step before, per quantity.</summary>
public sealed class Exchange
{
    private readonly Quantity[] quantities;
    private readonly Dictionary<string, int> index = new(StringComparer.Ordinal);
    private readonly double[][] now;
    private readonly double[][] before;

    /// <summary>Creates a board of zeros.</summary>
    public Exchange(IEnumerable<Quantity> quantities)
    {
        this.quantities = [.. quantities.OrderBy(q => q.Name, StringComparer.Ordinal)];
        for (var i = 0; i < this.quantities.Length; i++) index.Add(this.quantities[i].Name, i);
        now = Array.ConvertAll(this.quantities, q => new double[q.Over.Count]);
        before = Array.ConvertAll(this.quantities, q => new double[q.Over.Count]);
    }

    /// <summary>The values of this step, as far as they have been given.</summary>
    public ReadOnlyMemory<double> Now(string quantity) => now[index[quantity]];

    /// <summary>The values at a moment.</summary>
    public ReadOnlyMemory<double> At(string quantity, Moment moment) => (moment == Moment.ThisStep ? now : before)[index[quantity]];

    /// <summary>Begins a step: what was now becomes before.</summary>
    public void Turn()
    {
        for (var i = 0; i < now.Length; i++) (now[i], before[i]) = (before[i], now[i]);
    }

    /// <summary>Takes in the values of some elements.</summary>
    public void Give(string quantity, ReadOnlySpan<int> elements, ReadOnlySpan<double> values)
    {
        var target = now[index[quantity]];
        for (var i = 0; i < elements.Length; i++) target[elements[i]] = values[i];
    }

    /// <summary>Appends all values of this step, by name, but those that only break others down.</summary>
    public void AppendTo(ContentHash hash)
    {
        ArgumentNullException.ThrowIfNull(hash);
        for (var i = 0; i < now.Length; i++)
        {
            if (quantities[i].IsBreakdown) continue;
            hash.Append(quantities[i].Name);
            hash.Append(now[i]);
        }
    }

    /// <summary>Writes the values of this step; those before are not needed at a step's end.</summary>
    public void Save(BinaryWriter writer)
    {
        foreach (var values in now) foreach (var value in values) writer.Write(value);
    }

    /// <summary>Reads the values of a step that has ended.</summary>
    public void Load(BinaryReader reader)
    {
        foreach (var values in now)
            for (var i = 0; i < values.Length; i++) values[i] = reader.ReadDouble();
    }
}

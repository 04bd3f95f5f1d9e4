using System.Runtime.CompilerServices;
using DigitalTwin.Storage.History;

namespace DigitalTwin.Grains.Twins;

/// <summary>The newest values of a twin: a few rows, looked through from the first; a twin has few properties and a million twins have many.</summary>
internal struct NewestTable
{
    private Newest[] rows;
    private int count;

    public NewestTable(TwinRecord record)
    {
        count = record.Observed.Length + record.Simulated.Length;
        rows = count == 0 ? [] : new Newest[count];
        var i = 0;
        foreach (var reading in record.Observed) rows[i++] = new(reading);
        foreach (var reading in record.Simulated) rows[i++] = new(reading);
    }

    public readonly ReadOnlySpan<Newest> Rows => rows.AsSpan(0, count);

    /// <summary>The row of a property, or a null reference.</summary>
    public readonly ref Newest Find(string property, Voice voice)
    {
        for (var i = 0; i < count; i++)
        {
            ref var row = ref rows[i];
            if (((object)row.Property == property || row.Property == property) && row.Voice == voice) return ref row;
        }
        return ref Unsafe.NullRef<Newest>();
    }

    /// <summary>What is known of a property now: the newer of what was told and what was derived; or a null reference.</summary>
    public readonly ref Newest Known(string property)
    {
        ref var told = ref Find(property, Voice.Told);
        ref var derived = ref Find(property, Voice.Derived);
        if (Unsafe.IsNullRef(ref told)) return ref derived;
        if (!Unsafe.IsNullRef(ref derived) && derived.ObservedAt > told.ObservedAt) return ref derived;
        return ref told;
    }

    public void Add(in Newest row)
    {
        if (count == rows.Length) Array.Resize(ref rows, Math.Max(2, count + (count + 1) / 2));
        rows[count++] = row;
    }

    /// <summary>How many different properties there are.</summary>
    public readonly int Properties()
    {
        var different = 0;
        for (var i = 0; i < count; i++)
        {
            var first = true;
            for (var k = 0; k < i && first; k++) first = rows[k].Property != rows[i].Property;
            if (first) different++;
        }
        return different;
    }
}

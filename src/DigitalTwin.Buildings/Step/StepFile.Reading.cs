using DigitalTwin.Buildings.Step.Scanning;

namespace DigitalTwin.Buildings.Step;

/// <summary>Reading records: whole (<see cref="TryGet"/>), or just what is asked for, without a tree.</summary>
public sealed partial class StepFile
{
    /// <summary>Reads a record. False when there is none with this id, or when its values break the grammar, which is reported once.</summary>
    public bool TryGet(long id, out StepRecord record)
    {
        record = null!;
        var row = index.Row(id);
        if (row < 0) return false;
        var number = records.Keywords[row];
        var cursor = At(row);
        var read = RecordReader.Record(id, keywords.Names[number], keywords.Parts(number) is not null, ref cursor);
        Report(row, in cursor);
        record = read!;
        return read is not null;
    }

    /// <summary>A cursor before the first value of a record (of a complex record, before its first part, which is for <see cref="TryGet"/> to read); false when there is none with this id.</summary>
    public bool TryCursor(long id, out StepCursor cursor)
    {
        var row = index.Row(id);
        cursor = row < 0 ? default : At(row);
        return row >= 0;
    }

    /// <summary>The number at a 0-based place of a record; NaN when there is none.</summary>
    public double Number(long id, int place)
    {
        if (!TryCursor(id, place, out var row, out var cursor)) return double.NaN;
        var number = cursor.Number();
        Report(row, in cursor);
        return number;
    }

    /// <summary>The id that the reference at a 0-based place of a record names; 0 when there is none.</summary>
    public long Reference(long id, int place)
    {
        if (!TryCursor(id, place, out var row, out var cursor)) return 0;
        var reference = cursor.Reference();
        Report(row, in cursor);
        return reference;
    }

    /// <summary>The text at a 0-based place of a record, decoded; null when there is none.</summary>
    public string? Text(long id, int place)
    {
        if (!TryCursor(id, place, out var row, out var cursor)) return null;
        var text = cursor.Text();
        Report(row, in cursor);
        return text;
    }

    /// <summary>The enumeration value at a 0-based place of a record, without its dots; null when there is none.</summary>
    public string? Enumeration(long id, int place)
    {
        if (!TryCursor(id, place, out var row, out var cursor)) return null;
        var name = cursor.Enumeration();
        Report(row, in cursor);
        return name;
    }

    /// <summary>The value at a 0-based place of a record; <c>$</c> when there is none.</summary>
    public StepValue Value(long id, int place)
    {
        if (!TryCursor(id, place, out var row, out var cursor)) return StepValue.Unset;
        var value = cursor.Value();
        Report(row, in cursor);
        return cursor.Damage is null ? value : StepValue.Unset;
    }

    /// <summary>The numbers of the list at a 0-based place of a record, inner lists one after another; gives how many there are, of which those that fit are written.</summary>
    public int Numbers(long id, int place, Span<double> into)
    {
        if (!TryCursor(id, place, out var row, out var cursor)) return 0;
        var count = cursor.Numbers(into);
        Report(row, in cursor);
        return count;
    }

    /// <summary>Adds the ids named by the list of references, or the reference, at a 0-based place of a record; gives how many.</summary>
    public int References(long id, int place, ICollection<long> into)
    {
        if (!TryCursor(id, place, out var row, out var cursor)) return 0;
        var count = cursor.References(into);
        Report(row, in cursor);
        return count;
    }

    private bool TryCursor(long id, int place, out int row, out StepCursor cursor)
    {
        row = index.Row(id);
        cursor = row < 0 ? default : At(row);
        if (row < 0 || keywords.Parts(records.Keywords[row]) is not null) return false;
        cursor.Skip(place);
        return true;
    }

    private StepCursor At(int row)
    {
        var span = bytes.Span(records.Offsets[row], records.Lengths[row]);
        return new(span, RecordReader.Opening(span));
    }

    /// <summary>Reports what a cursor met, once for a record.</summary>
    private void Report(int row, in StepCursor cursor)
    {
        if (cursor.Damage is null && cursor.BrokenEscape is null && cursor.EmptyAt == 0) return;
        lock (refused)
            if (!refused.Add(row)) return;
        var (id, offset, name) = (records.Ids[row], records.Offsets[row], keywords.Names[records.Keywords[row]]);
        if (cursor.Damage is not null)
            faults.Report(StepFault.BadValue, id, offset, $"({name}) {cursor.Damage}, at byte {offset + cursor.DamagedAt}: it is left out.");
        else if (cursor.EmptyAt > 0)
            faults.Report(StepFault.EmptyValue, id, offset, $"({name}) has nothing where a value is expected, at byte {offset + cursor.EmptyAt}: it is read as '$'.");
        else
            faults.Report(StepFault.BadEscape, id, offset, $"({name}) has a string with '{cursor.BrokenEscape}', which is no escape (\\\\, \\S\\c, \\PA\\, \\X\\hh, \\X2\\…\\X0\\, \\X4\\…\\X0\\): it is kept as written.");
    }
}

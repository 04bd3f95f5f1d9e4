namespace DigitalTwin.Buildings.Step.Scanning;

/// <summary>The second pass: one record from its bytes to a tree.</summary>
internal static class RecordReader
{
    /// <summary>The place behind the parenthesis that opens the values of a record whose first pass was sound; of a complex one, the list of its parts.</summary>
    public static int Opening(ReadOnlySpan<byte> s)
    {
        var p = 1;
        while (Syntax.IsDigit(s[p])) p++;
        p = Syntax.SkipBlanks(s, Syntax.SkipBlanks(s, p) + 1);
        while (s[p] == (byte)'!' || Syntax.IsOfName(s[p])) p++;
        return Syntax.SkipBlanks(s, p) + 1;
    }

    /// <summary>A simple record, a part of a complex one or an entry of the header, from its opening parenthesis on; damage is the cursor's.</summary>
    public static StepPart Part(string keyword, ref StepCursor cursor) => new(keyword, cursor.Values());

    /// <summary>A whole record; null where the cursor met damage.</summary>
    public static StepRecord? Record(long id, string keyword, bool complex, ref StepCursor cursor)
    {
        List<StepPart> parts = [];
        if (!complex) parts.Add(Part(keyword, ref cursor));
        else while (cursor.NextPart() is { } name) parts.Add(Part(name.ToUpperInvariant(), ref cursor));
        if (complex && parts.Count == 0) cursor.Refuse("has no entity between its parentheses");
        cursor.Close();
        return cursor.Damage is null ? new StepRecord(id, parts) { IsComplex = complex } : null;
    }
}

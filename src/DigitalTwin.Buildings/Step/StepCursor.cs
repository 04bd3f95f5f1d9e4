using DigitalTwin.Buildings.Step.Scanning;

namespace DigitalTwin.Buildings.Step;

/// <summary>
/// Reads the values of a record from left to right straight from its bytes, making nothing but what it is asked for: the quick way to a few attributes of many records.
/// Each reading method takes one value, and gives its kind's "nothing" (NaN, 0, null) when the value is of another kind. It checks what it reads and nothing else:
/// what is out of order stops it (<see cref="Damage"/>). A cursor lives on the stack and must not outlive its file.
/// </summary>
public ref partial struct StepCursor
{
    private readonly ReadOnlySpan<byte> s;
    private int p;
    private bool afterLastComma;

    internal StepCursor(ReadOnlySpan<byte> record, int behindParenthesis)
    {
        s = record;
        p = Syntax.SkipBlanks(record, behindParenthesis);
    }

    /// <summary>What stopped it, as the end of a sentence; null while all is well.</summary>
    public string? Damage { get; private set; }

    /// <summary>Where in the record it is, bytes from its <c>#</c>.</summary>
    public readonly int Place => p;

    /// <summary>What stopped it is here, bytes from the <c>#</c>.</summary>
    internal int DamagedAt { get; private set; }

    /// <summary>An escape that meant nothing in a text that was read; null when all meant something.</summary>
    internal string? BrokenEscape { get; private set; }

    /// <summary>Where a value was left empty, bytes from the <c>#</c>; 0 when none was. It is taken for <c>$</c>.</summary>
    internal int EmptyAt { get; private set; }

    /// <summary>The kind of the value ahead; null at the end of the list that it is in, and where the text is out of order.</summary>
    public readonly StepKind? Ahead => p >= s.Length ? null : s[p] switch
    {
        (byte)'$' or (byte)',' => StepKind.Unset,
        (byte)')' => afterLastComma ? StepKind.Unset : null,
        (byte)'*' => StepKind.Derived,
        (byte)'#' => StepKind.Reference,
        (byte)'\'' => StepKind.String,
        (byte)'"' => StepKind.Binary,
        (byte)'(' => StepKind.List,
        (byte)'.' => p + 1 < s.Length && Syntax.IsDigit(s[p + 1]) ? StepKind.Real : StepKind.Enumeration,
        (byte)'!' => StepKind.Typed,
        (byte)'-' or (byte)'+' => NumberKind(),
        var b when Syntax.IsDigit(b) => NumberKind(),
        var b when Syntax.IsLetter(b) => StepKind.Typed,
        _ => null,
    };

    /// <summary>Passes over some values.</summary>
    public void Skip(int count = 1)
    {
        for (; count > 0 && Ahead is not null; count--) SkipOne();
    }

    /// <summary>A number, also within a typed value; NaN for anything else.</summary>
    public double Number()
    {
        var wraps = Unwrap();
        if (Ahead is not (StepKind.Integer or StepKind.Real)) return Other(wraps, double.NaN);
        if (!Numerals.Read(s, ref p, out var value, out _, out _)) return Stop("has a number that cannot be read", double.NaN);
        After(wraps);
        return value;
    }

    /// <summary>The id of a reference; 0 for anything else.</summary>
    public long Reference()
    {
        var wraps = Unwrap();
        if (Ahead is not StepKind.Reference) return Other(wraps, 0L);
        var id = ReferenceAhead();
        After(wraps);
        return id;
    }

    /// <summary>The decoded text of a string, also within a typed value; null for anything else.</summary>
    public string? Text()
    {
        var wraps = Unwrap();
        if (Ahead is not StepKind.String) return Other(wraps, (string?)null);
        var text = TextAhead();
        After(wraps);
        return text;
    }

    /// <summary>The name of an enumeration value without its dots, also within a typed value; null for anything else.</summary>
    public string? Enumeration()
    {
        var wraps = Unwrap();
        if (Ahead is not StepKind.Enumeration) return Other(wraps, (string?)null);
        var name = EnumerationAhead();
        After(wraps);
        return name;
    }

    /// <summary>Goes into a list, to be left by <see cref="Leave"/>; false, past the value, when it is something else.</summary>
    public bool Enter()
    {
        if (Ahead is not StepKind.List) return Other(0, false);
        p = Syntax.SkipBlanks(s, p + 1);
        return true;
    }

    /// <summary>Goes out of the list that it is in, past what has not been read of it.</summary>
    public void Leave()
    {
        Skip(int.MaxValue);
        if (p < s.Length && s[p] == (byte)')') p++;
        else Stop("has a list that is not closed", 0);
        After(0);
    }

    /// <summary>The numbers of a list, lists within it one after another; gives how many there are, of which those that fit are written.</summary>
    public int Numbers(scoped Span<double> into)
    {
        var count = 0;
        var depth = 0;
        do
        {
            if (Ahead is StepKind.List && Enter()) depth++;
            else if (Ahead is { } && Number() is var number && count++ < into.Length) into[count - 1] = number;
            for (; depth > 0 && Ahead is null && Damage is null; depth--) Leave();
        }
        while (depth > 0 && Damage is null);
        return count;
    }

    /// <summary>Adds the ids of a list of references, or of one reference; gives how many.</summary>
    public int References(ICollection<long> into)
    {
        ArgumentNullException.ThrowIfNull(into);
        var before = into.Count;
        if (Ahead is not StepKind.List)
        {
            if (Reference() is var one and > 0) into.Add(one);
            return into.Count - before;
        }
        Enter();
        while (Ahead is not null)
            if (Reference() is var id and > 0) into.Add(id);
        Leave();
        return into.Count - before;
    }
}

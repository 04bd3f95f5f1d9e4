using System.Text;
using DigitalTwin.Buildings.Step.Scanning;

namespace DigitalTwin.Buildings.Step;

/// <summary>The tokens.</summary>
public ref partial struct StepCursor
{
    /// <summary>Lists and typed values within one another; real ones have three or four.</summary>
    private const int Deepest = 64;

    /// <summary>The value ahead as a tree; <c>$</c> at the end of a list.</summary>
    public StepValue Value() => p < s.Length && s[p] == (byte)')' ? StepValue.Unset : Value(0, []);

    /// <summary>Every value up to the end of the list that it is in, which it closes.</summary>
    internal StepValue[] Values() => Values(0, []);

    /// <summary>Goes into the next part of a complex record and gives its name; null, and behind the last, at their end.</summary>
    internal string? NextPart()
    {
        p = Syntax.SkipBlanks(s, p);
        if (p < s.Length && s[p] == (byte)')')
        {
            p++;
            return null;
        }
        if (Ahead is not StepKind.Typed) return Stop("has a part that does not begin as 'NAME('", (string?)null);
        var name = NameAhead();
        if (p >= s.Length || s[p] != (byte)'(') return Stop("has a part that does not begin as 'NAME('", (string?)null);
        p = Syntax.SkipBlanks(s, p + 1);
        return name;
    }

    /// <summary>Asks that nothing but the semicolon follows.</summary>
    internal void Close()
    {
        if (Damage is not null) return;
        p = Syntax.SkipBlanks(s, p);
        if (p < s.Length && s[p] != (byte)';') Stop($"has {Quoted(s[p])} behind its last ')'", 0);
    }

    /// <summary>Stops at a mistake that only its reader can see.</summary>
    internal void Refuse(string damage) => Stop(damage, 0);

    private readonly StepKind NumberKind()
    {
        var q = p + 1;
        while (q < s.Length && Syntax.IsDigit(s[q])) q++;
        return q < s.Length && (s[q] == (byte)'.' || (s[q] | 32) is 'e' or 'd') ? StepKind.Real : StepKind.Integer;
    }

    private StepValue[] Values(int depth, List<StepValue> stack)
    {
        var from = stack.Count;
        while (Damage is null && (p >= s.Length || s[p] != (byte)')')) stack.Add(Value(depth, stack));
        p++;
        var values = new StepValue[stack.Count - from];
        stack.CopyTo(from, values, 0, values.Length);
        stack.RemoveRange(from, values.Length);
        return values;
    }

    private StepValue Value(int depth, List<StepValue> stack)
    {
        if (depth > Deepest) return Stop($"has lists more than {Deepest} deep", StepValue.Unset);
        StepValue value = default;
        switch (Ahead)
        {
            case StepKind.Unset or StepKind.Derived:
                if (s[p++] == (byte)'*') value = StepValue.Derived;
                break;
            case StepKind.Integer or StepKind.Real:
                if (!Numerals.Read(s, ref p, out var number, out var integer, out var isInteger)) return Stop("has a number that cannot be read", value);
                value = isInteger ? StepValue.OfInteger(integer) : StepValue.OfReal(number);
                break;
            case StepKind.String:
                value = StepValue.OfString(TextAhead());
                break;
            case StepKind.Enumeration:
                value = StepValue.OfEnumeration(EnumerationAhead());
                break;
            case StepKind.Binary:
                value = StepValue.OfBinary(BinaryAhead());
                break;
            case StepKind.Reference:
                value = StepValue.OfReference(ReferenceAhead());
                break;
            case StepKind.List:
                p = Syntax.SkipBlanks(s, p + 1);
                value = StepValue.OfList(Values(depth + 1, stack));
                break;
            case StepKind.Typed:
                var name = NameAhead();
                if (p >= s.Length || s[p] != (byte)'(') return Stop($"has '{name}' where a value is expected (a typed value is NAME(value))", value);
                p = Syntax.SkipBlanks(s, p + 1);
                var inner = Values(depth + 1, stack);
                if (inner.Length != 1) return Stop($"has {inner.Length} values in '{name}(…)', which takes one", value);
                value = StepValue.OfType(name, inner[0]);
                break;
            default:
                return Stop(p >= s.Length ? "ends within its values" : $"has {Quoted(s[p])} where a value is expected", value);
        }
        After(0);
        return value;
    }

    private string TextAhead()
    {
        var end = Syntax.StringEnd(s, p);
        if (end < 0) return Stop("has a string that is not closed", "");
        var text = StepText.Decode(s[(p + 1)..(end - 1)], out var broken);
        BrokenEscape ??= broken;
        p = end;
        return text;
    }

    private string EnumerationAhead()
    {
        var q = p + 1;
        while (q < s.Length && Syntax.IsOfName(s[q])) q++;
        if (q >= s.Length || s[q] != (byte)'.' || q == p + 1) return Stop("has a '.' that begins neither a number nor an enumeration value such as '.T.'", "");
        var name = Encoding.ASCII.GetString(s[(p + 1)..q]);
        p = q + 1;
        return name;
    }

    private string BinaryAhead()
    {
        var q = p + 1;
        while (q < s.Length && char.IsAsciiHexDigit((char)s[q])) q++;
        if (q >= s.Length || s[q] != (byte)'"') return Stop("has a binary that is not hexadecimal digits in double quotes", "");
        var digits = Encoding.ASCII.GetString(s[(p + 1)..q]);
        p = q + 1;
        return digits;
    }

    private long ReferenceAhead()
    {
        var q = p + 1;
        long id = 0;
        while (q < s.Length && Syntax.IsDigit(s[q]) && q - p < 20) id = (id * 10) + (s[q++] - '0');
        if (q - p is 1 or > 19) return Stop("has a '#' without a number of at most 18 digits", 0L);
        p = q;
        return id;
    }

    private string NameAhead()
    {
        var q = p + 1;
        while (q < s.Length && Syntax.IsOfName(s[q])) q++;
        var name = Encoding.ASCII.GetString(s[p..q]);
        p = Syntax.SkipBlanks(s, q);
        return name;
    }

    /// <summary>Goes into typed values; gives how many.</summary>
    private int Unwrap()
    {
        var wraps = 0;
        for (; Ahead is StepKind.Typed; wraps++)
        {
            while (p < s.Length && (Syntax.IsOfName(s[p]) || s[p] == (byte)'!')) p++;
            p = Syntax.SkipBlanks(s, p);
            if (p >= s.Length || s[p] != (byte)'(') return Stop("has a name where a value is expected", wraps);
            p = Syntax.SkipBlanks(s, p + 1);
        }
        return wraps;
    }

    private void SkipOne()
    {
        var wraps = Unwrap();
        for (var depth = 0; Damage is null;)
        {
            p = Syntax.SkipBlanks(s, p);
            if (p >= s.Length)
            {
                Stop("ends within its values", 0);
                return;
            }
            var b = s[p];
            if (depth == 0 && b is (byte)',' or (byte)')') break;
            if (b == (byte)'\'')
            {
                p = Syntax.StringEnd(s, p);
                if (p < 0) Stop("has a string that is not closed", 0);
                continue;
            }
            if (b == (byte)'(') depth++;
            if (b == (byte)')') depth--;
            p++;
        }
        After(wraps);
    }

    /// <summary>A value of another kind than was asked for is passed over.</summary>
    private T Other<T>(int wraps, T nothing)
    {
        if (Damage is null && Ahead is not null) SkipOne();
        if (wraps > 0) After(wraps);
        return nothing;
    }

    /// <summary>Behind a value: closes the typed values around it and goes on to the next value, or stays at the end of the list.</summary>
    private void After(int wraps)
    {
        if (Damage is not null) return;
        p = Syntax.SkipBlanks(s, p);
        for (; wraps > 0; wraps--)
        {
            if (p >= s.Length || s[p] != (byte)')')
            {
                Stop("has a typed value that is not closed behind its value", 0);
                return;
            }
            p = Syntax.SkipBlanks(s, p + 1);
        }
        if (p < s.Length && s[p] == (byte)')') return;
        if (p >= s.Length || s[p] is (byte)';')
        {
            Stop("ends within its values", 0);
            return;
        }
        if (s[p] != (byte)',')
        {
            Stop($"has {Quoted(s[p])} behind a value, where ',' or ')' is expected", 0);
            return;
        }
        p = Syntax.SkipBlanks(s, p + 1);
        if (p < s.Length && s[p] is (byte)')' or (byte)',') Stop("has no value behind a ','", 0);
    }

    private T Stop<T>(string damage, T nothing)
    {
        if (Damage is null) (Damage, DamagedAt) = (damage, Math.Clamp(p, 0, s.Length));
        p = s.Length;
        return nothing;
    }

    private static string Quoted(byte b) => b is >= 32 and < 127 ? $"'{(char)b}'" : $"byte {b:X2}";
}

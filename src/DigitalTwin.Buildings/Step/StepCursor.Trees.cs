using DigitalTwin.Buildings.Step.Scanning;

namespace DigitalTwin.Buildings.Step;

/// <summary>Values as trees, and the parts of complex records.</summary>
public ref partial struct StepCursor
{
    /// <summary>Lists and typed values within one another; real ones have three or four.</summary>
    private const int Deepest = 64;

    /// <summary>The value ahead as a tree; <c>$</c> at the end of a list.</summary>
    public StepValue Value() => AtEnd ? StepValue.Unset : Value(0, []);

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

    private StepValue[] Values(int depth, List<StepValue> stack)
    {
        var from = stack.Count;
        while (Damage is null && !AtEnd) stack.Add(Value(depth, stack));
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
                if (s[p] is (byte)',' or (byte)')') Empty();
                else if (s[p++] == (byte)'*') value = StepValue.Derived;
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
}

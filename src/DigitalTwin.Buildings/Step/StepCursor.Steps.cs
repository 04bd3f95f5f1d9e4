using DigitalTwin.Buildings.Step.Scanning;

namespace DigitalTwin.Buildings.Step;

/// <summary>From one value to the next.</summary>
public ref partial struct StepCursor
{
    /// <summary>Before the parenthesis that closes the list; behind a comma a value is still to come.</summary>
    private readonly bool AtEnd => p < s.Length && s[p] == (byte)')' && !afterLastComma;

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

    /// <summary>A value that is not there: <c>A(,1)</c>, <c>A(1,)</c>.</summary>
    private void Empty()
    {
        if (EmptyAt == 0) EmptyAt = p;
        afterLastComma = false;
    }

    private void SkipOne()
    {
        if (s[p] is (byte)',' or (byte)')') Empty();
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
        afterLastComma = p < s.Length && s[p] == (byte)')';
    }

    private T Stop<T>(string damage, T nothing)
    {
        if (Damage is null) (Damage, DamagedAt) = (damage, Math.Clamp(p, 0, s.Length));
        p = s.Length;
        return nothing;
    }
}

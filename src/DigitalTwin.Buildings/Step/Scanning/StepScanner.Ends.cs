using System.Buffers;

namespace DigitalTwin.Buildings.Step.Scanning;

/// <summary>Where a record ends, whole or not.</summary>
internal sealed partial class StepScanner
{
    private static readonly SearchValues<byte> Marks = SearchValues.Create("';/="u8);

    /// <summary>From within a record or statement to behind its semicolon, or to where the next record begins; negative when the window ends first.</summary>
    private int Body(ReadOnlySpan<byte> s, int p, out Ending ending)
    {
        ending = Ending.Semicolon;
        var from = p;
        while (p < s.Length)
        {
            var next = s[p..].IndexOfAny(Marks);
            if (next < 0) break;
            p += next;
            switch (s[p])
            {
                case (byte)';':
                    return p + 1;
                case (byte)'\'':
                    var end = Syntax.StringEnd(s, p);
                    var begins = Syntax.RecordStart(s, p, end < 0 ? s.Length : end);
                    if (begins >= 0) (p, ending) = (begins, Ending.OpenString);
                    if (begins >= 0) return p;
                    if (end < 0 && last) (ending, p) = (Ending.OpenString, s.Length);
                    if (end < 0) return last ? p : -1;
                    p = end;
                    break;
                case (byte)'/':
                    var behind = Syntax.OpensComment(s, p) && !commentsNeverEnd ? Syntax.CommentEnd(s, p) : p + 1;
                    if (behind < 0 && !last) return -1;
                    commentsNeverEnd |= behind < 0 && origin + s.Length == bytes.Length;
                    p = behind < 0 ? p + 2 : behind;
                    break;
                default:
                    if (HashBefore(s, from, p) is var hash and >= 0)
                    {
                        ending = Ending.NextRecord;
                        return hash;
                    }
                    p++;
                    break;
            }
        }
        ending = Ending.CutOff;
        return last ? s.Length : -1;
    }

    /// <summary>The <c>#</c> of <c>#12 =</c> whose sign <c>=</c> is at a place; negative when something else stands before it.</summary>
    private static int HashBefore(ReadOnlySpan<byte> s, int from, int equals)
    {
        var p = equals - 1;
        while (p > from && s[p] <= 32) p--;
        var digit = p;
        while (p > from && Syntax.IsDigit(s[p])) p--;
        return p > from && p < digit && s[p] == (byte)'#' ? p : -1;
    }

    private enum Ending
    {
        Semicolon,
        NextRecord,
        OpenString,
        CutOff,
    }
}

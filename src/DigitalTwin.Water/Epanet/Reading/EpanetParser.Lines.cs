using System.Runtime.CompilerServices;

namespace DigitalTwin.Water.Epanet.Reading;

// Lines, their comments and their words.
internal sealed partial class EpanetParser
{
    /// <summary>Finds the next line, its comment and its words.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool NextLine()
    {
        if (next >= text.Length) return false;
        line++;
        lineStart = next;
        var rest = text.AsSpan(next);
        var end = rest.IndexOfAny((byte)'\n', (byte)'\r');
        if (end < 0) (lineEnd, next) = (text.Length, text.Length);
        else (lineEnd, next) = (lineStart + end, lineStart + end + (rest[end] == '\r' && end + 1 < rest.Length && rest[end + 1] == '\n' ? 2 : 1));

        var semicolon = text.AsSpan(lineStart, lineEnd - lineStart).IndexOf((byte)';');
        commentStart = semicolon < 0 ? lineEnd : lineStart + semicolon;
        CutWords();
        if (lineEnd - lineStart > LongestLine && words > 0 && section is { } here && !KeptAsText(here) && here != EpanetSection.Title) SayLongLine();
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void CutWords()
    {
        words = 0;
        for (var i = lineStart; i < commentStart;)
        {
            if (text[i] is (byte)' ' or (byte)'\t')
            {
                i++;
                continue;
            }
            int start = i, end;
            if (text[i] == '"')
            {
                start++;
                var quote = text.AsSpan(start, commentStart - start).IndexOf((byte)'"');
                end = quote < 0 ? commentStart : start + quote;
                i = end + 1;
            }
            else
            {
                while (i < commentStart && text[i] is not ((byte)' ' or (byte)'\t')) i++;
                end = i;
            }
            if (words == wordStart.Length)
            {
                Array.Resize(ref wordStart, words * 2);
                Array.Resize(ref wordLength, words * 2);
            }
            (wordStart[words], wordLength[words++]) = (start, end - start);
        }
    }

    private ReadOnlySpan<byte> Word(int index) => text.AsSpan(wordStart[index], wordLength[index]);

    private bool WordStarts(int index, ReadOnlySpan<byte> word) => index < words && Keyword.Starts(Word(index), word);

    private string Text(int start, int end) => encoding.GetString(text, start, end - start);

    private string WordText(int index) => Text(wordStart[index], wordStart[index] + wordLength[index]);

    /// <summary>What follows the semicolon, or null when there is nothing to see.</summary>
    private string? Comment()
    {
        if (commentStart >= lineEnd) return null;
        var comment = text.AsSpan(commentStart + 1, lineEnd - commentStart - 1).TrimEnd(" \t"u8);
        return comment.Trim(" \t"u8).Length == 0 ? null : encoding.GetString(comment);
    }
}

using System.Runtime.CompilerServices;

namespace DigitalTwin.Water.Epanet.Reading;

/// <summary>EPANET's words: ASCII letters without case, and a word is known by its beginning (HEADLOSS is what starts with HEADL).</summary>
internal static class Keyword
{
    /// <summary>Whether <paramref name="text"/> starts with <paramref name="word"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool Starts(ReadOnlySpan<byte> text, ReadOnlySpan<byte> word)
    {
        if (text.Length < word.Length) return false;
        for (var i = 0; i < word.Length; i++)
        {
            if (Fold(text[i]) != Fold(word[i])) return false;
        }
        return true;
    }

    /// <summary>Whether <paramref name="text"/> is <paramref name="word"/>.</summary>
    public static bool Is(ReadOnlySpan<byte> text, ReadOnlySpan<byte> word) => text.Length == word.Length && Starts(text, word);

    private static byte Fold(byte c) => c is >= (byte)'a' and <= (byte)'z' ? (byte)(c & ~32) : c;
}

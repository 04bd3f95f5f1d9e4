using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DigitalTwin.Water.Epanet.Reading;

/// <summary>
/// Ids of one kind (nodes, links, patterns or curves) by their bytes in the text, so that looking one up makes no string. Open addressing,
/// at most half full; entries are numbered in order of appearance. It lives as long as one reading.
/// </summary>
internal sealed class IdTable(byte[] text)
{
    private readonly List<Entry> entries = [];
    private int[] slots = new int[64];

    /// <summary>An id: where it stands, its string, and the line that defines it (0: only referred to so far).</summary>
    public struct Entry
    {
        public uint Hash;
        public int Start;
        public int Length;
        public string Id;
        public int Line;
        public int FirstUseLine;
        public int FirstUseColumn;
        public int Uses;
    }

    public int Count => entries.Count;

    public ref Entry this[int index] => ref CollectionsMarshal.AsSpan(entries)[index];

    /// <summary>Ids that a line defines.</summary>
    public IEnumerable<string> Defined => entries.Where(e => e.Line > 0).Select(e => e.Id);

    /// <summary>Number of the id in text[start..start+length], or -1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Find(int start, int length)
    {
        var key = text.AsSpan(start, length);
        var hash = Hash(key);
        for (var slot = (int)(hash & (uint)(slots.Length - 1)); ; slot = (slot + 1) & (slots.Length - 1))
        {
            var index = slots[slot] - 1;
            if (index < 0) return -1;
            ref var entry = ref CollectionsMarshal.AsSpan(entries)[index];
            if (entry.Hash == hash && key.SequenceEqual(text.AsSpan(entry.Start, entry.Length))) return index;
        }
    }

    /// <summary>Adds an id that is not there yet.</summary>
    public int Add(int start, int length, string id, int line)
    {
        if (entries.Count * 2 >= slots.Length) Grow();
        var hash = Hash(text.AsSpan(start, length));
        entries.Add(new() { Hash = hash, Start = start, Length = length, Id = id, Line = line });
        Place(hash, entries.Count);
        return entries.Count - 1;
    }

    private void Grow()
    {
        slots = new int[slots.Length * 2];
        for (var i = 0; i < entries.Count; i++) Place(entries[i].Hash, i + 1);
    }

    private void Place(uint hash, int number)
    {
        var slot = (int)(hash & (uint)(slots.Length - 1));
        while (slots[slot] != 0) slot = (slot + 1) & (slots.Length - 1);
        slots[slot] = number;
    }

    // Multiply-and-fold over 8 bytes at a time; ids are short, so one or two rounds.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static uint Hash(ReadOnlySpan<byte> key)
    {
        var hash = (ulong)key.Length * 0x9E3779B97F4A7C15;
        while (key.Length >= 8)
        {
            hash = Fold(hash ^ MemoryMarshal.Read<ulong>(key));
            key = key[8..];
        }
        ulong tail = 0;
        for (var i = 0; i < key.Length; i++) tail |= (ulong)key[i] << (8 * i);
        hash = Fold(hash ^ tail);
        return (uint)(hash ^ (hash >> 32));
    }

    private static ulong Fold(ulong x)
    {
        var high = Math.BigMul(x ^ 0xA0761D6478BD642F, 0xE7037ED1A0B428DB, out var low);
        return high ^ low;
    }
}

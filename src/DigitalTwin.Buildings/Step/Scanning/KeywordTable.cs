using System.Runtime.InteropServices;
using System.Text;

namespace DigitalTwin.Buildings.Step.Scanning;

/// <summary>The entity names of a file, numbered in the order of their first use; letters without case. A complex record has a name of its own that lists its parts.</summary>
internal sealed class KeywordTable
{
    private readonly List<string> names = [];
    private readonly List<string[]?> parts = [];
    private readonly List<byte[]> written = [];
    private readonly Dictionary<string, int> byName = new(StringComparer.OrdinalIgnoreCase);
    private int[] slots = new int[256];

    public IReadOnlyList<string> Names => names;

    /// <summary>The entities of a complex name; null for a simple one.</summary>
    public string[]? Parts(int number) => parts[number];

    /// <summary>The number of a name met before in just these bytes; negative otherwise.</summary>
    public int Find(ReadOnlySpan<byte> name)
    {
        for (var slot = Hash(name) & (slots.Length - 1); ; slot = (slot + 1) & (slots.Length - 1))
        {
            var entry = slots[slot] - 1;
            if (entry < 0) return -1;
            if (name.SequenceEqual(written[entry].AsSpan(4))) return MemoryMarshal.Read<int>(written[entry]);
        }
    }

    /// <summary>The number of a name, which must be one, given when it is new.</summary>
    public int FindOrAdd(ReadOnlySpan<byte> name)
    {
        var number = Find(name);
        if (number >= 0) return number;
        number = Number(Encoding.ASCII.GetString(name).ToUpperInvariant(), null);
        if (2 * (written.Count + 1) > slots.Length) Widen();
        var entry = new byte[4 + name.Length];
        MemoryMarshal.Write(entry, number);
        name.CopyTo(entry.AsSpan(4));
        Place(entry);
        return number;
    }

    /// <summary>The number of a complex record with these entities.</summary>
    public int FindOrAdd(string[] entities) => Number($"({string.Join(' ', entities)})", entities);

    /// <summary>The numbers of the names that are, or hold, an entity.</summary>
    public IEnumerable<int> Having(string entity)
    {
        if (byName.TryGetValue(entity, out var simple) && parts[simple] is null) yield return simple;
        for (var i = 0; i < names.Count; i++)
            if (parts[i] is { } held && held.Contains(entity, StringComparer.OrdinalIgnoreCase)) yield return i;
    }

    private int Number(string name, string[]? entities)
    {
        if (byName.TryGetValue(name, out var number)) return number;
        byName.Add(name, names.Count);
        names.Add(name);
        parts.Add(entities);
        return names.Count - 1;
    }

    private void Widen()
    {
        slots = new int[2 * slots.Length];
        var entries = written.ToArray();
        written.Clear();
        foreach (var entry in entries) Place(entry);
    }

    private void Place(byte[] entry)
    {
        written.Add(entry);
        var slot = Hash(entry.AsSpan(4)) & (slots.Length - 1);
        while (slots[slot] != 0) slot = (slot + 1) & (slots.Length - 1);
        slots[slot] = written.Count;
    }

    /// <summary>From the length and the first and last eight bytes: entity names share beginnings (IFCREL…) and endings (…TYPE), rarely both.</summary>
    private static int Hash(ReadOnlySpan<byte> name)
    {
        ulong hash = (ulong)name.Length;
        if (name.Length >= 8)
        {
            hash ^= MemoryMarshal.Read<ulong>(name) * 0x9E3779B97F4A7C15;
            hash ^= ulong.RotateLeft(MemoryMarshal.Read<ulong>(name[^8..]) * 0xC2B2AE3D27D4EB4F, 31);
        }
        else
        {
            foreach (var b in name) hash = (hash ^ b) * 0x100000001B3;
        }
        return (int)((hash * 0x9E3779B97F4A7C15) >> 33);
    }
}

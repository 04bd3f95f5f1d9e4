namespace DigitalTwin.Mobility.Parking.Facilities;

/// <summary>The slots of cars before a barrier, in the order in which they came; one may leave from the middle.</summary>
internal struct WaitingLine()
{
    private int[] slots = [];
    private int head;

    public int Count { get; private set; }

    public readonly int this[int place] => slots[head + place];

    public readonly ReadOnlySpan<int> Slots => slots.AsSpan(head, Count);

    public void Add(int slot)
    {
        if (head + Count == slots.Length)
        {
            var room = Count * 2 <= slots.Length && head > 0 ? slots : new int[Math.Max(8, 2 * slots.Length)];
            Array.Copy(slots, head, room, 0, Count);
            (slots, head) = (room, 0);
        }
        slots[head + Count++] = slot;
    }

    public void RemoveAt(int place)
    {
        if (place == 0) head++;
        else Array.Copy(slots, head + place + 1, slots, head + place, Count - place - 1);
        if (--Count == 0) head = 0;
    }

    public readonly int Find(int slot) => slots.AsSpan(head, Count).IndexOf(slot);

    public void Restore(int[] saved) => (slots, head, Count) = (saved, 0, saved.Length);
}

namespace DigitalTwin.Buildings.Districts;

/// <summary>Which building lies where: blocks of one use and one place of weather, in the order of place, use and index. Immutable.</summary>
internal sealed class DistrictLayout
{
    private readonly int[] blockOf, laneOf, useOf, placeOf;

    /// <summary>Lays buildings out.</summary>
    /// <param name="uses">Use by building.</param>
    /// <param name="places">Place of weather by building.</param>
    public DistrictLayout(ReadOnlySpan<int> uses, ReadOnlySpan<int> places)
    {
        var keys = new (int Place, int Use, int Index)[uses.Length];
        for (var i = 0; i < keys.Length; i++) keys[i] = (places[i], uses[i], i);
        Array.Sort(keys);
        (blockOf, laneOf) = (new int[keys.Length], new int[keys.Length]);
        var (useOfBlock, placeOfBlock) = (new List<int>(), new List<int>());
        var lane = Lane.Width;
        for (var i = 0; i < keys.Length; i++)
        {
            var (place, use, index) = keys[i];
            if (lane == Lane.Width || useOfBlock[^1] != use || placeOfBlock[^1] != place)
            {
                useOfBlock.Add(use);
                placeOfBlock.Add(place);
                lane = 0;
            }
            (blockOf[index], laneOf[index]) = (useOfBlock.Count - 1, lane++);
        }
        (useOf, placeOf) = ([.. useOfBlock], [.. placeOfBlock]);
    }

    /// <summary>Buildings.</summary>
    public int Buildings => blockOf.Length;

    /// <summary>Blocks.</summary>
    public int Blocks => useOf.Length;

    /// <summary>Block of a building.</summary>
    public int Block(int building) => blockOf[building];

    /// <summary>Place of a building within its block.</summary>
    public int LaneOf(int building) => laneOf[building];

    /// <summary>Use of all buildings of a block.</summary>
    public int Use(int block) => useOf[block];

    /// <summary>Place of weather of all buildings of a block.</summary>
    public int Place(int block) => placeOf[block];
}

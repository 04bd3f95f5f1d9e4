namespace DigitalTwin.Mobility.Traffic;

/// <content>The vehicles as bytes.</content>
internal sealed partial class Vehicles
{
    public void Save(BinaryWriter writer)
    {
        writer.Write(Count);
        Visit(new Writing(writer));
        Save(writer, Route);
        Save(writer, Tried);
    }

    public void Load(BinaryReader reader)
    {
        Grow(reader.ReadInt32());
        Visit(new Reading(reader));
        Load(reader, Route);
        Load(reader, Tried);
    }

    private void Save(BinaryWriter writer, int[]?[] lists)
    {
        for (var v = 0; v < Count; v++)
        {
            if (lists[v] is { } list) StateFormat.Write(writer, list);
            else writer.Write(-1);
        }
    }

    private void Load(BinaryReader reader, int[]?[] lists)
    {
        for (var v = 0; v < Count; v++)
        {
            var length = reader.ReadInt32();
            if (length >= 0) StateFormat.Fill<int>(reader, lists[v] = new int[length]);
        }
    }

    // Every column but the lists, in one order for growing, writing and reading.
    private void Visit<TVisitor>(TVisitor visitor)
        where TVisitor : struct, IVisitor
    {
        visitor.Column(ref Origin, Count);
        visitor.Column(ref Destination, Count);
        visitor.Column(ref Departure, Count);
        visitor.Column(ref Dwell, Count);
        visitor.Column(ref Returns, Count);
        visitor.Column(ref Purpose, Count);
        visitor.Column(ref Group, Count);
        visitor.Column(ref Phase, Count);
        visitor.Column(ref Errand, Count);
        visitor.Column(ref Outcome, Count);
        visitor.Column(ref Fate, Count);
        visitor.Column(ref Motion, Count);
        visitor.Column(ref Facility, Count);
        visitor.Column(ref Due, Count);
        visitor.Column(ref Booked, Count);
        visitor.Column(ref SearchTime, Count);
        visitor.Column(ref QueueTime, Count);
        visitor.Column(ref SearchDriven, Count);
        visitor.Column(ref Tries, Count);
        visitor.Column(ref Paid, Count);
        visitor.Column(ref HasParked, Count);
        visitor.Column(ref EndTime, Count);
    }

    private interface IVisitor
    {
        void Column<T>(ref T[] column, int count)
            where T : unmanaged;
    }

    private readonly struct Growing(int room) : IVisitor
    {
        public void Column<T>(ref T[] column, int count)
            where T : unmanaged => Array.Resize(ref column, room);
    }

    private readonly struct Writing(BinaryWriter writer) : IVisitor
    {
        public void Column<T>(ref T[] column, int count)
            where T : unmanaged => StateFormat.Write(writer, column, count);
    }

    private readonly struct Reading(BinaryReader reader) : IVisitor
    {
        public void Column<T>(ref T[] column, int count)
            where T : unmanaged => StateFormat.Read(reader, column, count);
    }
}

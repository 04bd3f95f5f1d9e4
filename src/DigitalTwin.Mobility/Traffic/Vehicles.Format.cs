namespace DigitalTwin.Mobility.Traffic;

/// <content>The vehicles as bytes.</content>
internal sealed partial class Vehicles
{
    public void Save(BinaryWriter writer)
    {
        writer.Write(Count);
        Visit(new Writing(writer));
        for (var v = 0; v < Count; v++)
        {
            if (Route[v] is not { } route) writer.Write(-1);
            else StateFormat.Write(writer, route);
        }
    }

    public void Load(BinaryReader reader)
    {
        Grow(reader.ReadInt32());
        Visit(new Reading(reader));
        for (var v = 0; v < Count; v++)
        {
            var length = reader.ReadInt32();
            if (length < 0) continue;
            var route = Route[v] = new int[length];
            for (var i = 0; i < length; i++) route[i] = reader.ReadInt32();
        }
    }

    // Every column but the routes, in one order for growing, writing and reading.
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
        visitor.Column(ref Decides, Count);
        visitor.Column(ref Link, Count);
        visitor.Column(ref Step, Count);
        visitor.Column(ref Facility, Count);
        visitor.Column(ref Since, Count);
        visitor.Column(ref Next, Count);
        visitor.Column(ref EndTime, Count);
        visitor.Column(ref DriveTime, Count);
        visitor.Column(ref Driven, Count);
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

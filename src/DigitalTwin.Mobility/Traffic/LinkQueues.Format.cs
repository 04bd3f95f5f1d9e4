namespace DigitalTwin.Mobility.Traffic;

/// <content>The queues as bytes: what can still matter, and nothing else, so that equal queues have equal bytes.</content>
internal sealed partial class LinkQueues
{
    /// <summary>Writes the queues at a time, s.</summary>
    public void Save(BinaryWriter writer, TrafficPlan plan, double time)
    {
        StateFormat.Write(writer, Entrance);
        StateFormat.Write(writer, Exit);
        StateFormat.Write(writer, TurnTag);
        for (var link = 0; link < Exit.Length; link++)
        {
            var (start, storage, on) = (plan.RingStart[link], plan.Storage[link], On(link));
            for (var i = 0; i < storage; i++)
            {
                var place = start + (Exit[link].Head + i) % storage;
                if (i < on) writer.Write(Vehicle[place]);
                else if (Time[place] + plan.BackTime[link] <= time) continue;
                else writer.Write(-1 - i);
                writer.Write(Time[place]);
            }
            writer.Write(int.MinValue);
        }
    }

    /// <summary>Reads what was written into new queues.</summary>
    public void Load(BinaryReader reader, TrafficPlan plan)
    {
        StateFormat.Read(reader, Entrance);
        StateFormat.Read(reader, Exit);
        StateFormat.Read(reader, TurnTag);
        for (var link = 0; link < Exit.Length; link++)
        {
            var (start, storage, next) = (plan.RingStart[link], plan.Storage[link], 0);
            for (int entry; (entry = reader.ReadInt32()) != int.MinValue;)
            {
                var i = entry >= 0 ? next++ : -1 - entry;
                if (i >= storage) throw new InvalidDataException("The saved state is of another city: a link holds more than it has room for.");
                var place = start + (Exit[link].Head + i) % storage;
                (Vehicle[place], Time[place]) = (Math.Max(entry, 0), reader.ReadDouble());
            }
            if (next != On(link)) throw new InvalidDataException("The saved state of the traffic is damaged: a link's vehicles are not as many as it counts.");
        }
    }
}

using DigitalTwin.Mobility.Parking.Choice;
using DigitalTwin.Mobility.Traffic;
using DigitalTwin.Numerics.Randomness;

namespace DigitalTwin.Mobility;

/// <content>The state as bytes.</content>
public sealed partial class MobilityState
{
    private const string Letters = "MBT";

    // Higher whenever what is written changes. 2: drivers wait for spaces that are held for them. 3: searches by facility and destination. 4: trips that are withdrawn.
    private const int Version = 4;

    /// <summary>Writes everything, bit by bit; equal states have equal bytes.</summary>
    public void Save(BinaryWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        StateFormat.WriteHead(writer, Letters, Version);
        writer.Write(Random.Seed);
        writer.Write(SliceIndex);
        writer.Write(Time);
        writer.Write(Moves);
        writer.Write(TallySince);
        StateFormat.Write(writer, Departures[NextDeparture..]);
        Vehicles.Save(writer);
        Queues.Save(writer, plan, Time);
        Roads.Save(writer);
        Parking.Save(writer);
        Guidance.Save(writer);
        writer.Write(IsGuidanceOn);
        writer.Write(InformedShare);
        StateFormat.Write(writer, LinkTime);
        StateFormat.Write(writer, onLinkBefore);
        foreach (var group in groups) group.Save(writer);
        foreach (var search in atFacility) search.Save(writer);
        foreach (var search in atPlace) search.Save(writer);
        // What the model itself expects is known to whoever reads.
        StateFormat.Write(writer, Habit == Model.Habit ? [] : Habit.Shares.ToArray());
    }

    /// <summary>Reads what <see cref="Save"/> wrote for the same roads, lots and groups.</summary>
    /// <exception cref="InvalidDataException">It is not such a state.</exception>
    internal static MobilityState Load(MobilityModel model, BinaryReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        try
        {
            StateFormat.ReadHead(reader, Letters, Version, "a city's traffic");
            var state = new MobilityState(model, new KeyedRandom(reader.ReadUInt64()));
            state.Read(reader);
            return state;
        }
        catch (EndOfStreamException e)
        {
            throw new InvalidDataException("The saved state of the traffic ends early.", e);
        }
    }

    private void Read(BinaryReader reader)
    {
        (SliceIndex, Time, Moves, TallySince) = (reader.ReadInt64(), reader.ReadDouble(), reader.ReadInt64(), reader.ReadDouble());
        (Departures, NextDeparture) = (StateFormat.Read<int>(reader), 0);
        Vehicles.Load(reader);
        Queues.Load(reader, plan);
        Roads.Load(reader);
        Parking.Load(reader);
        Guidance.Load(reader);
        (IsGuidanceOn, InformedShare) = (reader.ReadBoolean(), reader.ReadDouble());
        StateFormat.Read(reader, LinkTime);
        StateFormat.Read(reader, onLinkBefore);
        for (var group = 0; group < groups.Length; group++) groups[group] = GroupTally.Load(reader);
        foreach (var searches in (SearchTally[][])[atFacility, atPlace])
            for (var i = 0; i < searches.Length; i++) searches[i] = SearchTally.Load(reader);
        var shares = StateFormat.Read<double>(reader);
        if (shares.Length > 0) Habit = shares.Length == Model.Supply.Facilities.Count * OccupancyHabit.Slots ? OccupancyHabit.Of(Model.Supply, shares) : throw new InvalidDataException("The saved state of the traffic is damaged.");
        DeriveRates(plan);
    }
}

using DigitalTwin.Mobility.Parking.Curbs;
using DigitalTwin.Mobility.Parking.Facilities;

namespace DigitalTwin.Mobility.Parking;

/// <summary>
/// Everything about parking that changes with time, by facility: counts, what an operator has set, tallies, and the cars themselves. A value: <see cref="Save"/> and
/// <see cref="Load"/> keep every bit. Facilities share nothing, so that different threads may advance different facilities at once. Made by <see cref="ParkingModel.InitialState"/>.
/// </summary>
public sealed class ParkingState
{
    private const string Letters = "PST";

    // Higher whenever what is written changes. 2: drivers wait for spaces that are held for them. 3: policies by hand.
    private const int Version = 3;
    private readonly FacilityLive[] live;
    private readonly FacilityTally[] tallies;
    private readonly List<CurbPolicy>?[] policies;
    private readonly CurbRules?[] curbs;

    internal ParkingState(ParkingSupply supply, int groups, double time)
    {
        var count = supply.Facilities.Count;
        live = [.. supply.Facilities.Select(_ => new FacilityLive(groups) { SettledAt = time })];
        (tallies, policies, curbs) = (new FacilityTally[count], new List<CurbPolicy>?[count], new CurbRules?[count]);
        (Occupied, Queue, ChargersTaken, ChargersOn) = (new int[count], new int[count], new int[count], new int[count]);
        (Closed, SharedWith, HeldSpaces, HeldFor) = (new bool[count], new ulong[count], new int[count], new ulong[count]);
        Capacity = [.. supply.Facilities.Select(f => f.Capacity)];
        Tariff = [.. supply.Facilities.Select(f => f.Tariff)];
        PriceFactor = [.. supply.Facilities.Select(_ => 1.0)];
    }

    /// <summary>Cars that hold a space: from the barrier until they leave the space. It may exceed <see cref="Capacity"/> where that was cut: a fact, never clamped.</summary>
    public int[] Occupied { get; }

    /// <summary>Cars that wait before the barrier.</summary>
    public int[] Queue { get; }

    /// <summary>Chargers at which a car stands, charging or not.</summary>
    public int[] ChargersTaken { get; }

    /// <summary>Chargers that charge.</summary>
    public int[] ChargersOn { get; }

    /// <summary>Whether closed by hand; see <see cref="SetClosed"/>.</summary>
    public bool[] Closed { get; }

    /// <summary>Spaces; see <see cref="SetCapacity"/>.</summary>
    public int[] Capacity { get; }

    /// <summary>Index of the tariff for cars that come from now on, -1 for free parking. Who is inside pays by the board that he saw when he came.</summary>
    public int[] Tariff { get; }

    /// <summary>Multiplies prices for cars that come from now on, 1 unless set; 0 or more.</summary>
    public double[] PriceFactor { get; }

    /// <summary>Groups, as bits, that are let in whatever the access rules say; see <see cref="SetSharedWith"/>.</summary>
    public ulong[] SharedWith { get; }

    /// <summary>Spaces kept for the groups of <see cref="HeldFor"/>, besides the facility's own reserves; see <see cref="SetHeldSpaces"/>.</summary>
    public int[] HeldSpaces { get; }

    /// <summary>Groups, as bits, for which <see cref="HeldSpaces"/> are kept.</summary>
    public ulong[] HeldFor { get; }

    /// <summary>When something falls due at a facility next, s; infinite when nothing does.</summary>
    public double NextEvent(int facility) => live[facility].Dues.NextTime;

    /// <summary>Closes a facility by hand, or opens it again: from then on nobody enters and the queue goes; who is inside leaves at the end of the dwell.</summary>
    /// <param name="facility">Facility.</param>
    /// <param name="closed">Whether it is closed.</param>
    /// <param name="time">When, s; not before what was advanced already.</param>
    public void SetClosed(int facility, bool closed, double time)
    {
        Closed[facility] = closed;
        Wake(facility, time);
    }

    /// <summary>Sets the number of spaces. Below the occupancy nobody is thrown out: nobody enters until enough have left.</summary>
    public void SetCapacity(int facility, int spaces, double time)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(spaces);
        Capacity[facility] = spaces;
        Wake(facility, time);
    }

    /// <summary>Lets groups in whatever the access rules say (bit g for group g), 0 to end it; reserves still hold.</summary>
    public void SetSharedWith(int facility, ulong groups, double time)
    {
        SharedWith[facility] = groups;
        Wake(facility, time);
    }

    /// <summary>Keeps spaces for groups (bit g for group g), 0 to end it.</summary>
    public void SetHeldSpaces(int facility, int spaces, ulong groups, double time)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(spaces);
        (HeldSpaces[facility], HeldFor[facility]) = (spaces, groups);
        Wake(facility, time);
    }

    /// <summary>Sets the policies by hand, for cars that come from then on: the last of them goes before the others, and all before the facility's own, which alone hold again when there are none.</summary>
    public void SetPolicies(int facility, IReadOnlyList<CurbPolicy> byHand, double time)
    {
        ArgumentNullException.ThrowIfNull(byHand);
        (policies[facility], curbs[facility]) = (byHand.Count > 0 ? [.. byHand] : null, null);
        Wake(facility, time);
    }

    /// <summary>Policies that are set by hand; the last goes before the others.</summary>
    public IReadOnlyList<CurbPolicy> PoliciesByHand(int facility) => policies[facility] ?? (IReadOnlyList<CurbPolicy>)[];

    /// <summary>Writes all values, bit by bit.</summary>
    public void Save(BinaryWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        StateFormat.WriteHead(writer, Letters, Version);
        foreach (var column in (ReadOnlySpan<int[]>)[Occupied, Queue, ChargersTaken, ChargersOn, Capacity, Tariff, HeldSpaces]) StateFormat.Write(writer, column);
        StateFormat.Write(writer, Closed);
        StateFormat.Write(writer, PriceFactor);
        StateFormat.Write(writer, SharedWith);
        StateFormat.Write(writer, HeldFor);
        StateFormat.Write(writer, tallies);
        foreach (var byHand in policies) CurbPolicyFormat.Write(writer, byHand);
        foreach (var facility in live) facility.Save(writer);
    }

    /// <summary>Reads what <see cref="Save"/> wrote for the same supply and groups.</summary>
    /// <exception cref="InvalidDataException">The stream ends early, or was written for another supply.</exception>
    public void Load(BinaryReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        try
        {
            StateFormat.ReadHead(reader, Letters, Version, "parking");
            foreach (var column in (ReadOnlySpan<int[]>)[Occupied, Queue, ChargersTaken, ChargersOn, Capacity, Tariff, HeldSpaces]) StateFormat.Read(reader, column);
            StateFormat.Read(reader, Closed);
            StateFormat.Read(reader, PriceFactor);
            StateFormat.Read(reader, SharedWith);
            StateFormat.Read(reader, HeldFor);
            StateFormat.Read(reader, tallies);
            for (var f = 0; f < policies.Length; f++) (policies[f], curbs[f]) = (CurbPolicyFormat.Read(reader), null);
            foreach (var facility in live) facility.Load(reader);
        }
        catch (EndOfStreamException e)
        {
            throw new InvalidDataException("The saved state of parking ends early.", e);
        }
    }

    internal FacilityLive Live(int facility) => live[facility];

    internal ref CurbRules? CurbByHand(int facility) => ref curbs[facility];

    internal ref FacilityTally Tally(int facility) => ref tallies[facility];

    private void Wake(int facility, double time) => live[facility].Schedule(time, 0, DueKind.Woken);
}

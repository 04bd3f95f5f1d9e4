using DigitalTwin.Mobility.Parking;
using DigitalTwin.Simulation.Loop;

namespace DigitalTwin.Simulation.Mobility;

/// <summary>How many spaces each lot and kerb has while events resize it: as many as the latest says, or the map, less all that construction sites take.</summary>
internal sealed class StandingSpaces(IReadOnlyList<ParkingFacility> supply)
{
    private readonly StandingChanges sizes = new(), taken = new();

    /// <summary>Begins or ends what 'resize' says.</summary>
    /// <param name="facility">Facility.</param>
    /// <param name="begun">When it began, s.</param>
    /// <param name="ends">Whether it ends.</param>
    /// <param name="given">A parameter of the action; null where it was not given.</param>
    public void Change(int facility, double begun, bool ends, Func<string, double?> given)
    {
        if (given("fewer") is { } fewer) taken.Change(facility, begun, ends, fewer);
        else sizes.Change(facility, begun, ends, given("spaces") ?? supply[facility].Capacity * (given("factor") ?? 1));
    }

    /// <summary>Spaces that there are, a whole number from 0.</summary>
    public int Of(int facility) => (int)Math.Round(Math.Max(0, (sizes.Of(facility)?.Amount ?? supply[facility].Capacity) - taken.Sum(facility)));

    /// <summary>Whether anything stands.</summary>
    public bool Any(int facility) => sizes.Any(facility) || taken.Any(facility);

    /// <summary>Writes what stands.</summary>
    public void Save(BinaryWriter writer)
    {
        sizes.Save(writer);
        taken.Save(writer);
    }

    /// <summary>Reads what was written.</summary>
    public void Load(BinaryReader reader)
    {
        sizes.Load(reader);
        taken.Load(reader);
    }
}

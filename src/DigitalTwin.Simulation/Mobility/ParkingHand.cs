using DigitalTwin.Mobility;
using DigitalTwin.Simulation.Loop;

namespace DigitalTwin.Simulation.Mobility;

/// <summary>The scenario's hand on lots and kerbs: what is closed (and how often), shared, kept, resized and repriced, and whom guidance informs.</summary>
internal sealed class ParkingHand(MobilitySite site, MobilitySettings settings)
{
    private readonly int[] closures = new int[site.Parking.Facilities.Count];

    /// <summary>Closes what a world says is closed, until the scenario opens it.</summary>
    public void Begin(MobilityState state, MobilityStart start)
    {
        for (var f = 0; f < closures.Length; f++)
        {
            if (!start.IsFacilityClosed[f]) continue;
            closures[f] = 1;
            state.Parking.SetClosed(f, true, state.Time);
        }
    }

    /// <summary>Does an action to a lot or kerb at the state's time.</summary>
    public void Do(MobilityModel model, MobilityState state, DueAction action, string target)
    {
        var facility = site.FacilityOf(target);
        var (parking, given) = (state.Parking, site.Parking.Facilities[facility]);
        switch (action.Name)
        {
            case "close":
                // Closures are counted: where two overlap, the end of one does not end the other.
                closures[facility] = action.Undo ? Math.Max(0, closures[facility] - 1) : closures[facility] + 1;
                parking.SetClosed(facility, closures[facility] > 0, state.Time);
                break;
            case "open":
                closures[facility] = 0;
                parking.SetClosed(facility, false, state.Time);
                break;
            case "resize":
                var spaces = action.Values.TryGetValue("spaces", out var count) ? count
                    : action.Values.TryGetValue("fewer", out var fewer) ? given.Capacity - fewer : given.Capacity * action.Values.GetValueOrDefault("factor", 1);
                parking.SetCapacity(facility, action.Undo ? given.Capacity : (int)Math.Round(spaces), state.Time);
                break;
            case "share":
                var group = action.Words["with"] == MobilityVocabulary.Everybody ? ulong.MaxValue : model.Parking.BitsOf([action.Words["with"]]);
                parking.SetSharedWith(facility, action.Undo ? parking.SharedWith[facility] & ~group : parking.SharedWith[facility] | group, state.Time);
                break;
            case "reserve":
                var held = (int)action.Values["spaces"];
                parking.SetHeldSpaces(facility, action.Undo ? 0 : held, action.Undo ? 0 : model.Parking.BitsOf([action.Words["for"]]), state.Time);
                break;
            case "reprice" when action.Words.TryGetValue("tariff", out var tariff):
                parking.Tariff[facility] = action.Undo ? given.Tariff : tariff == MobilityVocabulary.Free ? -1 : site.TariffOf(tariff);
                break;
            case "reprice":
                parking.PriceFactor[facility] = action.Undo ? 1 : action.Values["factor"];
                break;
        }
    }

    /// <summary>Switches guidance on for a share of drivers, or back to what the settings say.</summary>
    public void Guide(MobilityState state, DueAction action)
    {
        state.IsGuidanceOn = action.Undo ? settings.Guidance : action.Values.GetValueOrDefault("informed", 100) > 0;
        state.InformedShare = !action.Undo && action.Values.TryGetValue("informed", out var share) ? share / 100 : double.NaN;
    }

    /// <summary>Writes what it has done; the rest is in the model's state.</summary>
    public void Save(BinaryWriter writer)
    {
        foreach (var count in closures) writer.Write(count);
    }

    /// <summary>Reads what was written.</summary>
    public void Load(BinaryReader reader)
    {
        for (var i = 0; i < closures.Length; i++) closures[i] = reader.ReadInt32();
    }
}

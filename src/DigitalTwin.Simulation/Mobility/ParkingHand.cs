using DigitalTwin.Cities.Maps.Parking;
using DigitalTwin.Mobility;
using DigitalTwin.Mobility.Parking;
using DigitalTwin.Mobility.Parking.Curbs;
using DigitalTwin.Simulation.Loop;

namespace DigitalTwin.Simulation.Mobility;

/// <summary>The scenario's hand on lots and kerbs: what is closed (and how often), shared, kept, resized, regulated and repriced, and whom guidance informs.</summary>
internal sealed class ParkingHand(MobilitySite site, MobilitySettings settings)
{
    private readonly int[] closures = new int[site.Parking.Facilities.Count];
    private readonly StandingChanges spaces = All(site), shared = All(site), kept = All(site), tariffs = All(site), factors = All(site);

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
                spaces.Change(facility, action.Undo, Resized(given.Capacity, name => action.Values.TryGetValue(name, out var value) ? value : null));
                parking.SetCapacity(facility, (int)(spaces.Of(facility)?.Amount ?? given.Capacity), state.Time);
                break;
            case "share":
                var group = action.Words["with"] == MobilityVocabulary.Everybody ? ulong.MaxValue : model.Parking.BitsOf([action.Words["with"]]);
                shared.Change(facility, action.Undo, 0, group);
                parking.SetSharedWith(facility, shared.GroupsOf(facility), state.Time);
                break;
            case "reserve":
                kept.Change(facility, action.Undo, (int)action.Values["spaces"], model.Parking.BitsOf([action.Words["for"]]));
                var (held, groups) = kept.Of(facility) ?? (0, 0);
                parking.SetHeldSpaces(facility, (int)held, groups, state.Time);
                break;
            case "regulate":
                var policy = Policy(action);
                if (action.Undo) parking.EndPolicy(facility, policy, state.Time);
                else parking.SetPolicy(facility, policy, state.Time);
                break;
            case "reprice" when action.Words.TryGetValue("tariff", out var tariff):
                tariffs.Change(facility, action.Undo, tariff == MobilityVocabulary.Free ? -1 : site.TariffOf(tariff));
                parking.Tariff[facility] = (int)(tariffs.Of(facility)?.Amount ?? given.Tariff);
                break;
            case "reprice":
                factors.Change(facility, action.Undo, action.Values["factor"]);
                parking.PriceFactor[facility] = factors.Of(facility)?.Amount ?? 1;
                break;
        }
    }

    /// <summary>How many spaces 'resize' leaves of those of the map, a whole number.</summary>
    /// <param name="capacity">Spaces of the map.</param>
    /// <param name="given">A parameter of the action; null where it was not given.</param>
    public static double Resized(int capacity, Func<string, double?> given) => Math.Round(given("spaces") ?? (given("fewer") is { } fewer ? capacity - fewer : capacity * (given("factor") ?? 1)));

    private static CurbPolicy Policy(DueAction action)
    {
        var activity = action.Words.TryGetValue("activity", out var word) && CurbActivities.TryParse(word, out var said) ? said : CurbActivity.Parking;
        IReadOnlyList<WeekTime> hours = action.Words.TryGetValue("hours", out var text) && WeekHours.TryParse(text, out var times, out _) ? times : [];
        var group = action.Words.GetValueOrDefault("for", MobilityVocabulary.Everybody);
        return new(activity) { Hours = hours, Groups = group == MobilityVocabulary.Everybody ? [] : [group], LongestStay = action.Values.GetValueOrDefault("stay", double.PositiveInfinity) };
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
        foreach (var changes in Changes()) changes.Save(writer);
    }

    /// <summary>Reads what was written.</summary>
    public void Load(BinaryReader reader)
    {
        for (var i = 0; i < closures.Length; i++) closures[i] = reader.ReadInt32();
        foreach (var changes in Changes()) changes.Load(reader);
    }

    private static StandingChanges All(MobilitySite site) => new(site.Parking.Facilities.Count);

    private StandingChanges[] Changes() => [spaces, shared, kept, tariffs, factors];
}

using DigitalTwin.Mobility;
using DigitalTwin.Simulation.Loop;

namespace DigitalTwin.Simulation.Mobility;

/// <summary>The scenario's hand on lots and kerbs: what is closed, shared, kept, resized, regulated and repriced, and whom guidance informs.</summary>
internal sealed class ParkingHand(MobilitySite site, MobilitySettings settings)
{
    private readonly StandingChanges closures = new(), shared = new(), kept = new(), tariffs = new(), factors = new(), guidance = new();
    private readonly StandingSpaces spaces = new(site.Parking.Facilities);
    private readonly StandingRules rules = new();

    /// <summary>Closes what a world says is closed, until the scenario opens it.</summary>
    public void Begin(MobilityState state, MobilityStart start)
    {
        for (var f = 0; f < start.IsFacilityClosed.Length; f++)
        {
            if (!start.IsFacilityClosed[f]) continue;
            closures.Begin(f);
            state.Parking.SetClosed(f, true, state.Time);
        }
    }

    /// <summary>Does an action to a lot or kerb at the state's time.</summary>
    /// <returns>Whether something of the kind stands: at an action's end, of another one.</returns>
    public bool Do(MobilityModel model, MobilityState state, DueAction action, string target)
    {
        var facility = site.FacilityOf(target);
        var (parking, given) = (state.Parking, site.Parking.Facilities[facility]);
        switch (action.Name)
        {
            case "close":
                closures.Change(action, facility);
                parking.SetClosed(facility, closures.Any(facility), state.Time);
                return closures.Any(facility);
            case "open":
                closures.Clear(facility);
                parking.SetClosed(facility, false, state.Time);
                return false;
            case "resize":
                spaces.Change(facility, action.Begun, action.Undo, name => action.Values.TryGetValue(name, out var value) ? value : null);
                parking.SetCapacity(facility, spaces.Of(facility), state.Time);
                return spaces.Any(facility);
            case "share":
                shared.Change(action, facility, 0, action.Words["with"] == MobilityVocabulary.Everybody ? ulong.MaxValue : model.Parking.BitsOf([action.Words["with"]]));
                parking.SetSharedWith(facility, shared.Marks(facility), state.Time);
                return shared.Any(facility);
            case "reserve":
                kept.Change(action, facility, (int)action.Values["spaces"], model.Parking.BitsOf([action.Words["for"]]));
                var (held, groups) = kept.Of(facility) ?? (0, 0);
                parking.SetHeldSpaces(facility, (int)held, groups, state.Time);
                return kept.Any(facility);
            case "regulate":
                rules.Change(action, facility);
                parking.SetPolicies(facility, rules.Of(facility), state.Time);
                return rules.Any(facility);
            case "reprice" when action.Words.TryGetValue("tariff", out var tariff):
                tariffs.Change(action, facility, tariff == MobilityVocabulary.Free ? -1 : site.TariffOf(tariff));
                parking.Tariff[facility] = (int)(tariffs.Of(facility)?.Amount ?? given.Tariff);
                return tariffs.Any(facility);
            default:
                factors.Change(action, facility, action.Values["factor"]);
                parking.PriceFactor[facility] = factors.Of(facility)?.Amount ?? 1;
                return factors.Any(facility);
        }
    }

    /// <summary>How many spaces a lot or kerb has.</summary>
    public double Left(string target) => spaces.Of(site.FacilityOf(target));

    /// <summary>Guides a share of drivers, as the latest that stands says; as the settings say when none does.</summary>
    /// <returns>Whether one stands.</returns>
    public bool Guide(MobilityState state, DueAction action)
    {
        const int city = 0;
        // Unless an action says how many see the signs, that is each group's own.
        guidance.Change(action, city, action.Values.TryGetValue("informed", out var share) ? share / 100 : double.NaN);
        var holds = guidance.Of(city);
        (state.IsGuidanceOn, state.InformedShare) = (holds is { } now ? now.Amount is not 0 : settings.Guidance, holds?.Amount ?? double.NaN);
        return holds is not null;
    }

    /// <summary>Writes what it has done; the rest is in the model's state.</summary>
    public void Save(BinaryWriter writer)
    {
        foreach (var changes in Changes()) changes.Save(writer);
        spaces.Save(writer);
        rules.Save(writer);
    }

    /// <summary>Reads what was written.</summary>
    public void Load(BinaryReader reader)
    {
        foreach (var changes in Changes()) changes.Load(reader);
        spaces.Load(reader);
        rules.Load(reader);
    }

    private StandingChanges[] Changes() => [closures, shared, kept, tariffs, factors, guidance];
}

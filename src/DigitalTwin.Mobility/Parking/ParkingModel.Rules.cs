using DigitalTwin.Mobility.Parking.Curbs;
using DigitalTwin.Mobility.Parking.Facilities;

namespace DigitalTwin.Mobility.Parking;

/// <content>What a facility's rules allow and what its board asks for.</content>
public sealed partial class ParkingModel
{
    /// <summary>What a stay costs a group by the board that hangs now, without charging, in hundredths of the currency.</summary>
    /// <param name="state">State.</param>
    /// <param name="facility">Facility.</param>
    /// <param name="group">Group.</param>
    /// <param name="arrival">s.</param>
    /// <param name="departure">s.</param>
    public long Quote(ParkingState state, int facility, int group, double arrival, double departure)
    {
        ArgumentNullException.ThrowIfNull(state);
        return Price(state.Tariff[facility], state.PriceFactor[facility], group, arrival, departure);
    }

    /// <summary>Whether a facility's published rules let a group in at a time for a stay: hours, permits, what is shared, policies and longest stay, chargers. Closures by hand are not asked for: they are news.</summary>
    public bool IsOpenTo(ParkingState state, int facility, int group, double time, double stay, bool needsCharger = false)
    {
        ArgumentNullException.ThrowIfNull(state);
        return (!needsCharger || Supply.Facilities[facility].Chargers > 0) && Admits(state, facility, group, time, stay) == Admission.Open;
    }

    /// <summary>Whether rules let a group in at a time for a stay: those of access, unless the facility is shared with it by hand, and the policies of the kerb (P19).</summary>
    internal Admission Admits(ParkingState state, int facility, int group, double time, double stay)
    {
        var access = (state.SharedWith[facility] >> group & 1) != 0 ? Admission.Open : plans[facility].Admits(group, time, stay);
        if (access != Admission.Open) return access;
        var within = CurbOf(state, facility) is { } curb ? curb.Admits(group, time, stay) : stay <= Supply.Facilities[facility].LongestStay;
        return within ? Admission.Open : Admission.NotPermitted;
    }

    /// <summary>The policies of a facility with those set by hand before them; null when it has none.</summary>
    internal CurbRules? CurbOf(ParkingState state, int facility)
    {
        var (byHand, place) = (state.PoliciesByHand(facility), Supply.Facilities[facility]);
        // Laid out when it is asked for; threads that do so at once make the same.
        return byHand.Count == 0 ? plans[facility].Curb : state.CurbByHand(facility) ??= new([.. byHand.Reverse().Select(p => p with { Priority = -1 }), .. place.Policies], place.LongestStay, Groups, Clock);
    }

    internal long Price(int tariff, double factor, int group, double arrival, double departure)
    {
        if (tariff < 0) return 0;
        var price = prices[tariff][group].Price(arrival, departure, Clock);
        return factor == 1 ? price : (long)Math.Round(price * factor, MidpointRounding.AwayFromZero);
    }

    internal long PriceOfCharging(int tariff, double factor, int group, double energy, double idle)
    {
        if (tariff < 0) return 0;
        var price = prices[tariff][group].PriceOfCharging(energy, idle);
        return factor == 1 ? price : (long)Math.Round(price * factor, MidpointRounding.AwayFromZero);
    }
}

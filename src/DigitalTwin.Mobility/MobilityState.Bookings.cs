using DigitalTwin.Mobility.Parking;
using DigitalTwin.Mobility.Parking.Drivers;
using DigitalTwin.Mobility.Traffic;

namespace DigitalTwin.Mobility;

/// <content>Spaces that are booked.</content>
public sealed partial class MobilityState
{
    /// <summary>Books a space for a trip; its driver goes there.</summary>
    /// <returns>False, and nothing changes, when none can be booked.</returns>
    public bool Book(int trip, int facility, double from, double until, bool withCharger = false)
    {
        if (!Model.Parking.Book(Parking, facility, trip, from, until, withCharger)) return false;
        Vehicles.Booked[trip] = facility;
        // What he planned, or learned on other days, led somewhere else; who has learned the way to this place keeps it.
        if (Vehicles.Phase[trip] == VehiclePhase.Planned && Vehicles.Facility[trip] != facility) Vehicles.Route[trip] = null;
        return true;
    }

    /// <summary>Books spaces for drivers who have not set out, in the order of their departures.</summary>
    /// <returns>How many were booked: fewer than wanted when not so many such drivers set out, or the facility has no more of the kind that they need; 0 when it is closed by hand.</returns>
    public int Book(SpaceBooking wanted)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        var booked = 0;
        for (var i = NextDeparture; i < Departures.Length && booked < wanted.Spaces; i++)
        {
            var v = Departures[i];
            if (Vehicles.Departure[v] >= wanted.Until) break;
            if (!Suits(v, wanted, out var needsCharger)) continue;
            if (Book(v, wanted.Facility, Time, Vehicles.Departure[v] + wanted.Kept, needsCharger)) booked++;
        }
        return booked;
    }

    private bool Suits(int v, SpaceBooking wanted, out bool needsCharger)
    {
        needsCharger = false;
        if (Vehicles.Departure[v] < Math.Max(Time, wanted.From) || double.IsNaN(Vehicles.Dwell[v]) || Vehicles.Booked[v] >= 0 || (wanted.Groups >> Vehicles.Group[v] & 1) == 0) return false;
        if ((wanted.Destination >= 0 && Vehicles.Destination[v] != wanted.Destination) || !Model.IsWithinWalk(v, wanted.Facility, Vehicles)) return false;
        needsCharger = Driver.Of(Model.Groups[Vehicles.Group[v]], Random, v).NeedsCharger;
        return Model.Parking.IsOpenTo(Parking, wanted.Facility, Vehicles.Group[v], Vehicles.Departure[v], Vehicles.Dwell[v], needsCharger);
    }
}

namespace DigitalTwin.Mobility.Parking.Facilities;

/// <content>Drivers who are called away.</content>
internal readonly ref partial struct FacilityDesk
{
    /// <summary>A driver who waits goes; one who stands leaves at once, one who drives to his space as soon as he stands; one who is leaving goes on.</summary>
    /// <returns>Whether he waited.</returns>
    public bool Recall(int driver, double time)
    {
        Settle(time);
        for (var place = 0; place < live.Line.Count; place++)
        {
            if (live.Cars[live.Line[place]].Driver != driver) continue;
            Renege(place, time);
            live.Schedule(time, 0, DueKind.Woken);
            return true;
        }
        foreach (var due in live.Dues.Entries)
        {
            if (due.Kind is not (DueKind.Parked or DueKind.LeavesSpace) || live.Cars[due.Subject].Driver != driver) continue;
            var slot = due.Subject;
            if (due.Kind == DueKind.Parked) live.Cars[slot].Dwell = 0;
            else
            {
                live.Dues.RemoveAll(other => other.Subject == slot && other.Kind is DueKind.LeavesSpace or DueKind.Charged);
                live.Schedule(time, slot, DueKind.LeavesSpace);
            }
            break;
        }
        return false;
    }

    /// <summary>The space that a driver has booked is anybody's again.</summary>
    public void GiveBack(int driver, double time)
    {
        if (live.Bookings.OfDriver(driver) is not (var own and >= 0)) return;
        Settle(time);
        live.Bookings.RemoveAt(own);
        live.Schedule(time, 0, DueKind.Woken);
    }
}

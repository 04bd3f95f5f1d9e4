namespace DigitalTwin.Mobility.Parking.Facilities;

/// <content>Spaces that are held for their drivers (P18): who comes while his is held is never turned away for the length of the queue, and does not leave it for want of patience.</content>
internal readonly ref partial struct FacilityDesk
{
    /// <summary>Whether a space of the kind that a driver needs is held for him by now.</summary>
    private bool IsHeldFor(bool hasReservation, int driver, bool needsCharger)
    {
        if (!hasReservation || live.Bookings.OfDriver(driver) is not (var own and >= 0)) return false;
        var flags = live.Bookings[own].Flags;
        return (flags & BookingFlags.Held) != 0 && (!needsCharger || (flags & BookingFlags.WithCharger) != 0);
    }

    private bool IsHeldFor(in Car car) => IsHeldFor((car.Flags & CarFlags.HasReservation) != 0, car.Driver, (car.Flags & CarFlags.NeedsCharger) != 0);

    /// <summary>Patience ends: who has a space held waits on until the hold ends, others go.</summary>
    private void EndPatience(int slot, double time)
    {
        ref var car = ref live.Cars[slot];
        if (!IsHeldFor(car))
        {
            Renege(live.Line.Find(slot), time);
            return;
        }
        car.PatienceTicket = -1;
        car.Flags |= CarFlags.PatienceIsOver;
    }

    private void BeginBooking(in Due due)
    {
        for (var i = 0; i < live.Bookings.Count; i++)
        {
            ref var booking = ref live.Bookings[i];
            if (booking.Ticket == due.Ticket - 1) booking.Flags |= BookingFlags.Held;
        }
    }

    /// <summary>A hold ends: the space is anybody's again, unless its driver has come and only the barrier is between them.</summary>
    private void ExpireBooking(in Due due)
    {
        if (live.Bookings.OfTicket(due.Ticket) is not (var own and >= 0)) return;
        ref var booking = ref live.Bookings[own];
        var place = PlaceInLine(booking.Driver);
        if (place >= 0 && live.BarrierFree > due.Time && FreeSpaceFor(live.Cars[live.Line[place]], due.Time) != SpaceKind.None)
        {
            booking.Until = live.BarrierFree + (plan.BarrierTime * (place + 1));
            booking.Ticket = live.Schedule(booking.Until, booking.Driver, DueKind.BookingExpires);
            return;
        }
        live.Bookings.RemoveAt(own);
        state.Tally(facility).NoShows++;
        if (place >= 0 && (live.Cars[live.Line[place]].Flags & CarFlags.PatienceIsOver) != 0) Renege(place, due.Time);
        LetIn(due.Time);
    }

    /// <summary>Where a driver with a booking stands in the queue, or -1.</summary>
    private int PlaceInLine(int driver)
    {
        for (var place = 0; place < live.Line.Count; place++)
        {
            ref var car = ref live.Cars[live.Line[place]];
            if (car.Driver == driver && (car.Flags & CarFlags.HasReservation) != 0) return place;
        }
        return -1;
    }
}

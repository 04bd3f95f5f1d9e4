namespace DigitalTwin.Mobility.Parking.Facilities;

/// <summary>What kind of space a car may have now.</summary>
internal enum SpaceKind
{
    None,
    Plain,
    Charger,
}

/// <summary>One facility at work: receives cars and handles what falls due. Equations P5 to P9 of the README. It exists for a call only; what lasts is in the state.</summary>
internal readonly ref partial struct FacilityDesk(ParkingModel model, FacilityPlan plan, ParkingState state, FacilityLive live, int facility, IParkingEvents events)
{
    /// <summary>Brings the sums of the tally up to a time; before any count changes.</summary>
    public void Settle(double time)
    {
        var span = time - live.SettledAt;
        if (span <= 0) return;
        live.SettledAt = time;
        ref var tally = ref state.Tally(facility);
        tally.OccupiedTime += state.Occupied[facility] * span;
        tally.QueueTime += state.Queue[facility] * span;
        tally.ChargerTime += state.ChargersTaken[facility] * span;
        tally.Energy += state.ChargersOn[facility] * plan.Facility.ChargerPower * span;
    }

    /// <summary>A car turns up, after everything that was due.</summary>
    public ArrivalOutcome Receive(in ParkingRequest request, double time)
    {
        Settle(time);
        ref var tally = ref state.Tally(facility);
        tally.Arrivals++;
        var outcome = Judge(request, time, out var space);
        switch (outcome)
        {
            case ArrivalOutcome.Entered: Enter(live.Cars.Add(NewCar(request, time)), space, time); break;
            case ArrivalOutcome.Queued: Wait(live.Cars.Add(NewCar(request, time)), request.Patience, time); break;
            case ArrivalOutcome.Full: tally.TurnedAwayFull++; break;
            case ArrivalOutcome.Closed: tally.TurnedAwayClosed++; break;
            case ArrivalOutcome.NotPermitted: tally.TurnedAwayNotPermitted++; break;
            default: tally.TurnedAwayNoCharger++; break;
        }
        return outcome;
    }

    /// <summary>A car stands already.</summary>
    public void Place(in ParkingRequest request, double time)
    {
        Settle(time);
        var slot = live.Cars.Add(NewCar(request, time));
        TakeSpace(ref live.Cars[slot], request.NeedsCharger ? SpaceKind.Charger : SpaceKind.Plain, time);
        Park(slot, time);
    }

    /// <summary>What a car meets that turns up now, and the space it may have when that is to enter.</summary>
    public ArrivalOutcome Judge(in ParkingRequest request, double time, out SpaceKind space)
    {
        space = SpaceKind.None;
        if (Admits(request.Group, time, request.Dwell) is var admission and not Admission.Open)
            return admission == Admission.Closed ? ArrivalOutcome.Closed : ArrivalOutcome.NotPermitted;
        space = FreeSpace(request.Group, request.Driver, request.NeedsCharger, request.Energy > 0, request.HasReservation, time);
        if (space != SpaceKind.None && live.BarrierFree <= time) return ArrivalOutcome.Entered;
        if (plan.Facility.Kind == FacilityKind.Lot && IsHeldFor(request.HasReservation, request.Driver, request.NeedsCharger)) return ArrivalOutcome.Queued;
        if (request.NeedsCharger && space == SpaceKind.None) return ArrivalOutcome.NoCharger;
        var hasPlace = plan.Facility.QueuePlaces is { } places ? live.Line.Count < places : space != SpaceKind.None && live.Line.Count < state.Capacity[facility] - state.Occupied[facility];
        return hasPlace && request.Patience > 0 ? ArrivalOutcome.Queued : ArrivalOutcome.Full;
    }

    /// <summary>Whether a group may come in now for a stay, by hand, by rule or because the facility is shared with it.</summary>
    private Admission Admits(int group, double time, double stay) => state.Closed[facility] ? Admission.Closed : model.Admits(state, facility, group, time, stay);

    /// <summary>
    /// The space that a car may have now. Spaces kept for groups and spaces booked are not free for others; who wants to charge takes a charger when he can, and others only where they may.
    /// </summary>
    private SpaceKind FreeSpace(int group, int driver, bool needsCharger, bool wantsEnergy, bool hasReservation, double time)
    {
        var capacity = state.Capacity[facility];
        var (occupied, taken) = (state.Occupied[facility], state.ChargersTaken[facility]);
        if (occupied >= capacity) return SpaceKind.None;
        var chargers = Math.Min(plan.Facility.Chargers, capacity);
        var (freeChargers, freePlain) = (chargers - taken, capacity - chargers - (occupied - taken));
        if (hasReservation && live.Bookings.OfDriver(driver) is var own and >= 0 && (live.Bookings[own].Flags & BookingFlags.Held) != 0)
        {
            // Its own space is held for it: only what others booked is not free.
            var isCharger = (live.Bookings[own].Flags & BookingFlags.WithCharger) != 0;
            if (isCharger && freeChargers - live.Bookings.Held(true) + 1 > 0) return SpaceKind.Charger;
            if (!isCharger && !needsCharger && freePlain - live.Bookings.Held(false) + 1 > 0) return SpaceKind.Plain;
        }
        freeChargers -= live.Bookings.Held(true);
        if ((needsCharger || wantsEnergy) && freeChargers > 0) return SpaceKind.Charger;
        if (needsCharger) return SpaceKind.None;
        freePlain -= live.Bookings.Held(false) + plan.Reserves.HeldFrom(group, time, live.Inside, state.HeldSpaces[facility], state.HeldFor[facility]);
        if (freePlain > 0) return SpaceKind.Plain;
        return plan.Facility.ChargersOpenToAll && freeChargers > 0 && freePlain + freeChargers > 0 ? SpaceKind.Charger : SpaceKind.None;
    }

    private static Car NewCar(in ParkingRequest request, double time) => new()
    {
        Driver = request.Driver,
        Group = request.Group,
        CameAt = time,
        Dwell = request.Dwell,
        Energy = request.Energy,
        PatienceTicket = -1,
        Flags = (request.NeedsCharger ? CarFlags.NeedsCharger : 0) | (request.HasReservation ? CarFlags.HasReservation : 0),
    };
}

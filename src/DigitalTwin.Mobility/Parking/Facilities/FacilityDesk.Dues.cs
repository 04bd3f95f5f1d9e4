namespace DigitalTwin.Mobility.Parking.Facilities;

internal readonly ref partial struct FacilityDesk
{
    /// <summary>Lets something happen that is due.</summary>
    public void Handle(in Due due)
    {
        Settle(due.Time);
        switch (due.Kind)
        {
            case DueKind.Parked: Park(due.Subject, due.Time); break;
            case DueKind.Charged: EndCharging(ref live.Cars[due.Subject], due.Time); break;
            case DueKind.LeavesSpace: LeaveSpace(due.Subject, due.Time); break;
            case DueKind.PassesExit: PassExit(due.Subject, due.Time); break;
            case DueKind.PatienceEnds:
                if (live.Cars[due.Subject].PatienceTicket == due.Ticket) EndPatience(due.Subject, due.Time);
                break;
            case DueKind.BarrierFree: LetIn(due.Time); break;
            case DueKind.RulesChange or DueKind.Woken: Review(due.Time); break;
            case DueKind.BookingBegins: BeginBooking(due); break;
            default: ExpireBooking(due); break;
        }
    }

    /// <summary>Takes a car in: from here on it holds a space. It stands after it has passed the barrier and the full levels.</summary>
    private void Enter(int slot, SpaceKind space, double time)
    {
        ref var car = ref live.Cars[slot];
        if ((car.Flags & CarFlags.HasReservation) != 0 && live.Bookings.OfDriver(car.Driver) is var own and >= 0) live.Bookings.RemoveAt(own);
        ref var tally = ref state.Tally(facility);
        tally.Entered++;
        tally.WaitOfEntered += time - car.CameAt;
        var fullLevels = (int)Math.Min(plan.Facility.Levels - 1, (long)state.Occupied[facility] * plan.Facility.Levels / Math.Max(1, state.Capacity[facility]));
        TakeSpace(ref car, space, time);
        live.BarrierFree = time + plan.BarrierTime;
        live.Schedule(live.BarrierFree + (fullLevels * plan.Facility.LevelTime), slot, DueKind.Parked);
    }

    private void TakeSpace(ref Car car, SpaceKind space, double time)
    {
        (car.EnteredAt, car.Tariff, car.PriceFactor) = (time, state.Tariff[facility], state.PriceFactor[facility]);
        state.Occupied[facility]++;
        if (space == SpaceKind.Charger)
        {
            car.Flags |= CarFlags.AtCharger;
            state.ChargersTaken[facility]++;
        }
        else
        {
            live.Inside[car.Group]++;
        }
    }

    private void Park(int slot, double time)
    {
        ref var car = ref live.Cars[slot];
        (car.ParkedAt, car.ChargedUntil) = (time, time);
        live.Schedule(time + car.Dwell, slot, DueKind.LeavesSpace);
        if ((car.Flags & CarFlags.AtCharger) != 0 && car.Energy > 0)
        {
            var needed = car.Energy / plan.Facility.ChargerPower;
            car.Flags |= CarFlags.Charging;
            state.ChargersOn[facility]++;
            if (needed < car.Dwell) live.Schedule(time + needed, slot, DueKind.Charged);
        }
        if (car.Driver >= 0) events.Parked(facility, car.Driver, time);
    }

    private void EndCharging(ref Car car, double time)
    {
        if ((car.Flags & CarFlags.Charging) == 0) return;
        car.Flags &= ~CarFlags.Charging;
        car.ChargedUntil = time;
        state.ChargersOn[facility]--;
    }

    private void LeaveSpace(int slot, double time)
    {
        ref var car = ref live.Cars[slot];
        EndCharging(ref car, time);
        car.LeavesAt = time;
        state.Occupied[facility]--;
        if ((car.Flags & CarFlags.AtCharger) != 0) state.ChargersTaken[facility]--;
        else live.Inside[car.Group]--;
        live.ExitFree = Math.Max(time, live.ExitFree) + plan.ExitTime;
        live.Schedule(live.ExitFree, slot, DueKind.PassesExit);
        LetIn(time);
    }

    private void PassExit(int slot, double time)
    {
        var car = live.Cars[slot];
        live.Cars.Remove(slot);
        var paid = model.Price(car.Tariff, car.PriceFactor, car.Group, car.EnteredAt, time);
        // Who only stands at a charger that is open to all owes neither energy nor idle minutes.
        if ((car.Flags & CarFlags.AtCharger) != 0 && car.Energy > 0)
            paid += model.PriceOfCharging(car.Tariff, car.PriceFactor, car.Group, Charged(car), car.LeavesAt - car.ChargedUntil);
        ref var tally = ref state.Tally(facility);
        tally.Departures++;
        tally.Revenue += paid;
        tally.DwellOfDeparted += car.LeavesAt - car.ParkedAt;
        if (car.Driver >= 0) events.Left(facility, car.Driver, time, paid);
    }

    // What was wanted when it was reached, to the last bit: a difference of times would not be.
    private double Charged(in Car car) => car.ChargedUntil < car.LeavesAt ? car.Energy : (car.LeavesAt - car.ParkedAt) * plan.Facility.ChargerPower;
}

namespace DigitalTwin.Mobility.Parking.Facilities;

internal readonly ref partial struct FacilityDesk
{
    private void Wait(int slot, double patience, double time)
    {
        live.Line.Add(slot);
        state.Queue[facility]++;
        live.Cars[slot].PatienceTicket = live.Schedule(time + Math.Max(0, patience), slot, DueKind.PatienceEnds);
        if (live.BarrierFree > time) WakeAtBarrier();
        WakeAtRules(time);
    }

    /// <summary>
    /// Lets cars in, in the order in which they came, as long as the barrier is free and there is a space for one. Who may use a space that is kept for him passes those for whom there is none: the lane for permits.
    /// </summary>
    private void LetIn(double time)
    {
        while (live.Line.Count > 0)
        {
            if (live.BarrierFree > time)
            {
                WakeAtBarrier();
                return;
            }
            var (place, space) = FirstWithSpace(time);
            if (place < 0) return;
            var slot = live.Line[place];
            live.Line.RemoveAt(place);
            state.Queue[facility]--;
            live.Cars[slot].PatienceTicket = -1;
            Enter(slot, space, time);
        }
    }

    private (int Place, SpaceKind Space) FirstWithSpace(double time)
    {
        if (state.Occupied[facility] >= state.Capacity[facility]) return (-1, SpaceKind.None);
        for (var place = 0; place < live.Line.Count; place++)
        {
            ref var car = ref live.Cars[live.Line[place]];
            if (Admits(car.Group, time, car.Dwell) != Admission.Open) continue;
            var space = FreeSpaceFor(car, time);
            if (space != SpaceKind.None) return (place, space);
        }
        return (-1, SpaceKind.None);
    }

    private SpaceKind FreeSpaceFor(in Car car, double time) =>
        FreeSpace(car.Group, car.Driver, (car.Flags & CarFlags.NeedsCharger) != 0, car.Energy > 0, (car.Flags & CarFlags.HasReservation) != 0, time);

    /// <summary>After rules have changed: who may no longer come in goes, who may is let in.</summary>
    private void Review(double time)
    {
        for (var place = 0; place < live.Line.Count;)
        {
            ref var car = ref live.Cars[live.Line[place]];
            if (Admits(car.Group, time, car.Dwell) == Admission.Open) place++;
            else Renege(place, time);
        }
        LetIn(time);
        if (live.Line.Count > 0) WakeAtRules(time);
    }

    private void Renege(int place, double time)
    {
        var slot = live.Line[place];
        var driver = live.Cars[slot].Driver;
        live.Line.RemoveAt(place);
        live.Cars.Remove(slot);
        state.Queue[facility]--;
        state.Tally(facility).Reneged++;
        if (driver >= 0) events.Reneged(facility, driver, time);
    }

    private void WakeAtBarrier()
    {
        if (live.BarrierAt >= live.BarrierFree) return;
        live.BarrierAt = live.BarrierFree;
        live.Schedule(live.BarrierFree, 0, DueKind.BarrierFree);
    }

    private void WakeAtRules(double time)
    {
        var next = Math.Min(plan.NextChange(time), model.CurbOf(state, facility)?.NextChange(time) ?? double.PositiveInfinity);
        if (live.RulesAt >= next) return;
        live.RulesAt = next;
        live.Schedule(next, 0, DueKind.RulesChange);
    }
}

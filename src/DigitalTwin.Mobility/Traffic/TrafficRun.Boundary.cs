using DigitalTwin.Mobility.Routing;

namespace DigitalTwin.Mobility.Traffic;

/// <content>What happens between two windows.</content>
internal sealed partial class TrafficRun
{
    // Drivers who plan or reconsider at an instant.
    private readonly List<int> planning = [];
    private TravelTimes? times;

    private TravelTimes Times => times ??= LinkTimes.ForRouting(plan, state);

    private void BeginWindow(long until)
    {
        foreach (var part in parts)
        {
            part.Calendar.Now = now - 1;
            part.TakeEffect(state.Time);
        }
        if (state.Roads.Enact(state.Time))
        {
            times = null;
            CallAll(state.Time);
        }
        end = Math.Min(Math.Min(until, NextInstant(now)), now + lookahead);
        var isUpdate = now % model.UpdateSlices == 0;
        // Before drivers reconsider: a car that finds a space as its circle turns must not be on its way elsewhere.
        if (now % circles.Slices == 0) circles.Turn(parts[0].Motion, state.Time);
        if (isUpdate) Update(state.Time);
        PlanDepartures((isUpdate ? now + model.UpdateSlices : end) * slice);
        Plan();
        Depart(end * slice);
        foreach (var part in parts) part.Note(now);
        AskWhereTheyAre();
        foreach (var part in parts) part.Calendar.Deliver(parts);
        _ = Times;
    }

    // The fixed instants at which all that is published changes.
    private void Update(double time)
    {
        LinkTimes.Publish(plan, state, time);
        state.Guidance.Take(state.Parking, time);
        times = null;
        foreach (var v in TrafficReview.Stuck(model, state, time))
        {
            var link = vehicles.Motion[v].Link;
            parts[0].Motion.Remove(link, TripOutcome.Stuck, time);
            Call(plan.Network.Links.To[link], time);
        }
        TrafficReview.Reconsider(model, state, time, planning);
    }

    // Those that leave before a time and have no route yet.
    private void PlanDepartures(double before)
    {
        for (var i = state.NextDeparture; i < state.Departures.Length; i++)
        {
            var v = state.Departures[i];
            if (vehicles.Departure[v] >= before) return;
            if (vehicles.Route[v] is not null) continue;
            vehicles.Motion[v].Deliberation = Deliberation.Asked;
            planning.Add(v);
        }
    }

    // A whole batch at once, before the window begins.
    private void Plan()
    {
        if (planning.Count == 0) return;
        _ = Times;
        foreach (var decision in decisions) decision.Now = state.Time;
        (nextPlan, isPlanning) = (0, true);
        if (crew is null || planning.Count == 1) PlanSome(0);
        else crew.Run();
        isPlanning = false;
        foreach (var v in planning)
        {
            vehicles.Motion[v].Deliberation = Deliberation.None;
            // Who has changed his mind may be able to go on now.
            if (vehicles.Phase[v] == VehiclePhase.OnLink) Call(plan.Network.Links.To[vehicles.Motion[v].Link], state.Time);
        }
        planning.Clear();
    }

    private void Depart(double before)
    {
        for (; state.NextDeparture < state.Departures.Length; state.NextDeparture++)
        {
            var v = state.Departures[state.NextDeparture];
            if (vehicles.Departure[v] >= before) return;
            PartOf(v).Expect(v);
        }
    }

    // A circle that turns goes through several parts; those whom it asks decide each in his own.
    private void AskWhereTheyAre()
    {
        var asked = parts[0].Asked;
        if (asked.Count == 0 || parts.Length == 1) return;
        int[] all = [.. asked];
        asked.Clear();
        foreach (var v in all) PartOf(v).Asked.Add(v);
    }
}

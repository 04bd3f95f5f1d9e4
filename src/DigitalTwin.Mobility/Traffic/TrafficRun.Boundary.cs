using DigitalTwin.Mobility.Routing;

namespace DigitalTwin.Mobility.Traffic;

/// <content>What happens between two slices.</content>
internal sealed partial class TrafficRun
{
    private readonly List<int> deciding = [];
    private TravelTimes? times;

    private void Boundary()
    {
        foreach (var v in deciding) TakeEffect(v);
        deciding.Clear();
        Controls(state.Time);
        var isUpdate = now % model.UpdateSlices == 0;
        if (isUpdate) Update(state.Time);
        if (now % circles.Slices == 0) circles.Turn(motions[0], state.Time);
        PlanDepartures((now + (isUpdate ? model.UpdateSlices : 1)) * slice);
        Plan();
        Depart((now + 1) * slice);
        foreach (var motion in motions)
        {
            deciding.AddRange(motion.Deciding);
            motion.Deciding.Clear();
        }
        deciding.Sort();
        if (deciding.Count > 0) _ = Times;
    }

    private void Controls(double time)
    {
        if (!state.Roads.Enact(time)) return;
        times = null;
        CallAll();
    }

    // The fixed instants at which all that is published changes.
    private void Update(double time)
    {
        LinkTimes.Publish(plan, state, time);
        state.Guidance.Take(state.Parking, time);
        times = null;
        foreach (var v in TrafficReview.Stuck(model, state, time)) motions[0].Remove(vehicles.Motion[v].Link, TripOutcome.Stuck, time);
        TrafficReview.Reconsider(model, state, time, deciding);
    }

    private TravelTimes Times => times ??= LinkTimes.ForRouting(plan, state);

    // Those that leave before a time and have no route yet.
    private void PlanDepartures(double before)
    {
        for (var i = state.NextDeparture; i < state.Departures.Length; i++)
        {
            var v = state.Departures[i];
            if (vehicles.Departure[v] >= before) return;
            if (vehicles.Route[v] is not null) continue;
            vehicles.Motion[v].Deliberation = Deliberation.Asked;
            deciding.Add(v);
        }
    }

    // A whole batch at once, before the slice begins.
    private void Plan()
    {
        if (deciding.Count == 0) return;
        deciding.Sort();
        _ = Times;
        (nextDecision, isPlanning) = (0, true);
        if (crew is null || deciding.Count == 1) Decide(0);
        else crew.Run();
        isPlanning = false;
        foreach (var v in deciding) TakeEffect(v);
        deciding.Clear();
    }

    private void TakeEffect(int v)
    {
        if (vehicles.Motion[v].Deliberation == Deliberation.None) return;
        vehicles.Motion[v].Deliberation = Deliberation.None;
        var link = vehicles.Motion[v].Link;
        switch (vehicles.Phase[v])
        {
            case VehiclePhase.OnLink:
                if (vehicles.Route[v] is null) motions[0].Remove(link, TripOutcome.NoWay, state.Time);
                else if (vehicles.Errand[v] == Errand.Home) motions[0].EndSearch(v, link, state.Time);
                calendar.Call(0, plan.Network.Links.To[link], state.Time);
                break;
            case VehiclePhase.WaitingToEnter:
                state.StopWaiting(link);
                SetOut(v, vehicles.Motion[v].Since);
                calendar.Call(0, plan.Network.Links.From[link], state.Time);
                break;
            case VehiclePhase.Parked or VehiclePhase.InLotQueue:
                if (vehicles.Errand[v] == Errand.Home) vehicles.EndSearch(v, state.Time);
                SetOut(v, vehicles.Motion[v].Since);
                break;
        }
    }

    private void Depart(double before)
    {
        while (state.NextDeparture < state.Departures.Length)
        {
            var v = state.Departures[state.NextDeparture];
            if (vehicles.Departure[v] >= before) return;
            state.NextDeparture++;
            var at = Math.Max(vehicles.Departure[v], state.Time);
            SetOut(v, at);
        }
    }

    // To the place where it waits for its first link, if there is a way.
    private void SetOut(int v, double since)
    {
        if (vehicles.Route[v] is not { } route) state.End(v, vehicles.Fate[v] == TripOutcome.Cancelled ? TripOutcome.Cancelled : TripOutcome.NoWay, Math.Max(since, state.Time));
        else if (route.Length == 0) state.End(v, vehicles.Fate[v], since);
        else
        {
            state.Wait(v, route[0], since);
            calendar.Call(0, plan.Network.Links.From[route[0]], since);
        }
    }
}

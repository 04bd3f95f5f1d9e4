using DigitalTwin.Mobility.Parking;
using DigitalTwin.Mobility.Parking.Choice;
using DigitalTwin.Mobility.Routing;

namespace DigitalTwin.Mobility.Traffic;

/// <content>What a driver does for whom nothing promises a space (T10).</content>
internal sealed partial class DriverDecision
{
    /// <summary>Nothing promises a space: on to some kerb near the destination, by a draw, past whatever lies on the way; to some lot where there are no kerbs; round the block where there is nothing else.</summary>
    private void Cruise(int v, RoadPoint from, ReadOnlySpan<int> candidates, in ChoosingDriver driver, TravelTimes times)
    {
        if (options.Length < candidates.Length) options = new int[candidates.Length];
        var here = from.IsLink ? from.Index : -1;
        var count = Open(v, candidates, driver, FacilityKind.Kerb, here);
        if (count == 0) count = Open(v, candidates, driver, FacilityKind.Lot, here);
        if (count > 0)
        {
            var draw = state.Random.Below(count, CruiseStream, ((ulong)v << 20) + (uint)vehicles.Tries[v]);
            DriveTo(v, from, options[draw], Errand.Searching);
        }
        else if (!Again(v, from, candidates, times)) GiveUp(v, from, times);
    }

    // The facility that refused it last is all there is: back to it, round the block if need be.
    private bool Again(int v, RoadPoint from, ReadOnlySpan<int> candidates, TravelTimes times)
    {
        var last = vehicles.LastTried(v);
        var at = candidates.IndexOf(last);
        if (at < 0 || state.Parking.Closed[last] || !double.IsFinite(drives[at])) return false;
        if (RoadPoint.EndOf(model.Supply.Facilities[last].Link) != from) DriveTo(v, from, last, Errand.Searching);
        else if (!RoundTheBlock(v, from.Index, times)) return false;
        (vehicles.Facility[v], vehicles.Errand[v]) = (last, Errand.Searching);
        return true;
    }

    // Facilities that a cruise may lead to: of a kind, open to the driver for the stay, within the walk, and not here.
    private int Open(int v, ReadOnlySpan<int> candidates, in ChoosingDriver driver, FacilityKind kind, int here)
    {
        var count = 0;
        var walks = model.Candidates.WalksOf(vehicles.Destination[v]);
        var (last, longest) = (vehicles.LastTried(v), model.Groups[driver.Group].LongestWalk);
        for (var i = 0; i < candidates.Length; i++)
        {
            var facility = model.Supply.Facilities[candidates[i]];
            if (candidates[i] == last || facility.Kind != kind || facility.Link == here || !double.IsFinite(drives[i]) || walks[i] > longest) continue;
            if (model.Parking.IsOpenTo(state.Parking, candidates[i], driver.Group, driver.Time + drives[i], driver.Dwell, driver.Tastes.NeedsCharger)) options[count++] = candidates[i];
        }
        return count;
    }

    // By the exit from which one is back soonest.
    private bool RoundTheBlock(int v, int link, TravelTimes times)
    {
        var (best, soonest) = (-1, double.PositiveInfinity);
        int[] behind = [.. Behind(v), -1];
        foreach (var exit in model.Network.Out(model.Network.Links.To[link]))
        {
            if (exit == link || !search.Graph.Allows(behind.AsSpan(..^1), exit)) continue;
            behind[^1] = exit;
            var seconds = times.At(exit, Now);
            if (double.IsFinite(seconds)) seconds += search.Find(search.Graph.EndOf(behind), RoadPoint.EndOf(link), Now + seconds, times);
            if (seconds < soonest) (best, soonest) = (exit, seconds);
        }
        if (best < 0) return false;
        behind[^1] = best;
        search.Find(search.Graph.EndOf(behind), RoadPoint.EndOf(link), Now, times);
        Take(v, [best, .. search.Route], soonest);
        return true;
    }

    /// <summary>Round and home for who is on the road and need not decide; who waits for room on a link turns at its end.</summary>
    /// <returns>False when there is no way, and nothing changes.</returns>
    public bool TurnRound(int v, TravelTimes times)
    {
        var (link, waits) = (vehicles.Motion[v].Link, vehicles.Phase[v] == VehiclePhase.WaitingToEnter);
        var from = !waits ? Where(v) : search.Graph.Remembers > 1 ? search.Graph.EndOf([link]) : RoadPoint.EndOf(link);
        var seconds = search.Find(from, RoadPoint.Node(model.Places.Node[vehicles.Origin[v]]), Now, times);
        if (!double.IsFinite(seconds)) return false;
        vehicles.EndSearch(v, Now);
        (vehicles.Errand[v], vehicles.Fate[v]) = (Errand.Home, TripOutcome.Withdrawn);
        if (waits) (vehicles.Route[v], vehicles.Motion[v].Step, vehicles.Due[v]) = ([link, .. search.Route], 0, Now + seconds);
        else Take(v, search.Route, seconds);
        return true;
    }

    // Home, if there is a way; who has none and need not decide now goes on as he does.
    private void GiveUp(int v, RoadPoint from, TravelTimes times)
    {
        var seconds = search.Find(from, RoadPoint.Node(model.Places.Node[vehicles.Origin[v]]), Time(v), times);
        var hasWay = double.IsFinite(seconds);
        if (!hasWay && !MustDecide(v)) return;
        // The search of who stands at the end of a link ends when the decision takes effect: that link is part of it.
        if (!MustDecide(v)) vehicles.EndSearch(v, Now);
        (vehicles.Errand[v], vehicles.Fate[v]) = (Errand.Home, TripOutcome.GaveUp);
        if (hasWay) Take(v, search.Route, seconds);
        else vehicles.Route[v] = null;
    }
}

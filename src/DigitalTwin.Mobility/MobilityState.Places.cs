using DigitalTwin.Mobility.Traffic;

namespace DigitalTwin.Mobility;

/// <content>Who is missing where.</content>
public sealed partial class MobilityState
{
    /// <summary>
    /// Counts, by place, the drivers whose trip there has begun and who have not arrived: on the road, before a barrier, searching; and those who gave up or found no way, for as long as they would have stayed.
    /// </summary>
    /// <param name="missing">Receives a number for each place of the model.</param>
    public void CountMissing(Span<double> missing)
    {
        if (missing.Length != Model.Places.Count) throw new ArgumentException($"The model has {Model.Places.Count} places; found room for {missing.Length}.", nameof(missing));
        missing.Clear();
        for (var v = 0; v < Vehicles.Count; v++)
            if (IsMissing(v)) missing[Vehicles.Destination[v]]++;
    }

    private bool IsMissing(int v)
    {
        if (Vehicles.HasParked[v] || Vehicles.Phase[v] is VehiclePhase.Planned or VehiclePhase.Parked) return false;
        var gaveUp = Vehicles.Phase[v] == VehiclePhase.Ended ? Vehicles.Outcome[v] is TripOutcome.GaveUp or TripOutcome.NoWay : Vehicles.Errand[v] == Errand.Home;
        // Who turned round because nobody is wanted there any more is missing nowhere.
        if (Vehicles.Fate[v] == TripOutcome.Withdrawn) return false;
        return gaveUp ? Time < Vehicles.Departure[v] + Vehicles.Dwell[v] : Vehicles.Phase[v] != VehiclePhase.Ended;
    }
}

using System.Globalization;
using DigitalTwin.Mobility.Assignment;
using DigitalTwin.Mobility.Assignment.Analysis;
using DigitalTwin.Numerics.Text.Tables;

namespace DigitalTwin.Cli.Commands.Traffic;

/// <summary>Tables by zone and by pair of zones. Where there is one class of travellers its name is left out; what is not finite is left empty.</summary>
internal static class PlannerTables
{
    /// <summary>Who is hit, by zone: those who leave it and those who come to it.</summary>
    public static void WriteZones(AssignmentNetwork network, AssignmentDifference difference, TextWriter to)
    {
        to.WriteLine("zone,trips_from,loss_from,cut_off_from,trips_to,loss_to,cut_off_to");
        for (var zone = 0; zone < network.ZoneCount; zone++)
        {
            var (leaving, entering) = (difference.Leaving[zone], difference.Entering[zone]);
            to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{network.NodeIds[zone]},{leaving.Trips:R},{leaving.Loss:R},{leaving.CutOff:R},{entering.Trips:R},{entering.Loss:R},{entering.CutOff:R}"));
        }
    }

    /// <summary>Who is hit, by pair: those who are cut off, then the others whose cost is another, the greatest loss first.</summary>
    public static void WritePairs(AssignmentModel model, AssignmentDifference difference, TextWriter to)
    {
        to.WriteLine($"{ClassHead(model)}origin,destination,trips,base_cost,cost,loss");
        foreach (var pair in difference.CutOff.Concat(difference.Pairs))
            to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Pair(model, pair.Traveller, pair.Origin, pair.Destination)},{pair.Trips:R},{pair.Before:R},{Known(pair.Now)},{Known(pair.Loss)}"));
    }

    /// <summary>Whose trips selected links carry.</summary>
    public static void WriteSelected(AssignmentModel model, IReadOnlyList<SelectedLink> selected, TextWriter to)
    {
        to.WriteLine($"link,{ClassHead(model)}origin,destination,vehicles,share");
        foreach (var selection in selected)
            foreach (var trips in selection.Trips)
                to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{CsvText.Quoted(model.Network.LinkIds[selection.Link])},{Pair(model, trips.Traveller, trips.Origin, trips.Destination)},{trips.Vehicles:R},{trips.Share:R}"));
    }

    /// <summary>What it takes from each zone to each other.</summary>
    public static void WriteSkims(AssignmentModel model, AssignmentState state, AssignmentState? before, TextWriter to, CancellationToken cancellation)
    {
        var (skims, earlier) = (new ZoneSkims(model, state), before is null ? null : new ZoneSkims(model, before));
        to.WriteLine($"{ClassHead(model)}origin,destination,trips,cost,time,distance,toll{(before is null ? "" : ",base_cost,base_time")}");
        var trips = new double[model.Network.ZoneCount];
        for (var c = 0; c < model.Classes.Count; c++)
            for (var origin = 0; origin < trips.Length; origin++)
            {
                cancellation.ThrowIfCancellationRequested();
                skims.Look(c, origin);
                earlier?.Look(c, origin);
                var demand = model.Classes[c].Demand;
                trips.AsSpan().Clear();
                for (var at = demand.Start[origin]; at < demand.Start[origin + 1]; at++) trips[demand.Destination[at]] = demand.Trips[at] * state.DemandFactor[c];
                for (var zone = 0; zone < trips.Length; zone++)
                {
                    if (zone == origin) continue;
                    to.Write(string.Create(CultureInfo.InvariantCulture, $"{Pair(model, c, origin, zone)},{trips[zone]:R},{Known(skims.Cost[zone])},{Known(skims.Time[zone])},{Known(skims.Distance[zone])},{Known(skims.Toll[zone])}"));
                    to.WriteLine(earlier is null ? "" : $",{Known(earlier.Cost[zone])},{Known(earlier.Time[zone])}");
                }
            }
    }

    private static string ClassHead(AssignmentModel model) => model.Classes.Count > 1 ? "class," : "";

    private static string Pair(AssignmentModel model, int traveller, int origin, int destination) =>
        $"{(model.Classes.Count > 1 ? CsvText.Quoted(model.Classes[traveller].Name) + "," : "")}{model.Network.NodeIds[origin]},{model.Network.NodeIds[destination]}";

    /// <summary>A number to its last digit; nothing for one that is not finite.</summary>
    public static string Known(double value) => double.IsFinite(value) ? value.ToString("R", CultureInfo.InvariantCulture) : "";
}

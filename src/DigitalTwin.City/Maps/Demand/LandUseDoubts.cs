using System.Globalization;
using DigitalTwin.Mobility.Demand;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Cities.Maps.Demand;

/// <summary>What cannot be right, or is worth knowing, of trips that follow from the use of land: sums that no matrix has, purposes without a time of day, sites without a rate.</summary>
internal static class LandUseDoubts
{
    public static void Find(LandUseDemand demand, DemandFiles files, ProblemList problems)
    {
        var file = files["rates"] ?? files["gates"]!;
        for (var purpose = 0; purpose < demand.PurposeNames.Count; purpose++)
        {
            var before = (0.0, 0.0);
            foreach (var day in new[] { DayOfWeek.Wednesday, DayOfWeek.Sunday })
            {
                var (produces, attracts) = demand.Ends(purpose, day);
                var (sent, taken) = (produces.Sum(), attracts.Sum());
                // Most Sundays differ in nothing that would be worth a second sentence.
                if ((sent == 0 && taken == 0) || (sent, taken) == before) continue;
                before = (sent, taken);
                if (!Sums(demand.PurposeNames[purpose], sent, taken, file, problems) | !HasProfile(demand, purpose, day, files, problems)) break;
                if (demand.PurposeNames[purpose] == LandUseDemand.Through) Through(demand, produces, attracts, files["gates"]!, problems);
            }
        }
        Idle(demand, file, problems);
        OneWay(demand, files, problems);
    }

    private static bool Sums(string purpose, double sent, double taken, string file, ProblemList problems)
    {
        if (sent == 0 || taken == 0)
        {
            problems.Error(file, 0, 0, sent == 0 ? $"Trips for '{purpose}' are attracted ({taken:0} a day) but nothing produces any." : $"Trips for '{purpose}' are produced ({sent:0} a day) but nothing attracts any.");
            return false;
        }
        if (Math.Abs(taken - sent) > 0.01 * sent)
            problems.Note(file, 0, 0, string.Create(CultureInfo.InvariantCulture, $"For '{purpose}' {sent:N0} trips a day are produced and {taken:N0} attracted; attractions are scaled to productions."));
        return true;
    }

    private static bool HasProfile(LandUseDemand demand, int purpose, DayOfWeek day, DemandFiles files, ProblemList problems)
    {
        // Rates without a file of profiles have had their sentence.
        var isTold = files["profiles"] is null && files["rates"] is not null;
        if (isTold || demand.Profiles[purpose].Any(p => (p.Days >> (int)day & 1) != 0)) return true;
        problems.Error(files["profiles"] ?? files["gates"]!, 0, 0, $"There is no profile of '{demand.PurposeNames[purpose]}' on {day}, and none of '*': when do its trips depart?");
        return false;
    }

    /// <summary>A table with an empty diagonal exists only when no gate's traffic in and out is more than all gates' together.</summary>
    private static void Through(LandUseDemand demand, double[] into, double[] back, string file, ProblemList problems)
    {
        var (total, scale) = (into.Sum(), into.Sum() / back.Sum());
        for (var i = 0; i < into.Length; i++)
            if (into[i] + back[i] * scale > total * (1 + 1e-9))
                problems.Error(file, 0, 0, string.Create(CultureInfo.InvariantCulture,
                    $"At the gate '{demand.Sites.Zones[i].Id}' {into[i]:N0} cars a day enter and {back[i] * scale:N0} leave to pass through, but all gates together have only {total:N0}: some would have to leave where they entered."));
    }

    private static void Idle(LandUseDemand demand, string file, ProblemList problems)
    {
        var uses = demand.Sites.LandUse.Where(use => use != LandUseSites.Gate && !demand.Rates.Any(r => r.Holds(use))).GroupBy(use => use).OrderBy(g => g.Key, StringComparer.Ordinal);
        foreach (var use in uses)
            problems.Note(file, 0, 0, $"No rate speaks of the use {(use.Key.Length == 0 ? "of sites that have none" : $"'{use.Key}'")}: {use.Count()} of {demand.Sites.Count} sites make no trips.{NearestName.Hint(use.Key, demand.Rates.Select(r => r.LandUse).Distinct())}");
    }

    /// <summary>A gate that sends must lead in, and one that receives must be led to.</summary>
    private static void OneWay(LandUseDemand demand, DemandFiles files, ProblemList problems)
    {
        if (files["gates"] is not { } file) return;
        var book = new PlaceBook(demand.Roads);
        for (var i = 0; i < demand.Sites.Count; i++)
        {
            if (demand.Sites.LandUse[i] != LandUseSites.Gate) continue;
            var node = demand.Places.Node[demand.Sites.Zones[i].Places[0]];
            if (book.IsJoined(node)) continue;
            var (sends, takes) = (false, false);
            for (var purpose = 0; purpose < demand.PurposeNames.Count; purpose++)
            {
                if (demand.PurposeNames[purpose] == LandUseDemand.Through) continue;
                var (produces, attracts) = demand.Ends(purpose, DayOfWeek.Wednesday);
                (sends, takes) = (sends || produces[i] > 0, takes || attracts[i] > 0);
            }
            if ((sends && !book.Sends(node)) || (takes && !book.Receives(node)))
                problems.Error(file, 0, 0, $"By the rates trips {(sends && !book.Sends(node) ? "begin" : "end")} at the gate '{demand.Sites.Zones[i].Id}', but the roads there lead {(sends && !book.Sends(node) ? "only out of" : "only into")} the map.");
        }
    }
}

using System.Globalization;
using DigitalTwin.Mobility.Parking.Curbs;
using DigitalTwin.Mobility.Parking.Drivers;
using DigitalTwin.Mobility.Parking.Tariffs;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Text;

namespace DigitalTwin.Mobility.Parking;

/// <summary>Finds what is wrong with facilities: a sentence for each mistake, all at once. What depends on roads is checked where facilities are put on them.</summary>
public static class SupplyCheck
{
    /// <summary>Most groups of drivers: rules hold them as the bits of a word.</summary>
    public const int MostGroups = 64;

    /// <summary>Checks a supply.</summary>
    /// <param name="supply">Facilities and tariffs.</param>
    /// <param name="groups">Groups of drivers.</param>
    /// <param name="problems">Receives every mistake.</param>
    /// <param name="placeOf">Where a facility is written; null when there is no file.</param>
    public static void Check(ParkingSupply supply, IReadOnlyList<DriverGroup> groups, ProblemList problems, Func<int, SourcePlace>? placeOf = null)
    {
        ArgumentNullException.ThrowIfNull(supply);
        ArgumentNullException.ThrowIfNull(groups);
        ArgumentNullException.ThrowIfNull(problems);
        if (groups.Count > MostGroups) problems.Error("", 0, 0, $"There are {groups.Count} groups of drivers; at most {MostGroups} are accepted.");
        foreach (var twice in groups.GroupBy(g => g.Name).Where(g => g.Count() > 1)) problems.Error("", 0, 0, $"The group of drivers '{twice.Key}' is given twice.");
        string[] names = [.. groups.SelectMany(g => g.Permits.Prepend(g.Name)).Distinct()];
        var ids = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < supply.Facilities.Count; i++)
        {
            var check = new FacilityCheck(supply.Facilities[i], placeOf?.Invoke(i) ?? default, names, problems);
            check.Run(supply.Tariffs.Count);
            check.Policies(groups);
            if (!ids.Add(supply.Facilities[i].Id)) check.Say("is given twice; each facility needs an id of its own.");
        }
    }

    private sealed class FacilityCheck(ParkingFacility facility, SourcePlace place, string[] names, ProblemList problems)
    {
        private string Kind => facility.Kind == FacilityKind.Kerb ? "kerb" : "lot";

        public void Say(string what) => problems.Error(place.File ?? "", place.Line, place.Column, $"The {Kind} '{facility.Id}' {what}");

        public void Run(int tariffs)
        {
            if (facility.Capacity < 0) Say($"has {facility.Capacity} spaces; 0 or more are accepted.");
            if (facility.Chargers < 0) Say($"has {facility.Chargers} chargers; 0 or more are accepted.");
            else if (facility.Chargers > Math.Max(0, facility.Capacity)) Say($"has {facility.Chargers} chargers, more than its {facility.Capacity} spaces; a charger stands at a space.");
            if (facility.Chargers > 0 && !(facility.ChargerPower > 0 && double.IsFinite(facility.ChargerPower)))
                Say($"has chargers without power ({Number(facility.ChargerPower)} W was found); give the power of one charger, such as 7 kW.");
            if (!(facility.EntranceRate > 0)) Say($"lets in {Number(facility.EntranceRate)} cars per second; more than 0 is accepted.");
            if (!(facility.ExitRate > 0)) Say($"lets out {Number(facility.ExitRate)} cars per second; more than 0 is accepted.");
            if (facility.QueuePlaces < 0) Say($"has {facility.QueuePlaces} places in its queue; 0 or more are accepted.");
            if (facility.Kind == FacilityKind.Kerb && facility.QueuePlaces > 0) Say($"has a queue of {facility.QueuePlaces}; nobody queues for a kerb, cars drive on.");
            if (facility.Kind == FacilityKind.Kerb && double.IsFinite(facility.EntranceRate)) Say("has an entrance rate; a kerb has no entrance.");
            if (facility.Levels < 1) Say($"has {facility.Levels} levels; 1 or more are accepted.");
            if (!(facility.LevelTime >= 0 && double.IsFinite(facility.LevelTime))) Say($"takes {Number(facility.LevelTime)} s from level to level; 0 or more is accepted.");
            if (!(facility.LongestStay > 0)) Say($"has a longest stay of {Number(facility.LongestStay)} s; more than 0 is accepted.");
            if (facility.Tariff < -1 || facility.Tariff >= tariffs) Say($"has tariff number {facility.Tariff}; there are {tariffs}.");
            foreach (var rule in facility.Access)
            {
                Names(rule.Groups, "lets in");
                Times(rule.When);
            }
            Reserves();
        }

        public void Policies(IReadOnlyList<DriverGroup> groups)
        {
            foreach (var policy in facility.Policies)
            {
                Names(policy.Groups, $"has a policy '{policy.Activity.Word()}' for");
                foreach (var when in policy.Hours) Times(when);
            }
            CurbCheck.Look(facility.Policies, groups, Say, what => problems.Warning(place.File ?? "", place.Line, place.Column, $"The {Kind} '{facility.Id}' {what}"));
        }

        private void Reserves()
        {
            foreach (var reserve in facility.Reserves)
            {
                Names(reserve.Groups, "keeps spaces for");
                Times(reserve.When);
                if (reserve.Spaces < 0) Say($"keeps {reserve.Spaces} spaces; 0 or more are accepted.");
                if (reserve.Groups.Count == 0) Say($"keeps {reserve.Spaces} spaces for nobody; name the groups.");
            }
            var plain = facility.Capacity - facility.Chargers;
            foreach (var edge in WeekWindows.Edges(facility.Reserves.Select(r => r.When)))
            {
                var kept = facility.Reserves.Where(r => WeekWindows.Holds(r.When, edge)).Sum(r => (long)r.Spaces);
                if (kept <= Math.Max(0, plain)) continue;
                Say($"keeps {Plural.Of(kept, "space")} for groups on {(DayOfWeek)(edge / WeekWindows.Day)} at {edge / 3_600_000 % 24:00}:{edge / 60_000 % 60:00}, more than its {Plural.Of(plain, "space")} without a charger.");
                return;
            }
        }

        private void Names(IReadOnlyList<string> groups, string what)
        {
            foreach (var name in groups.Where(g => !names.Contains(g)))
                Say($"{what} '{name}', which is no group of drivers and no permit.{NearestName.Hint(name, names)}");
        }

        private void Times(WeekTime when)
        {
            if (when.Days is 0 or > WeekTime.EveryDay) Say("has a rule that holds on no day of the week.");
            if (when.From is not (>= 0 and < 86400) || when.Until is not (> 0 and <= 86400)) Say("has a rule whose times of day are not between 00:00 and 24:00.");
        }

        private static string Number(double value) => value.ToString(CultureInfo.InvariantCulture);
    }
}

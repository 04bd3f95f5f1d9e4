using System.Globalization;
using DigitalTwin.Mobility.Assignment;
using DigitalTwin.Mobility.Demand;
using DigitalTwin.Mobility.Demand.Tables;
using DigitalTwin.Mobility.Tntp;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Cities.Maps.Demand;

/// <summary>
/// A trip table of TNTP form as demand of a map: the trips of a day between the zones of its network, spread over the day by a profile that the planner names. It is written as a matrix by time of
/// day (<c>od.csv</c>), in which it can be corrected.
/// </summary>
internal sealed class TntpDemand
{
    /// <summary>Name of the matrix in the map.</summary>
    public const string FileName = "od.csv";

    private readonly AssignmentNetwork network;
    private readonly DemandTable trips;
    private readonly IReadOnlyList<DayProfile> profiles;
    private readonly double factor;

    private TntpDemand(AssignmentNetwork network, DemandTable trips, IReadOnlyList<DayProfile> profiles, double factor) =>
        (this.network, this.trips, this.profiles, this.factor) = (network, trips, profiles, factor);

    /// <summary>Reads trips and profile; null when there are none or they cannot be used (reported).</summary>
    public static TntpDemand? Read(ImportOptions options, TntpNetwork? roads, List<string> statements, ProblemList problems)
    {
        if (options.TripFile is not { } file) return null;
        if (options.TripProfileFile is not { } profile)
        {
            problems.Error(file, 0, 0, "The trips say not when in the day they depart; give the shares of the day as --profile PROFILE.csv (purpose,from,until,share, with * as the purpose).");
            return null;
        }
        foreach (var missing in new[] { file, profile }.Where(given => !File.Exists(given))) problems.Error(missing, 0, 0, "There is no such file.");
        if (options.RoadFile is null || !Roads.TntpImport.Is(options.RoadFile)) problems.Error(file, 0, 0, "Trips of TNTP form are between the zones of a network of that form; give it as --roads NET.tntp.");
        if (problems.HasErrors || roads is null) return null;
        var trips = TntpReader.ReadTrips(file, roads, problems);
        var profiles = ProfileCsv.Read(profile, new NameBook("purpose", ["other"]), problems)[0];
        if (trips is null || problems.HasErrors) return null;
        if (profiles.Count == 0)
        {
            problems.Error(profile, 0, 0, "The profile has no rows of the purpose * or other.");
            return null;
        }
        statements.Add(string.Create(CultureInfo.InvariantCulture,
            $"{Path.GetFileName(file)}: {trips.TotalBetweenZones * options.TripFactor:#,0.#} trips a day between zones{(options.TripFactor == 1 ? "" : $" (its own times {options.TripFactor:0.####})")}, spread over the day by {Path.GetFileName(profile)}; those within a zone are left out."));
        return new(roads.Network, trips, profiles, options.TripFactor);
    }

    /// <summary>Writes the matrix into the map's folder.</summary>
    public void Write(string folder)
    {
        using var to = new StreamWriter(Path.Combine(folder, FileName));
        to.NewLine = "\n";
        to.WriteLine("origin,destination,from,until,trips,days");
        for (var origin = 0; origin < trips.ZoneCount; origin++)
            for (var i = trips.Start[origin]; i < trips.Start[origin + 1]; i++)
            {
                if (trips.Destination[i] == origin) continue;
                foreach (var profile in profiles)
                {
                    // Shares are rounded and sum to nearly 1; the day's trips are all of them.
                    var all = profile.Bands.Sum(band => band.Share);
                    foreach (var (from, until, share) in profile.Bands)
                        if (share * factor > 0)
                            to.WriteLine(string.Create(CultureInfo.InvariantCulture,
                                $"{network.NodeIds[origin]},{network.NodeIds[trips.Destination[i]]},{Clock(from)},{Clock(until)},{trips.Trips[i] * factor * (share / all):R},{WeekDays.Text(profile.Days)}"));
                }
            }
    }

    private static string Clock(double second) => string.Create(CultureInfo.InvariantCulture, $"{(int)(second / 3600):00}:{(int)(second / 60) % 60:00}{(second % 60 == 0 ? "" : $":{second % 60:00}")}");
}

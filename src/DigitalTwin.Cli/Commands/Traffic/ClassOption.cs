using System.Globalization;
using DigitalTwin.Mobility.Assignment;
using DigitalTwin.Mobility.Tntp;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Cli.Commands.Traffic;

/// <summary>
/// A class of travellers beside those of TRIPS, as <c>--class</c> says it: <c>truck=trucks.tntp,units=2.5,toll=0.5,distance=0.04,factor=1,ban=6-8+8-6</c>. What is left out is as for
/// TRIPS: 1 passenger-car unit, the factors of the options, no link banned.
/// </summary>
internal static class ClassOption
{
    private static readonly string[] Keys = ["units", "toll", "distance", "factor", "ban"];

    /// <summary>Reads a class; null when there is a mistake in it, which is told.</summary>
    public static (TravellerClass Class, double Factor)? Read(string text, TntpNetwork file, double tollFactor, double distanceFactor, ProblemList problems)
    {
        var before = problems.ErrorCount;
        var parts = text.Split(',', StringSplitOptions.TrimEntries);
        var (name, path) = Pair(parts[0]);
        if (name.Length == 0 || path.Length == 0) Error($"begins with NAME=TRIPS, as in truck=trucks.tntp; found '{parts[0]}'.");
        else if (!File.Exists(path)) problems.Error(path, 0, 0, "There is no such file.");
        var numbers = new Dictionary<string, double>(StringComparer.Ordinal) { ["units"] = 1, ["toll"] = tollFactor, ["distance"] = distanceFactor, ["factor"] = 1 };
        var banned = new List<int>();
        foreach (var part in parts.Skip(1))
        {
            var (key, value) = Pair(part);
            if (key == "ban") Ban(value, banned);
            else if (!numbers.ContainsKey(key)) Error($"says '{part}'; {string.Join(", ", Keys)} are accepted.{NearestName.Hint(key, Keys)}");
            else if (double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) && (key == "units" ? number > 0 : number >= 0)) numbers[key] = number;
            else Error($"has {key} '{value}'; a number {(key == "units" ? "above 0" : "of at least 0")} is accepted.");
        }
        var demand = problems.ErrorCount > before ? null : TntpReader.ReadTrips(path, file, problems);
        if (demand is null || problems.ErrorCount > before) return null;
        return (new(name, demand) { CarUnits = numbers["units"], TollFactor = numbers["toll"], DistanceFactor = numbers["distance"], BannedLinks = banned }, numbers["factor"]);

        void Ban(string links, List<int> rows)
        {
            foreach (var link in links.Split('+', StringSplitOptions.RemoveEmptyEntries))
            {
                if (file.Network.FindLink(link) is var row and >= 0) rows.Add(row);
                else Error($"bans the link '{link}', which the network does not have.{NearestName.Hint(link, file.Network.LinkIds)}");
            }
        }

        void Error(string sentence) => problems.Error("", 0, 0, $"--class {(name.Length > 0 ? $"'{name}' " : "")}{sentence}");
    }

    private static (string Key, string Value) Pair(string text) => text.IndexOf('=', StringComparison.Ordinal) is var at and > 0 ? (text[..at], text[(at + 1)..]) : ("", text);
}

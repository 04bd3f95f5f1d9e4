using DigitalTwin.Mobility.Roads;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Text;

namespace DigitalTwin.Cities.Maps.Roads;

/// <summary>What looks odd in the roads of a city, and places to park that cannot be reached.</summary>
internal static class RoadFindings
{
    public static void Add(City city, RoadConnectivity connectivity, List<Problem> findings)
    {
        foreach (var sentence in RoadDoubts.Find(city.Roads!, connectivity)) findings.Add(new(Severity.Note, File(city, "roads"), 0, 0, sentence));
        if (city.Parking is not { Facilities: var places }) return;
        var lost = places.Where(p => !connectivity.IsReached[p.Link] || !connectivity.Reaches[p.Link]).ToArray();
        if (lost.Length > 0)
            findings.Add(new(Severity.Warning, File(city, "parking"), 0, 0,
                $"{lost.Length} of {places.Count} places to park {Plural.For(lost.Length, "lies", "lie")} at links that cars from the largest part of the roads cannot drive to, or back from, '{lost[0].Id}' at '{city.Roads!.Links.Ids[lost[0].Link]}' among them."));
    }

    private static string File(City city, string role) => city.Parts.FirstOrDefault(p => p.Role == role || p.Role == role + ".file")?.Path ?? "";
}

using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Geodesy;
using DigitalTwin.Water.Network;

namespace DigitalTwin.Cities.Maps;

/// <summary>Looks for what is allowed in a network but seldom meant.</summary>
internal static class NetworkDoubts
{
    public static void Find(City city, List<Problem> findings)
    {
        var (network, places) = (city.Water!, city.WaterPlaces!);
        var file = city.Parts.FirstOrDefault(p => p.Role == "water.file")?.Path ?? "";
        Drawing(network, places, file, findings);
        Lonely(network, file, findings);
        Outside(city, places, file, findings);
    }

    /// <summary>Pipes ought to be about as long as they are drawn.</summary>
    private static void Drawing(WaterNetwork network, WaterPlaces places, string file, List<Problem> findings)
    {
        var (given, drawn) = Lengths(network, places);
        if (drawn > 0 && given / drawn is < 0.7 or > 1.5)
            Note($"The pipes are {given / 1000:F1} km long by their lengths but {drawn / 1000:F1} km as drawn; 'crs' or 'unit' may be wrong, or the drawing is a sketch.", file, findings);
    }

    /// <summary>Sum of the lengths of the pipes that are drawn, and of their drawings, m.</summary>
    internal static (double Given, double Drawn) Lengths(WaterNetwork network, WaterPlaces places)
    {
        double given = 0, drawn = 0;
        for (var k = 0; k < network.Links.Count; k++)
        {
            if (network.Links.Kinds[k] is not (LinkKind.Pipe or LinkKind.CheckValvePipe) || places.LineOf(k) is not { } line) continue;
            given += network.Links.Length[k];
            for (var i = 1; i < line.NumPoints; i++)
                drawn += SphereDistance.Between(line.GetCoordinateN(i - 1).X, line.GetCoordinateN(i - 1).Y, line.GetCoordinateN(i).X, line.GetCoordinateN(i).Y);
        }
        return (given, drawn);
    }

    private static void Lonely(WaterNetwork network, string file, List<Problem> findings)
    {
        var joined = new bool[network.Nodes.Count];
        for (var k = 0; k < network.Links.Count; k++) joined[network.Links.From[k]] = joined[network.Links.To[k]] = true;
        var lonely = Enumerable.Range(0, joined.Length).Where(i => !joined[i]).ToList();
        if (lonely.Count > 0) Note($"{lonely.Count} nodes have no link, '{network.Nodes.Ids[lonely[0]]}' among them.", file, findings);
    }

    private static void Outside(City city, WaterPlaces places, string file, List<Problem> findings)
    {
        if (city.Districts.Count == 0) return;
        int outside = 0, first = -1;
        double people = 0;
        for (var i = 0; i < city.Water!.Nodes.JunctionCount; i++)
        {
            people += places.People[i];
            if (double.IsNaN(places.Longitude[i]) || city.DistrictAt(places.Longitude[i], places.Latitude[i]) >= 0) continue;
            if (outside++ == 0) first = i;
        }
        if (outside > 0) Note($"{outside} of {city.Water.Nodes.JunctionCount} junctions lie in no district, '{city.Water.Nodes.Ids[first]}' among them.", file, findings);
        var living = city.Districts.Sum(d => d.People);
        if (people > 0 && living / people is < 0.8 or > 1.25)
            Note($"The districts have {living:F0} people but the junctions {people:F0}.", file, findings);
    }

    private static void Note(string sentence, string file, List<Problem> findings) => findings.Add(new(Severity.Note, file, 0, 0, sentence));
}

using DigitalTwin.Mobility.Parking;
using DigitalTwin.Numerics.Randomness;

namespace DigitalTwin.Benchmarks.Traffic;

/// <summary>Lots of 40 to 240 spaces and kerbs of 8 bays along streets that are no arterials, denser where there is more to do.</summary>
internal static class DistrictParking
{
    public static ParkingSupply Make(DistrictStreets streets, int lots, int kerbs, ulong seed)
    {
        var random = new KeyedRandom(seed);
        var links = streets.Network.Links;
        int[] quiet = [.. Enumerable.Range(0, links.Count).Where(link => !streets.IsOnArterial(links.From[link], links.To[link]))];
        var choice = new WeightedChoice(quiet, link => streets.Attraction(links.To[link]));
        var (taken, facilities) = (new bool[links.Count], new List<ParkingFacility>());
        ulong counter = 0;
        while (facilities.Count < lots + kerbs)
        {
            var link = choice.Draw(random.Uniform(KeyedRandom.Stream("facility"), counter++));
            if (taken[link]) continue;
            taken[link] = true;
            var node = links.To[link];
            var isLot = facilities.Count < lots;
            var capacity = isLot ? 40 + random.Below(201, KeyedRandom.Stream("capacity"), (ulong)facilities.Count) : 8;
            facilities.Add(new ParkingFacility
            {
                Id = isLot ? $"P-{facilities.Count}" : $"K-{facilities.Count - lots}",
                Kind = isLot ? FacilityKind.Lot : FacilityKind.Kerb,
                Link = link,
                ExitNode = node,
                Longitude = streets.Network.Nodes.Longitude[node],
                Latitude = streets.Network.Nodes.Latitude[node],
                Capacity = capacity,
                EntranceRate = isLot ? 0.2 * (1 + capacity / 150) : double.PositiveInfinity,
                ExitRate = isLot ? 0.2 * (1 + capacity / 150) : double.PositiveInfinity,
                QueuePlaces = isLot ? 10 : 0,
            });
        }
        return new ParkingSupply(facilities, []);
    }
}

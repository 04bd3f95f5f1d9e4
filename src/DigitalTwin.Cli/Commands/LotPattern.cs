using DigitalTwin.Cities.Assets;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Text;

namespace DigitalTwin.Cli.Commands;

/// <summary>Lots and kerbs of a map by an id or a pattern.</summary>
internal static class LotPattern
{
    /// <summary>Ids of those that match, lots first, in the order of the map.</summary>
    /// <exception cref="InputException">None does; the nearest name is told.</exception>
    public static IReadOnlyList<string> Find(AssetTable table, string wanted)
    {
        var found = new List<string>();
        foreach (var type in new[] { AssetTypes.ParkingLot, AssetTypes.ParkingKerb })
        {
            if (table.OfType(type) is not { } layer) continue;
            for (var row = 0; row < layer.Count; row++)
            {
                var id = $"{type}/{layer.Ids[row]}";
                if (id == wanted || (Glob.IsPattern(wanted) && Glob.Matches(wanted, id))) found.Add(id);
            }
        }
        return found.Count > 0 ? found : throw new InputException("", $"The map has no parking lot '{wanted}'.{NearestName.Hint(wanted, table.OfType(AssetTypes.ParkingLot)?.Ids.Select(id => $"{AssetTypes.ParkingLot}/{id}") ?? [])}");
    }
}

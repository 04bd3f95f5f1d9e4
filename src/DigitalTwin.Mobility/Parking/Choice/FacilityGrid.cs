namespace DigitalTwin.Mobility.Parking.Choice;

/// <summary>Facilities by cells of a grid whose sides are at least a reach, so that all within reach of a point are in its cell and the eight around it.</summary>
internal sealed class FacilityGrid
{
    // Metres of a degree of latitude on the mean sphere, a little less: cells are then a little larger than the reach.
    private const double MetresPerDegree = 111_000;

    private readonly Dictionary<(int X, int Y), List<int>> cells = [];
    private readonly double width, height;

    public FacilityGrid(IReadOnlyList<ParkingFacility> facilities, double reach)
    {
        var farthest = facilities.Select(f => Math.Abs(f.Latitude)).Where(double.IsFinite).DefaultIfEmpty(0).Max();
        height = Math.Max(reach, 1) / MetresPerDegree;
        width = height / Math.Max(0.01, Math.Cos((Math.Min(89, farthest + height) + 0.01) * Math.PI / 180));
        for (var f = 0; f < facilities.Count; f++)
        {
            if (!double.IsFinite(facilities[f].Longitude) || !double.IsFinite(facilities[f].Latitude)) continue;
            var cell = CellOf(facilities[f].Longitude, facilities[f].Latitude);
            if (!cells.TryGetValue(cell, out var list)) cells.Add(cell, list = []);
            list.Add(f);
        }
    }

    /// <summary>Facilities in the cell of a point and around it.</summary>
    public IEnumerable<int> Around(double longitude, double latitude)
    {
        if (!double.IsFinite(longitude) || !double.IsFinite(latitude)) yield break;
        var (x, y) = CellOf(longitude, latitude);
        for (var dy = -1; dy <= 1; dy++)
        {
            for (var dx = -1; dx <= 1; dx++)
            {
                if (!cells.TryGetValue((x + dx, y + dy), out var list)) continue;
                foreach (var f in list) yield return f;
            }
        }
    }

    private (int X, int Y) CellOf(double longitude, double latitude) => ((int)Math.Floor(longitude / width), (int)Math.Floor(latitude / height));
}

using DigitalTwin.Cities.Assets;
using DigitalTwin.Mobility.Demand;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Text;

namespace DigitalTwin.Cities.Maps.Demand;

/// <summary>The buildings of a map as places, and with their use and numbers as sites.</summary>
internal sealed class BuildingSites
{
    private readonly AssetLayer layer;
    private readonly int[] placeOf;

    private BuildingSites(AssetLayer layer, int[] placeOf) => (this.layer, this.placeOf) = (layer, placeOf);

    /// <summary>Joins every building to the roads; those with no road near are told of and left out.</summary>
    public static BuildingSites? Join(AssetLayer? layer, PlaceBook places, string file, ProblemList problems)
    {
        if (layer is null) return null;
        var (placeOf, far, first) = (new int[layer.Count], 0, "");
        for (var row = 0; row < placeOf.Length; row++)
        {
            placeOf[row] = -1;
            if (double.IsNaN(layer.Longitude[row])) continue;
            placeOf[row] = places.Add($"{layer.Type}/{layer.Ids[row]}", layer.Longitude[row], layer.Latitude[row], out var sentence);
            if (sentence is null) places.Alias(layer.Ids[row], placeOf[row]);
            else if (far++ == 0) first = sentence;
        }
        if (far > 0) problems.Warning(file, 0, 0, $"{far} of {layer.Count} buildings {Plural.For(far, "has", "have")} no road near, and no trips. {first}");
        return new(layer, placeOf);
    }

    /// <summary>Buildings with their places and what weighs them where several share a zone's trips: floor area, else people, else each the same.</summary>
    public IEnumerable<(int Place, double Longitude, double Latitude, double Weight)> Weighted()
    {
        var area = Column("floor_area") ?? Column("people");
        for (var row = 0; row < placeOf.Length; row++)
            if (placeOf[row] >= 0) yield return (placeOf[row], layer.Longitude[row], layer.Latitude[row], area is null ? 1 : area.At(layer.Source[row]).Number is var weight && weight >= 0 ? weight : 0);
    }

    /// <summary>Adds every joined building as a site of its own.</summary>
    public void AddTo(SiteTable sites, string file, ProblemList problems)
    {
        var use = Column("land_use") ?? Column("use");
        if (use is null || use.IsNumber)
        {
            problems.Error(file, 0, 0, $"The buildings have no text 'land_use', by which rates are chosen; they have {string.Join(", ", layer.Columns.Select(c => c.Name))}.{NearestName.Hint("land_use", layer.Columns.Select(c => c.Name))}");
            return;
        }
        var numbers = layer.Columns.Where(c => c.IsNumber).ToArray();
        for (var row = 0; row < placeOf.Length; row++)
        {
            if (placeOf[row] < 0) continue;
            var source = layer.Source[row];
            sites.Add(
                new(layer.Ids[row], placeOf[row]), use.At(source).Text!,
                numbers.Select(c => (c.Name, c.At(source).Number)).Where(n => !double.IsNaN(n.Number)));
            foreach (var column in numbers)
                if (column.At(source).Number < 0) problems.Error(file, 0, 0, $"'{column.Name}' of the building '{layer.Ids[row]}' is {column.At(source).Number}; what makes trips is not below 0.");
        }
    }

    private AssetColumn? Column(string name) => layer.Columns.FirstOrDefault(c => c.Name == name);
}

using DigitalTwin.Cities.Assets;
using DigitalTwin.Cities.GeoJson;
using DigitalTwin.Numerics.Diagnostics;
using NetTopologySuite.Geometries;

namespace DigitalTwin.Cities.Maps.Layers;

/// <summary>The files of assets of an import: read and doubted first, written into the new map's folder then.</summary>
internal sealed class AssetImport
{
    private readonly List<(AssetSource Source, List<GeoFeature>? Made)> files = [];
    private List<GeoFeature> lots = [];

    /// <summary>What all assets that have a place lie within, degrees.</summary>
    public Envelope Extent { get; } = new();

    /// <summary>What was decided, a sentence each.</summary>
    public List<string> Statements { get; } = [];

    public static AssetImport Read(ImportOptions options, ProblemList problems)
    {
        var import = new AssetImport();
        var types = new HashSet<string>(StringComparer.Ordinal);
        foreach (var source in options.Assets)
        {
            if (AssetSection.Mistake(source.Type) is { } mistake) problems.Error(source.Path, 0, 0, mistake);
            if (!types.Add(source.Type)) problems.Error(source.Path, 0, 0, $"Assets of the type '{source.Type}' are given twice; join the files first.");
            if (!source.IsCsv && options.Columns.Count > 0 && !options.Assets.Any(a => a.IsCsv))
                problems.Error(source.Path, 0, 0, "Columns can be chosen in CSV files only.");
            var features = source.IsCsv ? new AssetCsv(source, options.Columns, problems).Read(import.Statements) : GeoJsonReader.Read(source.Path, problems);
            foreach (var feature in features)
                if (feature.Geometry is { IsEmpty: false } geometry) import.Extent.ExpandToInclude(geometry.EnvelopeInternal);
            if (features.Count > 0 && features.All(f => f.Geometry is null))
                import.Statements.Add($"No asset of the type '{source.Type}' has a place: {Path.GetFileName(source.Path)} gives none.");
            if (source.Type == AssetTypes.ParkingLot) import.lots = features;
            import.files.Add((source, source.IsCsv ? features : null));
        }
        return import;
    }

    /// <summary>Types and files that <c>assets</c> names.</summary>
    public IEnumerable<AssetSource> Sources => files.Select(f => f.Source);

    /// <summary>
    /// Gives away the lots of a map with roads: they are places to park then, not only names. Lots that do not say how many spaces they have, or where they are, stay assets; that is said.
    /// </summary>
    public IReadOnlyList<GeoFeature> TakeLots()
    {
        var silent = lots.Where(lot => lot.Find("capacity") is null && lot.Find("totalSpotNumber") is null).ToArray();
        var nowhere = lots.Where(lot => lot.Geometry is not { IsEmpty: false } && lot.Text("road") is null).ToArray();
        if (silent.Length > 0) Statements.Add($"Nobody parks in the lots here: {silent.Length} of {lots.Count} have no 'capacity', '{silent[0].Id}' among them. They have twins all the same.");
        else if (nowhere.Length > 0) Statements.Add($"Nobody parks in the lots here: {nowhere.Length} of {lots.Count} have neither a place nor a 'road', '{nowhere[0].Id}' among them. They have twins all the same.");
        if (lots.Count == 0 || silent.Length + nowhere.Length > 0) return [];
        files.RemoveAll(f => f.Source.Type == AssetTypes.ParkingLot);
        return lots;
    }

    public void Write(string folder)
    {
        foreach (var (source, made) in files)
        {
            var path = Path.Combine(folder, source.FileName);
            if (made is null)
            {
                File.Copy(source.Path, path);
                continue;
            }
            using var stream = File.Create(path);
            using var writer = new GeoJsonWriter(stream, ("name", source.Type), ("origin", Path.GetFileName(source.Path)));
            foreach (var feature in made) writer.Write(feature);
        }
    }

    /// <summary>Throws what is wrong with a map that was just made, with the names of the files that the user gave.</summary>
    public static void ThrowIfErrors(ProblemList problems, string folder, ImportOptions options)
    {
        if (!problems.HasErrors) return;
        var names = options.Assets.ToDictionary(a => Path.Combine(folder, a.FileName), a => a.Path);
        if (options.OsmFile is null && options.Assets.FirstOrDefault(a => a.Type == AssetTypes.ParkingLot) is { } lots) names[Path.Combine(folder, Roads.RoadImport.ParkingName)] = lots.Path;
        throw new InputException([.. problems.Select(p => names.TryGetValue(p.File, out var given) ? p with { File = given } : p)]);
    }
}

using System.Text;
using DigitalTwin.Cities.GeoJson;
using DigitalTwin.Cities.Maps;
using DigitalTwin.Cities.Places;
using DigitalTwin.Cities.Synthesis.Buildings;
using DigitalTwin.Cities.Synthesis.Traffic;
using DigitalTwin.Water.Epanet;
using DigitalTwin.Weather.Climate;
using DigitalTwin.Weather.Epw;

namespace DigitalTwin.Cities.Synthesis;

/// <summary>
/// Makes a plausible district, or a whole city, of any size in the open formats of a map: streets with irregular blocks, a looped water network
/// with sized pipes, pump stations, tanks and pressure zones, roads with signals, lots, kerbs, tariffs and demand, buildings, people, districts, weather stations and a typical weather year. Nothing in
/// it exists. Memory grows with the network (about 1 kB to a junction); the same options give the same bytes.
/// </summary>
public static class MapSynthesis
{
    /// <summary>Name of the network's file.</summary>
    public const string WaterFile = "network.inp";

    /// <summary>Name of the climate's file.</summary>
    public const string ClimateFile = "climate-synthetic.epw";

    /// <summary>Makes the map's folder; it must be new or empty, and appears whole or not at all.</summary>
    /// <exception cref="Numerics.Diagnostics.InputException">An option cannot be, or the folder cannot be written.</exception>
    public static SynthesisReport Write(
        SynthesisOptions options, string folder, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        SynthesisReport? report = null;
        MapFolder.Make(folder, unfinished => report = Fill(options, unfinished, progress, cancellation));
        progress?.Report(1);
        return report!;
    }

    /// <summary>The water network alone.</summary>
    /// <exception cref="Numerics.Diagnostics.InputException">An option cannot be.</exception>
    public static EpanetFile MakeNetwork(SynthesisOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        return Build(options, static (_, _, _) => { }, null, cancellation).File;
    }

    private static SynthesisReport Fill(SynthesisOptions options, string folder, IProgress<double>? progress, CancellationToken cancellation)
    {
        var city = new CityPlan(options);
        var terrain = new Terrain(city);
        var plane = TransverseMercator.About(options.Longitude, options.Latitude);
        var districts = new DistrictSynthesis(city, plane);
        var buildings = BuildingSynthesis.Fits(options) ? new BuildingSynthesis(options, city, terrain, plane) : null;
        long people = 0;
        NetworkAssembly assembly;
        TrafficCount traffic;
        using (var moving = new TrafficSynthesis(options, city, plane, districts, folder))
        using (var population = new StreamWriter(Create(folder, "population.csv"), new UTF8Encoding(false), 1 << 16) { NewLine = "\n" })
        {
            population.WriteLine("junction,people");
            assembly = Build(options, (quarter, first, made) =>
            {
                var sites = moving.Add(quarter);
                buildings?.Add(quarter, sites);
                districts.Add(quarter);
                for (var i = 0; i < quarter.Grid.Count; i++)
                {
                    if (quarter.Use.People[i] == 0) continue;
                    people += quarter.Use.People[i];
                    population.Write(made.JunctionId(first + i));
                    population.Write(',');
                    population.WriteLine(quarter.Use.People[i]);
                }
            }, progress, cancellation);
            moving.Finish();
            traffic = moving.Count;
        }
        if (buildings is not null)
            using (var stream = Create(folder, BuildingSynthesis.FileName)) buildings.Write(stream, cancellation);
        using (var network = Create(folder, WaterFile)) EpanetWriter.Write(assembly.File, network);
        progress?.Report(0.95);
        cancellation.ThrowIfCancellationRequested();
        using (var stream = Create(folder, "districts.geojson")) Write(stream, "districts", districts.Features);
        using (var stream = Create(folder, "stations.geojson")) Write(stream, "stations", StationSynthesis.Stations(city, terrain, plane));
        using (var stream = Create(folder, ClimateFile))
            EpwWriter.Write(TypicalYear.Make(ClimateNormals.Wuhan, Location(options, terrain.At(city.Width / 2, city.Height / 2)), city.Random), stream);
        var report = SynthesisReport.Of(options, city, assembly.File, districts.Features.Count, people, traffic, buildings?.Count ?? 0);
        File.WriteAllText(Path.Combine(folder, MapFile.FileName), SynthesisText.CityYaml(options));
        File.WriteAllText(Path.Combine(folder, "SOURCE.md"), SynthesisText.Source(options, report));
        return report;
    }

    private static NetworkAssembly Build(
        SynthesisOptions options, Action<Quarter, int, NetworkAssembly> made, IProgress<double>? progress, CancellationToken cancellation)
    {
        var city = new CityPlan(options);
        var terrain = new Terrain(city);
        var assembly = new NetworkAssembly(options, city, TransverseMercator.About(options.Longitude, options.Latitude));
        // Only the last row of quarters can still be a neighbour of what comes.
        var recent = new Dictionary<int, (Quarter Quarter, int First)>();
        foreach (var plan in city.Quarters)
        {
            cancellation.ThrowIfCancellationRequested();
            var quarter = new Quarter(city, plan, terrain);
            var first = assembly.Add(quarter);
            foreach (var (column, row) in new[] { (plan.Column - 1, plan.Row), (plan.Column, plan.Row - 1) })
                if (column >= 0 && row >= 0 && city.At(column, row) is { } other && CityPlan.ShareArea(plan, other))
                    assembly.Join(quarter, first, recent[other.Index].Quarter, recent[other.Index].First);
            recent[plan.Index] = (quarter, first);
            recent.Remove(plan.Index - city.Columns);
            made(quarter, first, assembly);
            progress?.Report(0.75 * (plan.Index + 1) / city.Quarters.Count);
        }
        return assembly;
    }

    private static EpwLocation Location(SynthesisOptions options, double elevation) => new(
        $"{options.TitleEn.Replace(',', ' ').Replace('\n', ' ')} (synthetic)", "Hubei", "CHN", "synthetic", "999999", options.Latitude, options.Longitude, 8, Math.Round(elevation, 1));

    private static FileStream Create(string folder, string name) => new(Path.Combine(folder, name), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16);

    private static void Write(Stream stream, string name, IEnumerable<GeoFeature> features)
    {
        using var writer = new GeoJsonWriter(stream, ("name", name), ("origin", "synthetic; names invented"));
        foreach (var feature in features) writer.Write(feature);
    }
}

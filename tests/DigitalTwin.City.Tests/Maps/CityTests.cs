using DigitalTwin.Cities.Assets;
using DigitalTwin.Cities.Maps;
using DigitalTwin.Cities.Places;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Geodesy;

namespace DigitalTwin.Cities.Tests.Maps;

public class CityTests
{
    [Fact]
    public void A_map_becomes_a_city_with_everything_in_it()
    {
        using var folder = SmallMap.Make();
        var (city, problems) = folder.Load();
        Assert.Empty(problems);
        Assert.Equal(("small", "Small", "小城"), (city.Name, city.TitleEn, city.TitleZh));
        Assert.Equal(
            ["water/junction 2", "water/reservoir 1", "water/tank 1", "water/pipe 3", "weather/station 2", "city/district 2"],
            city.Assets.Layers.Select(l => $"{l.Type} {l.Count}"));
        Assert.Equal([120, 80], city.WaterPlaces!.People);
        Assert.Equal(2, city.Weather!.Stations.Count);
        Assert.Equal((0, 1, -1), (city.DistrictAt(114.40, 30.50), city.DistrictAt(114.405, 30.50), city.DistrictAt(114, 30)));
        Assert.Equal("D-2", city.Districts[1].Id);
        var pipe = city.Assets[city.Assets.Find(AssetId.Parse("water/pipe/P-2"))];
        Assert.Equal(114.4025, pipe.Place!.X, 1e-9);
        Assert.Equal("LINESTRING (114.4 30.5, 114.405 30.5)", pipe.Geometry!.AsText());
        Assert.Equal(0.2, pipe.Attributes.Single(a => a.Name == "diameter").Number, 1e-12);
    }

    [Fact]
    public void The_hash_follows_the_content_and_not_the_order_of_keys_or_names_of_files()
    {
        using var folder = SmallMap.Make();
        var hash = folder.Load().City.ContentHash;
        Assert.Matches("^[0-9a-f]{64}$", hash);
        var reversed = string.Join('\n', SmallMap.Yaml.ReplaceLineEndings("\n").Split('\n').Reverse()) + "\n# a comment\n";
        folder.With("city.yaml", reversed.Replace("net.inp", "renamed.inp")).With("renamed.inp", SmallMap.Network);
        Assert.Equal(hash, folder.Load().City.ContentHash);
        folder.With("renamed.inp", SmallMap.Network.Replace("J-2 21 6", "J-2 21 7"));
        Assert.NotEqual(hash, folder.Load().City.ContentHash);
        folder.With("renamed.inp", SmallMap.Network).With("city.yaml", SmallMap.Yaml.Replace("net.inp", "renamed.inp").Replace("114.40,", "114.41,"));
        Assert.NotEqual(hash, folder.Load().City.ContentHash);
    }

    [Fact]
    public void People_are_estimated_from_the_mean_demand_when_the_map_does_not_say()
    {
        using var folder = SmallMap.Make().With("city.yaml", SmallMap.Yaml.Replace(", population: people.csv", ""));
        var (city, problems) = folder.Load();
        Assert.Empty(problems);
        // EPANET's L/s is 28.317 to the cubic foot, half a part in 10^5 off. 4 L/s over a pattern of mean 1 is 345,600 L a day.
        Assert.Equal(345_600 / 200.0, city.WaterPlaces!.People[0], 0.02);
        Assert.Contains(city.Assumptions, a => a.Contains("200 litres", StringComparison.Ordinal));
    }

    [Fact]
    public void Metres_of_the_national_grid_and_of_a_local_drawing_are_put_on_the_globe()
    {
        using var folder = SmallMap.Make();
        Assert.True(CoordinateSystem.TryParse("EPSG:4547", out var grid));
        folder.With("net.inp", Moved(grid.FromDegrees)).With("city.yaml", SmallMap.Yaml.Replace("EPSG:4326", "EPSG:4547"));
        var (city, problems) = folder.Load();
        Assert.Empty(problems);
        Assert.Equal(114.405, city.WaterPlaces!.Longitude[1], 1e-9);
        Assert.Equal(30.5, city.WaterPlaces.Latitude[1], 1e-9);

        folder.With("net.inp", Moved((x, y) => ((x - 114.4) * 1e5, (y - 30.5) * 1e5)))
            .With("city.yaml", SmallMap.Yaml.Replace("crs: \"EPSG:4326\"", "crs: local, origin: [114.40, 30.50], unit: ft"));
        (city, problems) = folder.Load();
        Assert.Empty(problems);
        // 500 ft east of the origin, 152.4 m.
        Assert.Equal(152.4, SphereDistance.Between(114.40, 30.50, city.WaterPlaces!.Longitude[1], city.WaterPlaces.Latitude[1]), 0.5);
    }

    private static string Moved(Func<double, double, (double X, double Y)> to)
    {
        var lines = SmallMap.Network.ReplaceLineEndings("\n").Split('\n');
        for (var i = Array.IndexOf(lines, "[COORDINATES]") + 1; lines[i] != "[END]"; i++)
        {
            var words = lines[i].Split(' ');
            var (x, y) = to(double.Parse(words[1]), double.Parse(words[2]));
            lines[i] = $"{words[0]} {x:R} {y:R}";
        }
        return string.Join('\n', lines);
    }

    [Fact]
    public void Parts_of_later_versions_have_their_place_and_say_so()
    {
        using var folder = SmallMap.Make().With("pipes.inp", "").With("city.yaml", SmallMap.Yaml + "\ndrainage: pipes.inp\nconstruction: { file: pipe.inp }\n");
        var (city, problems) = folder.Load();
        Assert.Contains("The part 'drainage' has its place in a map, but this version does not read it yet.", problems.Where(p => p.Severity == Severity.Note).Select(p => p.Sentence));
        Assert.Equal("The map's folder has no file 'pipe.inp'. Did you mean 'pipes.inp'?", problems.Single(p => p.Severity == Severity.Error).Sentence);
        Assert.Contains(city.Parts, p => p.Role == "drainage");
    }

    [Fact]
    public void What_is_in_a_map_is_counted_measured_and_drawn()
    {
        using var folder = SmallMap.Make();
        var (city, problems) = folder.Load();
        var info = MapInfo.Of(city, problems);
        Assert.Equal([(0.2, 1100, 2), (0.3, 1000, 1)], info.Water!.Pipes.Select(p => (p.Diameter, p.Length, p.Count)));
        Assert.Equal((1, 1, 2), (info.Water.ShutPipes, info.Water.Parts, info.Stations));
        Assert.Equal(10e-3, info.Water.MeanDemand, 1e-7);
        Assert.Equal(Math.PI * 25 * 4, info.Water.TankVolume, 1e-9);
        Assert.Equal(2.88 * 2.22, info.Extent!.Area / 1e6, 0.05);
        Assert.Contains("The pipes are 2.1 km long by their lengths but 1.1 km as drawn; 'crs' or 'unit' may be wrong, or the drawing is a sketch.", info.Findings.Select(f => f.Sentence));
        var text = string.Join('\n', MapInfoText.Lines(info));
        Assert.Contains("Small · 小城 (small)", text, StringComparison.Ordinal);
        Assert.Contains("DN200        1.10 km        2", text, StringComparison.Ordinal);
        Assert.Contains("with 200 people", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_picture_has_north_up_and_shows_sources_and_tanks()
    {
        using var folder = SmallMap.Make().With("net.inp", SmallMap.Network.Replace("J-2 114.405 30.500", "J-2 114.405 30.505"));
        var picture = Cities.Maps.MapPicture.Draw(folder.Load().City, 16);
        Assert.Equal(16, picture.Max(line => line.Length));
        Assert.Equal('▲', picture[^1][0]);
        Assert.Equal('■', picture[^1][^1]);
        Assert.NotEqual('\u2800', picture[0][13]);
        Assert.True(picture[0].AsSpan(0, 12).TrimStart('\u2800').Length <= 1);
    }
}

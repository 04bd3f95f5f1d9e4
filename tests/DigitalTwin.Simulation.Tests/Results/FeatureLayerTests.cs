using DigitalTwin.Simulation.Results.GeoPackage;
using NetTopologySuite.Geometries;

namespace DigitalTwin.Simulation.Tests.Results;

public sealed class FeatureLayerTests : IDisposable
{
    private static readonly DateTimeOffset Stamp = new(2025, 7, 8, 0, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder folder = new();

    private string Write(string name, bool areDegrees)
    {
        Geometry?[] lines = [new LineString([new(1, 2), new(3, 5)]), null, new LineString([new(7, 7), new(9, 8)])];
        var layer = new FeatureLayer("links", "Links", lines,
        [
            FeatureColumn.Words("link", "Name", i => $"L{i}"), FeatureColumn.Numbers("volume", "Flow", i => i == 1 ? double.NaN : i * 1.5), FeatureColumn.YesNo("closed", "Closed", i => i == 2),
        ]);
        FeatureLayer.Write(folder[name], Stamp, areDegrees, [layer]);
        return folder[name];
    }

    [OgrFact]
    public void Ogrinfo_reads_features_of_an_unknown_plane()
    {
        var (code, output, errors) = Ogr.Info("-al", Write("plane.gpkg", false));
        Assert.Equal((0, ""), (code, errors));
        Assert.Contains("Undefined Cartesian SRS", output, StringComparison.Ordinal);
        Assert.Contains("Extent: (1.000000, 2.000000) - (9.000000, 8.000000)", output, StringComparison.Ordinal);
        Assert.Contains("link (String) = L2\n  volume (Real) = 3\n  closed (Integer(Boolean)) = 1\n  LINESTRING (7 7,9 8)", output, StringComparison.Ordinal);
        Assert.Contains("link (String) = L1\n  volume (Real) = (null)\n  closed (Integer(Boolean)) = 0\n\n", output, StringComparison.Ordinal);
    }

    [OgrFact]
    public void Ogrinfo_finds_features_in_degrees_by_place()
    {
        var (code, output, errors) = Ogr.Info("-q", "-spat", "6", "6", "8", "8", Write("degrees.gpkg", true), "links");
        Assert.Equal((0, ""), (code, errors));
        Assert.Contains("L2", output, StringComparison.Ordinal);
        Assert.DoesNotContain("L0", output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_features_are_the_same_bytes_and_nothing_half_written_is_left()
    {
        Assert.Equal(File.ReadAllBytes(Write("one.gpkg", true)), File.ReadAllBytes(Write("two.gpkg", true)));
        Assert.NotEqual(File.ReadAllBytes(Write("one.gpkg", true)), File.ReadAllBytes(Write("three.gpkg", false)));
        Assert.Equal(3, Directory.GetFiles(folder.Path).Length);
    }

    public void Dispose() => folder.Dispose();
}

using System.Text;
using DigitalTwin.Buildings.CityJson;
using DigitalTwin.Buildings.CityModels;
using DigitalTwin.Buildings.Records;
using DigitalTwin.Buildings.Shapes;
using DigitalTwin.Buildings.Tests.Shapes;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Buildings.Tests.CityJson;

public class CityJsonWriterTests
{
    private static readonly BuildingRecord Flats = new()
    {
        Id = "B-1",
        Name = new("Garden court \"one\"", "plan"),
        Address = new("光谷大道 77 号", "plan"),
        Use = new(BuildingUse.Residential, "plan"),
        Year = new(2012, "plan"),
        Storeys = new(6, "plan"),
        Basements = new(1, "plan"),
        Height = new(18.5, "plan"),
        FloorArea = new(4800, "plan"),
        Households = new(36, "plan"),
        Occupants = new(100.5, "plan"),
        Longitude = new(114.3, "plan"),
        Latitude = new(30.5, "plan"),
        Codes = new Dictionary<string, string> { ["building-code"] = "420111-7", ["address-code"] = "A 9" },
        Others = new Dictionary<string, Known<string>> { ["junction"] = new("J-12", "plan"), ["units"] = new("40", "plan") },
    };

    [Fact]
    public void What_is_written_is_read_as_it_was()
    {
        var shape = Extrusion.Flat("B-1", Boxes.Court(505_123.4561, 3_377_000.25, 30, 10), 23.5, 18.5);
        var model = Read(Write([new(Flats, shape)]));
        var read = Assert.Single(model.Buildings);
        Assert.Equal(
            (Flats.Name!.Value, Flats.Address!.Value, BuildingUse.Residential, 2012, 6, 1, 18.5, 4800.0, 36, 100.5, 114.3, 30.5),
            (read.Name!.Value, read.Address!.Value, read.Use!.Value, read.Year!.Value, read.Storeys!.Value, read.Basements!.Value, read.Height!.Value, read.FloorArea!.Value, read.Households!.Value, read.Occupants!.Value, read.Longitude!.Value, read.Latitude!.Value));
        Assert.Equal(Flats.Codes.OrderBy(c => c.Key), read.Codes.OrderBy(c => c.Key));
        Assert.Equal(("EPSG:4547", "model.city.json"), (read.Crs, read.Year.Source));
        Assert.Equal(shape.Measures.Volume, model.Shapes[0]!.Measures.Volume, 0.5);
        Assert.Equal(shape.Measures.Roof, read.Footprint!.Value.Area, 0.1);
        Assert.Equal(["J-12", "40"], read.Others.OrderBy(o => o.Key).Select(o => o.Value.Value));
    }

    [Fact]
    public void Written_read_and_written_again_gives_the_same_bytes()
    {
        BuildingShape[] shapes = [Boxes.Block("B-1", 505_000.001, 3_377_000, 10.0004, 20, 30.25, 21), Extrusion.Gabled("B-2", Boxes.Rectangle(505_020, 3_377_000, 12, 8), 21, 6, 10), Extrusion.Flat("B-3", Boxes.Court(505_050, 3_377_000, 30, 10), 20.5, 12)];
        var first = Write([.. shapes.Select(s => new ShapedBuilding(Flats with { Id = s.Id }, s)), new(new() { Id = "B-4" }, null)]);
        var model = Read(first);
        Assert.Equal(first, Write([.. model.Buildings.Select((b, i) => new ShapedBuilding(b, model.Shapes[i]))]));
    }

    [Fact]
    public void A_building_of_parts_comes_back_with_its_parts()
    {
        var builder = new ShapeBuilder();
        builder.Begin("B", "2");
        foreach (var (part, x) in new[] { ("B-a", 0.0), ("B-b", 10.0) })
        {
            builder.BeginPart(part);
            builder.BeginSolid();
            builder.BeginShell();
            var block = Boxes.Block(part, x, 0, 10, 10, 10 + x);
            for (var face = 0; face < block.FaceCount; face++)
            {
                builder.BeginFace(block.Kind(face));
                builder.BeginRing();
                foreach (var corner in block.Ring(face, 0)) builder.Corner(block.Origin + block.Vertices[corner]);
                builder.EndRing();
            }
        }
        var written = Write([new(new() { Id = "B", Height = new(20, "plan") }, builder.Build())]);
        var model = Read(written);
        Assert.Equal(["B-a", "B-b"], model.Shapes[0]!.Parts);
        Assert.Equal(3000, model.Shapes[0]!.Measures.Volume, 6);
        Assert.Equal(200, model.Shared[0]!.TotalInside, 6);
        Assert.Equal(written, Write([new(model.Buildings[0], model.Shapes[0])]));
    }

    [Fact]
    public void Two_buildings_of_one_id_are_refused() =>
        Assert.Contains("B-1", Assert.Throws<ArgumentException>(() => Write([new(Flats, null), new(Flats, null)])).Message, StringComparison.Ordinal);

    [Fact]
    public void A_file_appears_only_when_it_is_complete()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var path = Path.Combine(folder.FullName, "model.city.json");
            CityJsonWriter.Write(path, [new(Flats, Boxes.Block("B-1", 0, 0, 1, 1, 1))], null);
            using var cancelled = new CancellationTokenSource();
            cancelled.Cancel();
            Assert.Throws<OperationCanceledException>(() => CityJsonWriter.Write(path, [new(Flats with { Id = "other" }, null)], null, cancellation: cancelled.Token));
            Assert.Equal("B-1", Assert.Single(CityJsonReader.Read(path, null, new()).Buildings).Id);
            Assert.Single(Directory.EnumerateFiles(folder.FullName));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Write(ShapedBuilding[] buildings)
    {
        using var stream = new MemoryStream();
        CityJsonWriter.Write(stream, buildings, "EPSG:4547", new() { Title = "A town", ReferenceDate = "2025-07-08" });
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static CityModel Read(string text)
    {
        var problems = new ProblemList();
        var model = CityJsonReader.Read(Encoding.UTF8.GetBytes(text), "maps/model.city.json", null, problems);
        Assert.Empty(problems);
        return model;
    }
}

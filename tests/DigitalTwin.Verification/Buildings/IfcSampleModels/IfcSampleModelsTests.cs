using DigitalTwin.Buildings.Ifc;
using DigitalTwin.Numerics.Diagnostics;
using Xunit.Abstractions;

namespace DigitalTwin.Verification.Buildings.IfcSampleModels;

/// <summary>
/// Counts and sums of public sample models (KIT's FZK-Haus and simple road, NIBS' Duplex and Office, xBIM's SampleHouse, IfcOpenShell's OpenHouse, buildingSMART's scheduling sample) beside
/// those that a plain scan of their text finds: records, things by entity, storey elevations, sums of stored quantities. Counts are exact, sums to the last digit that was noted.
/// </summary>
public class IfcSampleModelsTests(ITestOutputHelper output)
{
    private const double Digit = 0.05;

    [SharedDataFact]
    public void Sample_models_have_the_counts_and_sums_that_a_scan_of_their_text_finds()
    {
        var table = new VerificationTable();
        Model(table, "AC20-FZK-Haus", 44_249, [2, 7, 13, 11, 5], [0, 2.7], m =>
        {
            table.Add("AC20-FZK-Haus", "sets BaseQuantities", 61, Sets(m, "BaseQuantities"), 0);
            table.Add("AC20-FZK-Haus", "sets ArchiCADQuantities", 89, Sets(m, "ArchiCADQuantities"), 0);
            table.Add("AC20-FZK-Haus", "thermal transmittances", 33, m.Quality.ThermalTransmittances, 0);
            table.Add("AC20-FZK-Haus", "net floor area of spaces, m²", 173.3, m.Spaces.Sum(s => s.NetFloorArea!.Value), Digit);
            table.Add("AC20-FZK-Haus", "gross floor area of spaces, m²", 208.5, m.Spaces.Sum(s => s.GrossFloorArea!.Value), Digit);
            table.Add("AC20-FZK-Haus", "net volume of spaces, m³", 470.8, m.Spaces.Sum(s => s.Volume!.Value), Digit);
            table.Add("AC20-FZK-Haus", "net side area of walls, m²", 190.5, m.Of(IfcElementKind.Wall).Sum(w => w.StatedArea!.Value), Digit);
            table.Add("AC20-FZK-Haus", "area of windows, m²", 23.2, m.Of(IfcElementKind.Window).Sum(w => w.StatedArea!.Value), Digit);
            table.Add("AC20-FZK-Haus", "latitude, degrees", 49.100435, m.Georeference.Latitude!.Value, 1e-6);
        });
        Model(table, "Duplex_A", 38_898, [4, 21, 57, 24, 14], [-1.25, 0, 3.1, 6], m =>
        {
            table.Add("Duplex_A", "sets GSA Space Areas", 21, Sets(m, "GSA Space Areas"), 0);
            table.Add("Duplex_A", "thermal transmittances", 0, m.Quality.ThermalTransmittances, 0);
            table.Add("Duplex_A", "GSA area of spaces, m²", 422.0, m.Spaces.Sum(s => s.NetFloorArea!.Value), Digit);
            table.Add("Duplex_A", "storeys that are no floors (T/FDN, Roof)", 2, m.Quality.NonFloors.Count, 0);
            table.Add("Duplex_A", "longitude, degrees", -87.6394, m.Georeference.Longitude!.Value, 1e-4);
        });
        Model(table, "Office_A_20110811", 62_930, [3, 99, 487, 69, 102], [0, 4.267, 7.925], m =>
        {
            table.Add("Office_A_20110811", "sets GSA Space Areas", 99, Sets(m, "GSA Space Areas"), 0);
            table.Add("Office_A_20110811", "GSA area of spaces, m²", 3582.0, m.Spaces.Sum(s => s.NetFloorArea!.Value), Digit);
        });
        Model(table, "Ifc4_SampleHouse", 47_309, [2, 4, 5, 4, 3], [0, 2.5], m =>
        {
            table.Add("Ifc4_SampleHouse", "sets BaseQuantities", 25, Sets(m, "BaseQuantities"), 0);
            table.Add("Ifc4_SampleHouse", "thermal transmittances", 23, m.Quality.ThermalTransmittances, 0);
            table.Add("Ifc4_SampleHouse", "net floor area of spaces, m²", 152.6, m.Spaces.Sum(s => s.NetFloorArea!.Value), Digit);
            table.Add("Ifc4_SampleHouse", "volume of spaces, m³", 266.7, m.Spaces.Sum(s => s.Volume!.Value), Digit);
            table.Add("Ifc4_SampleHouse", "area of windows, m²", 14.1, m.Of(IfcElementKind.Window).Sum(w => w.StatedArea!.Value), Digit);
        });
        Model(table, "IfcOpenHouse_IFC4", 2_885, [1, 0, 4, 5, 1], [], m => table.Add("IfcOpenHouse_IFC4", "storeys without elevation", 1, m.Storeys.Count(s => s.Elevation is null), 0));
        // Twelve more stand in comments.
        Model(table, "KIT-Simple-Road-IFC4x3", 6_500, [0, 0, 0, 0, 0], [], m => table.Add("KIT-Simple-Road-IFC4x3", "parts of the road", 51, m.Spatial.Count(s => s.Class.Equals("IfcFacilityPart", StringComparison.OrdinalIgnoreCase)), 0));
        Model(table, "construction-scheduling-task", 246, [1, 0, 4, 0, 0], [0], m =>
        {
            table.Add("construction-scheduling-task", "tasks", 8, m.Work.Tasks.Count, 0);
            table.Add("construction-scheduling-task", "sequences", 7, m.Work.Sequences.Count, 0);
            table.Add("construction-scheduling-task", "metres per unit (inch)", 0.0254, m.Units.Length, 0);
        });
        output.WriteLine(table.ToString());
        table.AssertAll();
        table.Publish("src/DigitalTwin.Buildings/README.md", "ifc-samples");
    }

    [Fact]
    public void Damaged_models_are_read_as_far_as_they_go() => DamagedModels.Read(500);

    [LongFact]
    public void A_hundred_thousand_damaged_models_are_read_as_far_as_they_go() => DamagedModels.Read(100_000);

    private static int Sets(IfcModel model, string name) =>
        model.Elements.Concat<IfcObject>(model.Spatial).SelectMany(o => o.QuantitySets).Where(q => q.Name == name).DistinctBy(q => q.Id).Count();

    private static void Model(VerificationTable table, string name, int records, int[] counts, double[] elevations, Action<IfcModel> more)
    {
        var problems = new ProblemList();
        using var model = IfcModel.Read(SharedData.Path("bim", $"{name}.ifc"), problems)!;
        Assert.Empty(problems);
        table.Add(name, "records", records, model.Counts.Sum(c => c.Count), 0);
        int[] found = [model.Storeys.Count(), model.Spaces.Count(), model.Of(IfcElementKind.Wall).Count(), model.Of(IfcElementKind.Window).Count(), model.Of(IfcElementKind.Door).Count()];
        string[] what = ["storeys", "spaces", "walls", "windows", "doors"];
        for (var i = 0; i < what.Length; i++) table.Add(name, what[i], counts[i], found[i], 0);
        var levels = model.Storeys.Where(s => s.Elevation is not null).Select(s => s.Elevation!.Value).Order().ToArray();
        Assert.Equal(elevations.Length, levels.Length);
        for (var i = 0; i < levels.Length; i++) table.Add(name, $"elevation of storey {i + 1}, m", elevations[i], levels[i], 0.0005);
        more(model);
    }
}

using System.Diagnostics;
using DigitalTwin.Benchmarks.Step;
using DigitalTwin.Buildings.Step;
using DigitalTwin.Numerics.Diagnostics;
using Xunit.Abstractions;

namespace DigitalTwin.Verification.Buildings.StepFiles;

/// <summary>
/// Real IFC files of five schemas and six writers: as many records as lines that begin a record were counted in them by another program (grep <c>^#[0-9]+ *=</c>), each
/// read whole without a complaint and read again from what it prints. The road has twelve records within comments, which a naive count takes in (6,512).
/// </summary>
public class StepFilesTests(ITestOutputHelper output)
{
    private static readonly (string File, int Records, string Schema)[] Counted =
    [
        ("AC20-FZK-Haus.ifc", 44_249, "IFC4"),
        ("Duplex_A.ifc", 38_898, "IFC2X3"),
        ("Office_A_20110811.ifc", 62_930, "IFC2X3"),
        ("Ifc4_SampleHouse.ifc", 47_309, "IFC4"),
        ("IfcOpenHouse_IFC4.ifc", 2_885, "IFC4"),
        ("KIT-Simple-Road-IFC4x3.ifc", 6_500, "IFC4X3_RC2"),
        ("construction-scheduling-task.ifc", 246, "IFC4X3_ADD2"),
    ];

    [SharedDataFact]
    public void Every_record_of_real_files_is_found_and_read()
    {
        var table = new VerificationTable();
        foreach (var (name, records, schema) in Counted)
        {
            var problems = new ProblemList();
            using var file = StepFile.Open(SharedData.Path("bim", name), problems);
            table.Add(name, "records found", records, file.Count, 0);
            table.Add(name, "records read", records, file.Ids.Count(id => file.TryGet(id, out _)), 0);
            Assert.Empty(problems);
            Assert.Equal([schema], file.Header.Schemas);
            Assert.Equal(file.Count, file.Keywords.Sum(k => file.InstancesOf(k.Keyword).Count));
        }
        output.WriteLine(table.ToString());
        table.AssertAll();
        table.Publish("src/DigitalTwin.Buildings/README.md", "step");
        table.Summarise("step", "Building models (ISO 10303-21)", "counts of their records made by another program");
    }

    [SharedDataFact]
    public void A_real_record_printed_is_read_as_the_same_record()
    {
        foreach (var (name, _, _) in Counted)
        {
            using var file = StepFile.Open(SharedData.Path("bim", name), new ProblemList());
            var records = file.Ids.Where((_, place) => place % 7 == 0).Select(id => file.TryGet(id, out var record) ? record : null!).ToArray();
            var text = $"ISO-10303-21;HEADER;ENDSEC;DATA;\n{string.Join('\n', records.Select(r => $"{r};"))}\nENDSEC;END-ISO-10303-21;";
            var problems = new ProblemList();
            using var again = StepFile.Open(System.Text.Encoding.ASCII.GetBytes(text), name, problems);
            Assert.All(records, r => Assert.Equal(r.ToString(), again.TryGet(r.Id, out var second) ? second.ToString() : null));
            Assert.Empty(problems);
        }
    }

    [LongFact]
    public void A_file_of_500_megabytes_is_read_in_under_one_and_a_half_gigabytes()
    {
        var path = Path.Combine(Path.GetTempPath(), $"made-{Environment.ProcessId}.ifc");
        try
        {
            var made = MadeStepFile.Write(path, 500_000_000);
            var problems = new ProblemList();
            using var file = StepFile.Open(path, problems);
            Assert.Empty(problems);
            Assert.Equal(made.Records, file.Count);
            var sum = 0L;
            Span<double> point = stackalloc double[3];
            foreach (var id in file.InstancesOf("IFCCARTESIANPOINT"))
            {
                Assert.Equal(3, file.Numbers(id, 0, point));
                sum += (long)Math.Round(point[0] * 1000);
            }
            Assert.Equal(made.SumOfFirstCoordinates, sum);
            using var process = Process.GetCurrentProcess();
            output.WriteLine($"{file.Count:N0} records; managed {GC.GetTotalMemory(false) / 1e6:F0} MB; the whole process {process.PeakWorkingSet64 / 1e6:F0} MB at its peak, the mapped file included");
            Assert.InRange(process.PeakWorkingSet64, 1, 1_500_000_000);
        }
        finally
        {
            File.Delete(path);
        }
    }
}

using System.Text;
using DigitalTwin.Buildings.Step;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Buildings.Tests.Step;

/// <summary>Small files made in a test.</summary>
internal static class Sample
{
    /// <summary>A file whose DATA section has these lines.</summary>
    public static string Text(params string[] records) => string.Join('\n',
    [
        "ISO-10303-21;", "HEADER;", "FILE_DESCRIPTION(('ViewDefinition [CoordinationView]'),'2;1');",
        "FILE_NAME('tower.ifc','2025-07-08T06:00:00',('A. Architect'),('Office'),'writer 1','modeller 2','nobody');", "FILE_SCHEMA(('IFC4'));", "ENDSEC;", "DATA;",
        .. records, "ENDSEC;", "END-ISO-10303-21;", "",
    ]);

    public static StepFile Open(string text, out ProblemList problems, StepOptions? options = null) => Open(Encoding.UTF8.GetBytes(text), out problems, options);

    public static StepFile Open(byte[] bytes, out ProblemList problems, StepOptions? options = null) =>
        StepFile.Open(bytes, "tower.ifc", problems = new ProblemList(), options);

    /// <summary>Opens a file with these records, in which nothing is wrong, and reads one.</summary>
    public static StepRecord Read(long id, params string[] records)
    {
        using var file = Open(Text(records), out var problems);
        Assert.True(file.TryGet(id, out var record), string.Join('\n', problems));
        Assert.Empty(problems);
        return record;
    }

    /// <summary>The first value of <c>#1=A(…)</c>.</summary>
    public static StepValue Value(string written) => Read(1, $"#1=A({written});")[0];
}

using System.Text;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Water.Epanet;

namespace DigitalTwin.Water.Tests.Epanet;

/// <summary>A network of twelve lines that is right, for tests that break or extend it.</summary>
internal static class SmallNetwork
{
    public const int Lines = 13;

    public const string Text = """
        [JUNCTIONS]
        J1 10 5
        J2 12
        [RESERVOIRS]
        R1 100
        [TANKS]
        T1 50 5 0 10 20
        [PIPES]
        P1 R1 J1 100 300 130
        P2 J1 J2 200 200 120 0 Open
        P3 J2 T1 50 250 120
        [OPTIONS]
        UNITS LPS

        """;

    public static EpanetFile Read(string text, out ProblemList problems) => Read(Encoding.UTF8.GetBytes(text), out problems);

    public static EpanetFile Read(byte[] text, out ProblemList problems)
    {
        problems = [];
        return EpanetReader.Read(text, "net.inp", problems);
    }

    /// <summary>Reads the small network with more lines behind it; they must be without mistakes.</summary>
    public static EpanetFile With(string more)
    {
        var file = Read(Text + more, out var problems);
        Assert.False(problems.HasErrors, string.Join('\n', problems));
        return file;
    }

    public static byte[] Write(EpanetFile file)
    {
        using var stream = new MemoryStream();
        EpanetWriter.Write(file, stream);
        return stream.ToArray();
    }
}

using System.Globalization;
using System.Text;
using DigitalTwin.Numerics.Randomness;

namespace DigitalTwin.Benchmarks.Step;

/// <summary>
/// A building model as exporters write them, of any length: nine records in ten are geometry, the rest walls, properties and relations with names, escapes, quotes,
/// comments and gaps in the ids.
/// </summary>
internal sealed class MadeStepFile
{
    private static readonly string[] Names = ["Wand-Ext-AW 300", "it''s a wall; really", @"H\X2\00F6\X0\he", @"\X2\59165899\X0\ 12", "Basic Wall:Generic - 200mm:184", "a /* no comment */ b"];

    private readonly KeyedRandom chance = new(10303);
    private readonly ulong stream = KeyedRandom.Stream("made-step-file");
    private readonly StringBuilder text = new();
    private ulong draw;
    private long id;

    /// <summary>Records written.</summary>
    public int Records { get; private set; }

    /// <summary>The sum of the first coordinates of all points, mm, which a reader must find again.</summary>
    public long SumOfFirstCoordinates { get; private set; }

    /// <summary>Writes a file of at least this many bytes.</summary>
    public static MadeStepFile Write(string path, long bytes)
    {
        var made = new MadeStepFile();
        using var file = new StreamWriter(path, false, new UTF8Encoding(false), 1 << 20);
        file.Write("ISO-10303-21;\nHEADER;\nFILE_DESCRIPTION(('ViewDefinition [CoordinationView]'),'2;1');\nFILE_NAME('made.ifc','2025-07-08T06:00:00',(''),(''),'','','');\nFILE_SCHEMA(('IFC4'));\nENDSEC;\nDATA;\n");
        for (long written = 0; written < bytes; written += made.text.Length)
        {
            made.text.Clear();
            made.Wall();
            foreach (var chunk in made.text.GetChunks()) file.Write(chunk.Span);
        }
        file.Write("ENDSEC;\nEND-ISO-10303-21;\n");
        return made;
    }

    /// <summary>A wall: a body of 20 faces, its placement, three properties and the relation that ties them.</summary>
    private void Wall()
    {
        var faces = new StringBuilder();
        for (var face = 0; face < 20; face++)
        {
            var first = id + 1;
            for (var corner = 0; corner < 4; corner++) Point();
            var loop = Record($"IFCPOLYLOOP((#{first},#{first + 1},#{first + 2},#{first + 3}))");
            var bound = Record($"IFCFACEOUTERBOUND(#{loop},.T.)");
            faces.Append(CultureInfo.InvariantCulture, $"{(face == 0 ? "" : ",")}#{Record($"IFCFACE((#{bound}))")}");
        }
        var shell = Record($"IFCCLOSEDSHELL(({faces}))");
        var body = Record($"IFCFACETEDBREP(#{shell})");
        var name = Names[Below(Names.Length)];
        if (Below(5) == 0) text.Append("/* ---- next; 'wall' ---- */\n");
        id += Below(40);
        var wall = Record($"IFCWALLSTANDARDCASE('{Below(int.MaxValue):X8}{Below(int.MaxValue):X8}abcdef',#2,'{name}',$,'{name}',#{shell},#{body},'{id:X}')");
        var length = Record($"IFCPROPERTYSINGLEVALUE('Length',$,IFCLENGTHMEASURE({Below(9000)}.{Below(100)}),$)");
        var outside = Record("IFCPROPERTYSINGLEVALUE('IsExternal',$,IFCBOOLEAN(.T.),$)");
        var label = Record($"IFCPROPERTYSINGLEVALUE('Reference',$,IFCIDENTIFIER('{name}'),$)");
        var set = Record($"IFCPROPERTYSET('{Below(int.MaxValue):X8}{Below(int.MaxValue):X8}ghijkl',#2,'Pset_WallCommon',$,(#{length},#{outside},#{label}))");
        Record($"IFCRELDEFINESBYPROPERTIES('{Below(int.MaxValue):X8}{Below(int.MaxValue):X8}mnopqr',#2,$,$,(#{wall}),#{set})");
    }

    private void Point()
    {
        var x = Below(100_000_000) - 50_000_000;
        SumOfFirstCoordinates += x;
        Record($"IFCCARTESIANPOINT(({(x < 0 ? "-" : "")}{Math.Abs(x) / 1000}.{Math.Abs(x) % 1000:D3},{Below(90)}.{Below(10_000_000)},-{Below(9)}.{Below(1000)}E-05))");
    }

    private long Record(string record)
    {
        text.Append('#').Append(++id).Append(Below(8) == 0 ? "= " : "=").Append(record).Append(";\n");
        Records++;
        return id;
    }

    private int Below(int bound) => chance.Below(bound, stream, draw++);
}

using System.Diagnostics;
using System.Text;
using DigitalTwin.Buildings.Step;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Verification;

namespace DigitalTwin.Buildings.Tests.Step;

/// <summary>No file, however broken, does worse than be refused: nothing crashes and nothing hangs, while every record is read in every way.</summary>
public class StepMutationTests
{
    private static readonly byte[][] Own =
    [
        .. new[]
        {
            Sample.Text("#1=IFCCARTESIANPOINT((1.,-2.5,3.E2));", "#2=IFCWALL('a;''b',$,IFCLABEL('x /* )'),(#1,#3,$,#4),.T.,IFCLENGTHMEASURE(2.7),*,((1.,2.),(3.,4.,()),5));"),
            Sample.Text("#63670020 = IFCPROPERTYSET ( 'H\\X2\\00F6\\X0\\he', /* ' ; */\r\n #2, \"0FF\" ) ;", "#2=(LENGTH_UNIT()NAMED_UNIT(*)SI_UNIT(.MILLI.,.METRE.));", "#3=!OWN(\\);"),
            Sample.Text([.. Enumerable.Range(1, 30).Select(i => $"#{i}=IFCFACE((#{i + 1},#{i + 2}),'\\S\\'{i}\\X4\\0001F3E0\\X0\\ \\PE\\\\S\\4',-{i}.5E-0{i % 10});")]),
            "ISO-10303-21;HEADER;FILE_SCHEMA(('A'));ENDSEC;ANCHOR;<site>=#1;ENDSEC;DATA('one',('A'));#1=A();ENDSEC;DATA('two',('B'));#2=B(\"1F\");ENDSEC;END-ISO-10303-21;SIGNATURE;MIIB;ENDSEC;",
        }.Select(Encoding.UTF8.GetBytes),
    ];

    [Fact]
    public void Thousands_of_damaged_files_are_read_or_refused() => ReadVariants(Own, 4000);

    [LongFact]
    public void A_hundred_thousand_damaged_files_are_read_or_refused() => ReadVariants([.. Own, .. RealPieces()], 100_000);

    private static void ReadVariants(byte[][] seeds, int count)
    {
        var mutations = new Mutations(seeds);
        var options = new StepOptions { ListedPerMistake = 3 };
        var refused = 0;
        long records = 0;
        for (var number = 0; number < count; number++)
        {
            var bytes = mutations.Variant(number);
            var clock = Stopwatch.StartNew();
            try
            {
                records += ReadAll(bytes, options);
            }
            catch (InputException)
            {
                refused++;
            }
            catch (Exception e)
            {
                Assert.Fail($"Variant {number}: {e}\n{Encoding.Latin1.GetString(bytes)}");
            }
            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), $"Variant {number} took {clock.Elapsed}.");
        }
        Assert.InRange(refused, 1, count / 5);
        Assert.True(records > count);
    }

    /// <summary>Opens a file, reads every record whole and attribute by attribute, and asks that a record which was read is read again from what it prints.</summary>
    private static int ReadAll(byte[] bytes, StepOptions options)
    {
        using var file = Sample.Open(bytes, out var problems, options);
        Span<double> numbers = stackalloc double[4];
        var ids = new List<long>();
        var read = 0;
        foreach (var id in file.Ids)
        {
            Assert.NotNull(file.Keyword(id));
            for (var place = 0; place < 4; place++)
            {
                file.Number(id, place);
                file.Reference(id, place);
                file.Text(id, place);
                file.Enumeration(id, place);
                file.Value(id, place);
                file.Numbers(id, place, numbers);
                file.References(id, place, ids);
            }
            if (!file.TryGet(id, out var record)) continue;
            read++;
            if (read % 16 != 1) continue;
            using var again = Sample.Open(Sample.Text($"{record};"), out _);
            Assert.True(again.TryGet(id, out var second));
            Assert.Equal(record.ToString(), second.ToString());
        }
        foreach (var (keyword, count) in file.Keywords) Assert.True(file.InstancesOf(keyword.Trim('(', ')').Split(' ')[0]).Count >= (keyword == "()" ? 0 : count));
        Assert.True(problems.Count <= 100);
        return read;
    }

    /// <summary>Header and 40 records from several places of every IFC file that is there; none where the shared data are not.</summary>
    private static IEnumerable<byte[]> RealPieces()
    {
        if (SharedData.Folder is null) yield break;
        foreach (var path in Directory.EnumerateFiles(SharedData.Path("bim"), "*.ifc").Order(StringComparer.Ordinal))
        {
            var text = File.ReadAllText(path, Encoding.Latin1);
            var data = text.IndexOf("DATA;", StringComparison.Ordinal) + 5;
            for (var piece = 0; piece < 8; piece++)
            {
                var from = text.IndexOf("\n#", data + (int)((long)(text.Length - data) * piece / 9), StringComparison.Ordinal);
                var to = from;
                for (var record = 0; record < 40 && to >= 0 && to - from < 6000; record++) to = text.IndexOf("\n#", to + 2, StringComparison.Ordinal);
                if (from > 0 && to > from) yield return Encoding.Latin1.GetBytes(text[..Math.Min(data, 1200)] + "\nENDSEC;\nDATA;" + text[from..to] + "\nENDSEC;\nEND-ISO-10303-21;\n");
            }
        }
    }
}

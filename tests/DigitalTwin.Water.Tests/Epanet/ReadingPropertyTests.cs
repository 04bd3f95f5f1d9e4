using System.Diagnostics;
using System.Globalization;
using System.Text;
using DigitalTwin.Water.Epanet;
using DigitalTwin.Water.Epanet.Rows;
using DigitalTwin.Water.Network;
using FsCheck;
using FsCheck.Fluent;

namespace DigitalTwin.Water.Tests.Epanet;

/// <summary>What holds for any bytes and any file.</summary>
public sealed class ReadingPropertyTests
{
    private static readonly byte[] Valid = Encoding.UTF8.GetBytes(SmallNetwork.Text +
        "[PATTERNS]\nd 1 2\n[CURVES]\nC 10 50\n[PUMPS]\nA J1 J2 HEAD C PATTERN d\n[RULES]\nRULE 1\nIF TANK T1 LEVEL > 5\nTHEN PUMP A STATUS IS CLOSED\n[CONTROLS]\nLINK A OPEN AT TIME 5:30\n[TIMES]\nDURATION 24:00\n");

    private static void Always<T>(int times, Action<T> holds) => Check.One(Config.QuickThrowOnFailure.WithMaxTest(times), Prop.ForAll(ArbMap.Default.ArbFor<T>(), holds));

    private static void Always<T, U>(int times, Action<T, U> holds) => Always<(T, U)>(times, both => holds(both.Item1, both.Item2));

    private static void ReadAnything(byte[] bytes)
    {
        var watch = Stopwatch.StartNew();
        var file = SmallNetwork.Read(bytes, out var problems);
        if (!problems.HasErrors)
        {
            file.ToNetwork();
            Assert.Empty(EpanetComparison.Differences(file, SmallNetwork.Read(SmallNetwork.Write(file), out _)));
        }
        Assert.All(problems, p => Assert.EndsWith(".", p.Sentence.Replace("?", ".", StringComparison.Ordinal), StringComparison.Ordinal));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), "Reading took too long.");
    }

    [Fact]
    public void Any_bytes_are_read_without_an_exception() => Always(300, (byte[] bytes) => ReadAnything(bytes));

    [Fact]
    public void A_file_cut_anywhere_is_read_without_an_exception() => Always(300, (int at) => ReadAnything(Valid[..(int)((uint)at % Valid.Length)]));

    [Fact]
    public void A_file_with_bytes_changed_is_read_without_an_exception() => Always(2000, (int seed) =>
    {
        var random = new Random(seed);
        var bytes = Valid.ToList();
        for (var change = random.Next(1, 12); change > 0; change--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(4))
            {
                case 0: bytes[at] = (byte)random.Next(256); break;
                case 1: bytes.RemoveAt(at); break;
                case 2: bytes.Insert(at, (byte)"[];\" \n\t09.-eEJ\0\r"[random.Next(16)]); break;
                default: bytes.InsertRange(at, bytes.GetRange(random.Next(bytes.Count / 2), random.Next(bytes.Count / 2))); break;
            }
        }
        ReadAnything([.. bytes]);
    });

    [Fact]
    public void A_number_reads_back_to_the_same_bits() => Always(500, (NormalFloat number) =>
    {
        var value = number.Get;
        var file = SmallNetwork.With("");
        file.Coordinates.Add(new("J1", value, -value));
        var point = SmallNetwork.Read(SmallNetwork.Write(file), out _).Coordinates[0];
        Assert.Equal(BitConverter.DoubleToInt64Bits(value), BitConverter.DoubleToInt64Bits(point.X));
    });

    [Fact]
    public void Decimals_are_rounded_as_the_runtime_rounds_them() => Always(2000, (int whole, (uint Fraction, sbyte Exponent) rest) =>
    {
        var text = $"{whole}.{rest.Fraction}e{rest.Exponent % 30}";
        var file = SmallNetwork.Read($"{SmallNetwork.Text}[COORDINATES]\nJ1 {text} 0\n", out _);
        Assert.Equal(double.Parse(text, CultureInfo.InvariantCulture), file.Coordinates[0].X);
    });

    [Fact]
    public void A_file_made_in_code_comes_back_the_same() => Always(200, (PositiveInt size, int seed) =>
    {
        var file = RandomFile(size.Get, new Random(seed));
        var again = SmallNetwork.Read(SmallNetwork.Write(file), out var problems);
        Assert.False(problems.HasErrors, string.Join('\n', problems));
        Assert.Empty(EpanetComparison.Differences(file, again));
        Assert.Equal(file.ToNetwork().Links.Ids, again.ToNetwork().Links.Ids);
    });

    private static EpanetFile RandomFile(int size, Random random)
    {
        var file = new EpanetFile { Name = "net" };
        double Number() => Math.Round(random.NextDouble() * 100, random.Next(8)) + 0.1;
        string? Maybe(string word) => random.Next(2) == 0 ? word : null;
        file.Options.FlowUnit = (FlowUnit)random.Next(11);
        file.Options.Accuracy = Number();
        file.Times.Duration = random.Next(1_000_000);
        file.Patterns.Add(new("p 1", [.. Enumerable.Range(0, random.Next(1, 60)).Select(_ => Number())]));
        file.Curves.Add(new("c", [0, Number()], [Number() + 200, Number()]));
        file.Reservoirs.Add(new("R", Number(), Maybe("p 1"), Maybe("lake")));
        file.Tanks.Add(new("T", Number(), 5, 0, 10, Number(), 0, null, random.Next(2) == 0 ? true : null));
        for (var i = 0; i < size; i++)
        {
            file.Junctions.Add(new($"节点{i}", Number(), Number(), Maybe("p 1"), Maybe("a comment; with more")));
            var status = (PipeStatus)random.Next(4);
            file.Pipes.Add(new($"P{i}", i == 0 ? "R" : $"节点{random.Next(i)}", $"节点{i}", Number(), Number(), Number(), Number(), status));
            file.Coordinates.Add(new($"节点{i}", Number(), Number()));
            if (random.Next(3) == 0) file.Demands.Add(new($"节点{i}", Number(), Maybe("p 1"), Maybe("homes")));
            if (status is PipeStatus.Open) file.Controls.Add(new($"P{i}", InitialStatus.Closed, double.NaN, ControlTrigger.AtTime, null, Number(), random.Next(2) == 0));
        }
        file.Pumps.Add(new PumpRow("Q", "R", "节点0", "c", Speed: Number()));
        file.Rules.Add(new("r")
        {
            Premises = { new(Conjunction.If, PremiseObject.Node, "T", PremiseVariable.Level, Relation.Greater, Number(), null) },
            Then = { new("Q", null, Number()) },
        });
        return file;
    }
}

using System.Text;
using DigitalTwin.Numerics.Diagnostics;
using FsCheck;
using FsCheck.Fluent;

namespace DigitalTwin.Scenarios.Tests;

/// <summary>The reader meets whatever bytes there are: it never throws, never hangs, and never says nothing about what it refuses.</summary>
public class Fuzzing
{
    private const string Whole = """
        scenario: whole
        title: { en: "A: b", zh: 晚高峰 }
        question: |
          What if?
          And then?
        map: ../maps/x
        period: { start: 2025-07-08T06:00+08:00, duration: 24 h, step: 5 min, warm-up: 1 h }
        seed: 7
        weather: { storm: { kind: chicago, return-period: 50 a, duration: 3 h, peak: 0.39, begins: "17:00" }, temperature: { peak: 38 degC } }
        water: { service-pressure: 14 m, demand-temperature: { base: 20 degC, slope: 0.01 } }
        events:
          - name: b
            at: "17:30"
            burst: &p water/pipe/P-1042
            opening: 120 mm
          - { at: +2 h, until: day 2 05:00, every: day, close: [ *p, water/valve/V-1 ] }
        variants:
          as-is: {}
          other: { without: [ b ], weather: { storm: none }, events: [ { at: "18:00", set: water/pump/PU-1, speed: 0.9 } ] }
        replications: 3
        kpis: [ "water.*" ]
        results: { interval: 15 min }
        """;

    private const string Json = """
        { "scenario": "x", "map": "m", "period": { "start": "2025-07-08T06:00+08:00", "duration": "24 h" },
          "events": [ { "at": "17:30", "burst": "water/pipe/P-1042", "opening": "120 mm" } ], "variants": { "a": { "events": [] } }, "seed": 3 }
        """;

    private static readonly string[] Splinters =
        ["{", "}", "[", "]", ":", "- ", "&a ", "*a", "!!x ", "? ", "|", ">", "\"", "'", "\n", "\t", "\0", "#", "---\n", "...", "%YAML 1.1\n", "<<: ", "1e999", "-1", "24 h", "day 9999999 00:00", "\\u0000", "\uFFFF", "\u2028", "~", "null", "@", "`", "2025-07-08", "*", "water/*", "99999999999999999999"];

    [Fact]
    public void The_document_that_is_changed_is_good_before()
    {
        Reading.Good(Whole);
        Reading.Good(Json, file: "a.json");
    }

    [Theory]
    [InlineData("a.yaml", Whole)]
    [InlineData("a.json", Json)]
    public void Documents_with_a_few_changes_never_break_the_reader(string file, string text)
    {
        var original = Encoding.UTF8.GetBytes(text);
        var splinters = Splinters.Select(Encoding.UTF8.GetBytes).ToArray();
        var changes = Gen.ListOf(
            from kind in Gen.Choose(0, 4) from at in Gen.Choose(0, original.Length) from with in Gen.Choose(0, 1 << 20) select (kind, at, with))
            .Resize(8);
        Prop.ForAll(changes.ToArbitrary(), edits =>
        {
            var bytes = edits.Aggregate(original, (now, edit) => Change(now, edit.kind, Math.Min(edit.at, now.Length), edit.with, splinters));
            return Behaves(bytes, file);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2500).WithReplay(20250708, 1));
    }

    [Fact]
    public void Any_bytes_never_break_the_reader() =>
        Prop.ForAll<byte[]>(bytes => Behaves(bytes, "a.yaml") && Behaves(bytes, "a.json")).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Any_splinters_never_break_the_reader() =>
        Prop.ForAll(Gen.Elements(Splinters).ArrayOf().ToArbitrary(), parts =>
        {
            var bytes = Encoding.UTF8.GetBytes(string.Concat(parts));
            return Behaves(bytes, "a.yaml") && Behaves(bytes, "a.json");
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1500).WithEndSize(60));

    private static byte[] Change(byte[] now, int kind, int at, int with, byte[][] splinters) => kind switch
    {
        0 => [.. now[..at], .. splinters[with % splinters.Length], .. now[at..]],
        1 => [.. now[..at], .. now[Math.Min(now.Length, at + with % 40)..]],
        2 => [.. now[..at], (byte)with, .. now[Math.Min(now.Length, at + 1)..]],
        3 => [.. now[..at], .. now[(with % (at + 1))..at], .. now[at..]],
        _ => now[..at],
    };

    private static bool Behaves(byte[] bytes, string file)
    {
        var problems = new ProblemList();
        var reading = Task.Run(() => ScenarioReader.Open(bytes, file, problems) is { } document
            ? ScenarioReader.Bind(document, AgreedVocabulary.Full, problems) : null);
        if (!reading.Wait(TimeSpan.FromSeconds(10))) return false;
        return (reading.Result is null) == problems.HasErrors && problems.All(p => p.Sentence.Length is > 5 and < 1000 && p.Sentence[^1] is '.' or '?');
    }
}

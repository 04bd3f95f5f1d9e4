using System.Text;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Scenarios.Tests;

/// <summary>Documents that nobody writes by mistake, and bytes that are no documents.</summary>
public class Hostile_documents
{
    private static string Complaint(byte[] bytes, string file = "a.yaml")
    {
        var (scenario, problems) = Reading.Of(bytes, file: file);
        Assert.Null(scenario);
        var problem = Assert.Single(problems);
        return $"{problem.Line}:{problem.Column}: {problem.Sentence}";
    }

    private static string Complaint(string text, string file = "a.yaml") => Complaint(Encoding.UTF8.GetBytes(text), file);

    [Fact]
    public void UTF_16_is_named() =>
        Assert.Equal("1:1: The file is encoded in UTF-16; save it as UTF-8.", Complaint([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("scenario: x")]));

    [Fact]
    public void UTF_16_without_a_mark_is_named() =>
        Assert.Equal("1:2: The file seems to be encoded in UTF-16 or UTF-32; save it as UTF-8.", Complaint(Encoding.Unicode.GetBytes("scenario: x")));

    [Fact]
    public void GB_18030_is_found_at_its_first_character() =>
        Assert.Equal("2:9: The file is not encoded in UTF-8 from here on (perhaps GB 18030 or Latin-1); save it as UTF-8.",
            Complaint([.. "scenario: x\ntitle: ["u8, 0xB1, 0xA9, 0xD3, 0xEA, .. "]\n"u8]));

    [Fact]
    public void A_binary_file_is_no_text() =>
        Assert.Equal("1:7: The file holds zero bytes: it is not a text.", Complaint([.. "SQLite"u8, 0, 16, 0]));

    [Fact]
    public void A_mark_before_UTF_8_is_let_pass()
    {
        var (scenario, problems) = Reading.Of([0xEF, 0xBB, 0xBF, .. "scenario: x\nmap: m\nperiod: { start: 2025-07-08T06:00+08:00, duration: 1 h }"u8]);
        Assert.Empty(problems);
        Assert.Equal("x", scenario!.Name);
    }

    [Fact]
    public void A_huge_file_is_not_parsed() =>
        Assert.Equal("0:0: The file has 9 MB; a scenario may have 8.4 MB at most.", Complaint(new byte[9_000_000]));

    [Theory]
    [InlineData("a.yaml", "1:33: ")]
    [InlineData("a.json", "1:33: ")]
    public void A_hundred_thousand_brackets_are_too_deep(string file, string place) =>
        Assert.Equal($"{place}The document is nested more than 32 levels deep; a scenario needs fewer than ten.", Complaint(new string('[', 100_000), file));

    [Fact]
    public void Deep_indentation_is_too_deep() =>
        Assert.StartsWith("33:", Complaint(string.Join('\n', Enumerable.Range(0, 1000).Select(i => new string(' ', i) + "a:"))), StringComparison.Ordinal);

    [Fact]
    public void Aliases_that_multiply_are_stopped_before_they_explode()
    {
        var bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (var i = 1; i < 30; i++) bomb.AppendLine($"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]");
        Assert.Contains("more than 200,000 values (aliases written out)", Complaint(bomb.ToString()), StringComparison.Ordinal);
    }

    [Fact]
    public void An_endless_text_is_refused() =>
        Assert.Equal("1:11: A text of 20,000 characters is too long; at most 10,000 are read.", Complaint("scenario: " + new string('x', 20_000)));

    [Fact]
    public void An_alias_stands_for_what_it_names()
    {
        var scenario = Reading.Good("""
            scenario: x
            map: m
            period: { start: 2025-07-08T06:00+08:00, duration: 24 h }
            events:
              - at: "17:30"
                burst: &main water/pipe/P-1042
                opening: 120 mm
              - { at: "18:30", isolate: *main }
            """);
        Assert.Equal("water/pipe/P-1042", scenario.Events[1].Targets.Single());
    }

    [Fact]
    public void A_map_that_is_not_there_is_told_with_its_neighbour_s_name()
    {
        var folder = Directory.CreateTempSubdirectory("scenario-");
        try
        {
            folder.CreateSubdirectory("optics-valley");
            var file = Path.Combine(folder.FullName, "a.yaml");
            var text = Encoding.UTF8.GetBytes("scenario: x\nmap: optic-valley\nperiod: { start: 2025-07-08T06:00+08:00, duration: 1 h }");
            var (scenario, problems) = Reading.Of(text, AgreedVocabulary.WithoutMap, file);
            Assert.Null(scenario);
            Assert.Equal($"There is no map folder 'optic-valley' (looked for {Path.Combine(folder.FullName, "optic-valley")}). Did you mean 'optics-valley'?", Assert.Single(problems).Sentence);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_missing_file_and_a_folder_are_told_apart()
    {
        var problems = new ProblemList();
        Assert.Null(ScenarioReader.Open(Path.Combine(AppContext.BaseDirectory, "no-such.yaml"), problems));
        Assert.Null(ScenarioReader.Open(AppContext.BaseDirectory, problems));
        Assert.Null(ScenarioReader.Open("", problems));
        Assert.StartsWith("The file cannot be read: Could not find file", problems[0].Sentence, StringComparison.Ordinal);
        Assert.Equal("This is a folder; a scenario is a .yaml or .json file.", problems[1].Sentence);
        Assert.Equal(3, problems.Count);
    }
}

using System.Text.Json.Nodes;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Scenarios;
using DigitalTwin.Scenarios.Schema;
using DigitalTwin.Scenarios.Tests;
using DigitalTwin.Simulation.Studies;

namespace DigitalTwin.Simulation.Tests.Studies;

/// <summary>The scenarios that come with the project, their schema and their README.</summary>
public class ShippedScenarios
{
    private const string Modeline = "# yaml-language-server: $schema=scenario.schema.json";

    private static string Folder { get; } = Path.Combine(Repository.Root, "scenarios");

    public static TheoryData<string> Names => new(Directory.EnumerateFiles(Folder, "*.yaml").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));

    [Fact]
    public void There_are_at_least_four() => Assert.True(Names.Count >= 4);

    [Fact]
    public void The_schema_is_the_one_that_the_code_writes()
    {
        var path = Path.Combine(Folder, "scenario.schema.json");
        var written = ScenarioSchema.Write(Study.Vocabulary);
        Assert.True(File.Exists(path) && File.ReadAllText(path).ReplaceLineEndings("\n") == written,
            "scenarios/scenario.schema.json is not what the code writes. Write it anew: twin scenario schema > scenarios/scenario.schema.json");
    }

    [Fact]
    public void No_parameter_has_the_name_of_an_action_or_an_event_could_not_tell_what_it_does() =>
        Assert.Empty(Study.Vocabulary.Actions.SelectMany(a => a.Parameters).Select(p => p.Name).Intersect(Study.Vocabulary.Actions.Select(a => a.Name)));

    [Theory]
    [MemberData(nameof(Names))]
    public void Its_first_line_tells_an_editor_the_schema_and_it_conforms(string name)
    {
        var text = File.ReadAllText(Path.Combine(Folder, name)).ReplaceLineEndings("\n");
        Assert.StartsWith(Modeline + "\n", text, StringComparison.Ordinal);
        var schema = JsonNode.Parse(ScenarioSchema.Write(Study.Vocabulary))!;
        Assert.Empty(SchemaCheck.Errors(schema, SchemaCheck.FromYaml(text), schema));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_is_valid_on_its_map(string name)
    {
        var problems = new ProblemList();
        var study = Study.Open(Path.Combine(Folder, name), problems);
        Assert.Equal([], problems.Where(p => p.Severity != Severity.Note).Select(p => p.ToString()));
        Assert.Equal(Path.GetFileNameWithoutExtension(name), study!.Scenario.Name);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_asks_a_question_in_both_languages_and_the_README_tells_it(string name)
    {
        var problems = new ProblemList();
        var scenario = ScenarioReader.Read(Path.Combine(Folder, name), Study.Vocabulary, problems);
        Assert.Empty(problems);
        Assert.All([scenario!.Title, scenario.Question!.Value, .. scenario.Variants.Select(v => v.Title)], text => Assert.True(text.Zh is { Length: > 0 } && text.En.Length > 0, text.En));
        Assert.Contains($"({name})", File.ReadAllText(Path.Combine(Folder, "README.md")), StringComparison.Ordinal);
    }
}

using System.Text;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Scenarios.Vocabulary;

namespace DigitalTwin.Scenarios.Tests;

/// <summary>Reads scenarios from texts.</summary>
internal static class Reading
{
    public static (Scenario? Scenario, ProblemList Problems) Of(string text, ScenarioVocabulary? vocabulary = null, string file = "test.yaml") =>
        Of(Encoding.UTF8.GetBytes(text), vocabulary, file);

    public static (Scenario? Scenario, ProblemList Problems) Of(byte[] bytes, ScenarioVocabulary? vocabulary = null, string file = "test.yaml")
    {
        var problems = new ProblemList();
        var document = ScenarioReader.Open(bytes, file, problems);
        return (document is null ? null : ScenarioReader.Bind(document, vocabulary ?? AgreedVocabulary.Full, problems), problems);
    }

    public static Scenario Good(string text, ScenarioVocabulary? vocabulary = null, string file = "test.yaml")
    {
        var (scenario, problems) = Of(text, vocabulary, file);
        Assert.Equal([], problems.Select(p => p.ToString()));
        return scenario!;
    }
}

using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Scenarios.Reading;
using DigitalTwin.Scenarios.Syntax;
using DigitalTwin.Scenarios.Vocabulary;

namespace DigitalTwin.Scenarios;

/// <summary>
/// Reads scenarios from YAML, or from JSON when the file's name ends in .json. Nothing is thrown whatever the bytes are: every mistake goes
/// to the list, and the result is null when there was one.
/// </summary>
public static class ScenarioReader
{
    /// <summary>Reads and checks a file in one go, when the map's assets are at hand (or left out of the vocabulary).</summary>
    public static Scenario? Read(string path, ScenarioVocabulary vocabulary, ProblemList problems) =>
        Open(path, problems) is { } document ? Bind(document, vocabulary, problems) : null;

    /// <summary>Reads and parses a file; null when it is no YAML or JSON at all.</summary>
    public static ScenarioDocument? Open(string path, ProblemList problems)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(problems);
        try
        {
            var length = new FileInfo(path).Length;
            if (length <= DocumentLimits.Bytes) return Open(File.ReadAllBytes(path), path, problems);
            problems.Error(path, 0, 0, $"The file has {length / 1e6:0.#} MB; a scenario may have {DocumentLimits.Bytes / 1e6:0.#} MB at most.");
        }
        catch (FileNotFoundException) when (Directory.Exists(path))
        {
            problems.Error(path, 0, 0, "This is a folder; a scenario is a .yaml or .json file.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            problems.Error(path, 0, 0, $"The file cannot be read: {error.Message}");
        }
        return null;
    }

    /// <summary>Parses bytes that stand for a file of a given name; paths inside are resolved against that file's folder.</summary>
    public static ScenarioDocument? Open(ReadOnlySpan<byte> bytes, string file, ProblemList problems)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(problems);
        var before = problems.ErrorCount;
        switch (DocumentText.Read(bytes, file, problems))
        {
            case MappingNode root:
                return new(file, Path.GetDirectoryName(Path.GetFullPath(file.Length == 0 ? "scenario" : file)) ?? "", root, problems.ErrorCount > before);
            case { } other:
                problems.Error(file, other.Line, other.Column, $"A scenario is a block of keys that begins with 'scenario: its-name'; found {other.Kind}.");
                break;
            case null when problems.ErrorCount == before:
                problems.Error(file, 0, 0, "The file holds no values; a scenario begins with 'scenario: its-name'.");
                break;
        }
        return null;
    }

    /// <summary>
    /// Understands a document in the words of a vocabulary. Without assets in the vocabulary, everything but the existence of assets is checked.
    /// </summary>
    /// <param name="document">The document.</param>
    /// <param name="vocabulary">The words.</param>
    /// <param name="problems">Where mistakes go.</param>
    /// <param name="worldInstant">Where the world is from which the scenario is run, on the city's clock: the start of a scenario that says none.</param>
    public static Scenario? Bind(ScenarioDocument document, ScenarioVocabulary vocabulary, ProblemList problems, DateTimeOffset? worldInstant = null) =>
        Understand(document, vocabulary, problems, worldInstant) is { IsWhole: true } understood ? understood.Scenario : null;

    /// <summary>As <see cref="Bind"/>, but what was understood comes back although there are mistakes: for whoever looks for more of them, and not to be run then.</summary>
    /// <param name="document">The document.</param>
    /// <param name="vocabulary">The words.</param>
    /// <param name="problems">Where mistakes go.</param>
    /// <param name="worldInstant">Where the world is from which the scenario is run, on the city's clock.</param>
    /// <returns>The scenario without events and values in which there is a mistake, null when it has no name, period or map; and whether there was none.</returns>
    public static (Scenario? Scenario, bool IsWhole) Understand(ScenarioDocument document, ScenarioVocabulary vocabulary, ProblemList problems, DateTimeOffset? worldInstant = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(vocabulary);
        ArgumentNullException.ThrowIfNull(problems);
        var context = new ReadingContext(document, vocabulary, problems, worldInstant);
        var scenario = new ScenarioBinding(context).Read();
        return (scenario, scenario is not null && !context.HasErrors);
    }
}

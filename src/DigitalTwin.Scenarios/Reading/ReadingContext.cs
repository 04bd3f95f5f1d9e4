using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Scenarios.Syntax;
using DigitalTwin.Scenarios.Vocabulary;

namespace DigitalTwin.Scenarios.Reading;

/// <summary>What every part of the reader needs: the document, the vocabulary, and where mistakes go (each once, though variants read things again).</summary>
internal sealed class ReadingContext(ScenarioDocument document, ScenarioVocabulary vocabulary, ProblemList problems, DateTimeOffset? worldInstant = null)
{
    private readonly HashSet<Problem> told = [];
    private readonly Lazy<HashSet<string>> introduced = new(() => IntroducedAssets.In(document.Root, vocabulary));

    public ScenarioDocument Document { get; } = document;

    public ScenarioVocabulary Vocabulary { get; } = vocabulary;

    /// <summary>Where the world is from which the scenario is run, on the city's clock; null when it is run from none.</summary>
    public DateTimeOffset? WorldInstant { get; } = worldInstant;

    /// <summary>Whether an event somewhere in the document brings an asset of this id into the city.</summary>
    public bool Introduces(string id) => introduced.Value.Contains(id);

    /// <summary>Actions of events that are left out, or lack an asset, because of a mistake.</summary>
    public HashSet<string> Refused { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether the parser or this reading found an error.</summary>
    public bool HasErrors { get; private set; } = document.IsFlawed;

    public void Error(SyntaxNode at, string sentence) => Error(at.Line, at.Column, sentence);

    public void Error(int line, int column, string sentence)
    {
        HasErrors = true;
        Tell(new(Severity.Error, Document.File, line, column, sentence));
    }

    public void Warning(SyntaxNode at, string sentence) => Tell(new(Severity.Warning, Document.File, at.Line, at.Column, sentence));

    private void Tell(Problem problem)
    {
        // The set must not grow with a document that is wrong everywhere; the list counts what it does not keep.
        if (told.Count >= 10 * ProblemList.Limit || told.Add(problem)) problems.Add(problem);
    }
}

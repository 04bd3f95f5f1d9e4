namespace DigitalTwin.Buildings.Step;

/// <summary>What the HEADER section says (ISO 10303-21:2016, clause 8.2). Texts are empty and lists are empty where the file says nothing.</summary>
/// <param name="Entries">Every entry as written, those below among them.</param>
public sealed record StepHeader(IReadOnlyList<StepPart> Entries)
{
    /// <summary>FILE_DESCRIPTION: what the file holds; for IFC the model view and the export options.</summary>
    public IReadOnlyList<string> Description => Texts("FILE_DESCRIPTION", 0);

    /// <summary>FILE_DESCRIPTION: edition and conformance class, <c>2;1</c>.</summary>
    public string ImplementationLevel => Text("FILE_DESCRIPTION", 1);

    /// <summary>FILE_NAME: the name given by whoever wrote it.</summary>
    public string Name => Text("FILE_NAME", 0);

    /// <summary>FILE_NAME: when it was written, as written (ISO 8601, mostly without a zone).</summary>
    public string TimeStamp => Text("FILE_NAME", 1);

    /// <summary>FILE_NAME: who is responsible.</summary>
    public IReadOnlyList<string> Authors => Texts("FILE_NAME", 2);

    /// <summary>FILE_NAME: for whom they work.</summary>
    public IReadOnlyList<string> Organizations => Texts("FILE_NAME", 3);

    /// <summary>FILE_NAME: the software that turned the model into text.</summary>
    public string Preprocessor => Text("FILE_NAME", 4);

    /// <summary>FILE_NAME: the software that the model was made with.</summary>
    public string OriginatingSystem => Text("FILE_NAME", 5);

    /// <summary>FILE_NAME: who authorises it.</summary>
    public string Authorization => Text("FILE_NAME", 6);

    /// <summary>FILE_SCHEMA: <c>IFC4</c>.</summary>
    public IReadOnlyList<string> Schemas => Texts("FILE_SCHEMA", 0);

    private StepValue Value(string keyword, int place) => Entries.FirstOrDefault(e => e.Keyword == keyword)?[place] ?? StepValue.Unset;

    private string Text(string keyword, int place) => Value(keyword, place).Text ?? "";

    private IReadOnlyList<string> Texts(string keyword, int place) => Value(keyword, place) is { Text: { } one }
        ? [one]
        : [.. Value(keyword, place).Items.Select(i => i.Text).OfType<string>()];
}

namespace DigitalTwin.Verification;

/// <summary>A fact that takes minutes: it runs when DIGITALTWIN_LONG is set, as the README's verification command and CI do.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LongFactAttribute : FactAttribute
{
    private bool needsSharedData;

    public LongFactAttribute() => Skip = Long.Skip;

    /// <summary>Whether it also needs the shared data.</summary>
    public bool NeedsSharedData
    {
        get => needsSharedData;
        set
        {
            needsSharedData = value;
            if (value) Skip ??= new SharedDataFactAttribute().Skip;
        }
    }
}

/// <summary>A theory that takes minutes.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LongTheoryAttribute : TheoryAttribute
{
    public LongTheoryAttribute() => Skip = Long.Skip;
}

/// <summary>Whether what takes minutes is wanted.</summary>
internal static class Long
{
    /// <summary>Null when it is, else the sentence that says how to want it.</summary>
    public static string? Skip { get; } =
        Environment.GetEnvironmentVariable("DIGITALTWIN_LONG") is { Length: > 0 } ? null : "It takes minutes; set DIGITALTWIN_LONG=1 to run it.";
}

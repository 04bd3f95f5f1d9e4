using DigitalTwin.Numerics.Text;

namespace DigitalTwin.Simulation.Results.Comparing;

/// <summary>Verdicts as people read them.</summary>
internal static class VerdictWords
{
    public static LocalizedText Of(Verdict verdict) => verdict switch
    {
        Verdict.Same => new("same", "相同"),
        Verdict.Better => new("better", "改善"),
        Verdict.Worse => new("worse", "变差"),
        Verdict.Different => new("different", "不同"),
        _ => new("no clear difference", "无显著差异"),
    };
}

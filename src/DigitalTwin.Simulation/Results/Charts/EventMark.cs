using DigitalTwin.Numerics.Text;

namespace DigitalTwin.Simulation.Results.Charts;

/// <summary>Something that happened, to be marked in every chart.</summary>
/// <param name="Number">Its number in the list beside the charts.</param>
/// <param name="Time">s since the start.</param>
/// <param name="Text">What happened.</param>
/// <param name="Contenders">To which contenders.</param>
internal sealed record EventMark(int Number, double Time, LocalizedText Text, IReadOnlyList<int> Contenders);

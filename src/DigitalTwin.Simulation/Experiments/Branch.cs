using DigitalTwin.Simulation.Loop;

namespace DigitalTwin.Simulation.Experiments;

/// <summary>
/// A stretch of time that some variants share: simulated once, then continued by each of its children. A branch without children is a
/// variant's own tail and ends in a record.
/// </summary>
/// <param name="Name">Unique in its tree and fit for a file name.</param>
/// <param name="Variants">The variants that share it; a tail has one.</param>
/// <param name="Plan">What happens in it. Branches of one tree differ only in what lies after their common stretch.</param>
/// <param name="UntilStep">The step before which it ends.</param>
/// <param name="Children">What continues it.</param>
public sealed record Branch(string Name, IReadOnlyList<string> Variants, RunPlan Plan, int UntilStep, IReadOnlyList<Branch> Children);

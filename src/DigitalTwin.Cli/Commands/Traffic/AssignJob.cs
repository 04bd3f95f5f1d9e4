using System.CommandLine;
using DigitalTwin.Mobility.Assignment;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Cli.Commands.Traffic;

/// <summary>What <c>twin traffic assign</c> is to do: everything read and checked.</summary>
internal sealed class AssignJob
{
    private static readonly Dictionary<string, AssignmentMethod> Methods = new(StringComparer.Ordinal)
    {
        ["bush"] = AssignmentMethod.Bush, ["fw"] = AssignmentMethod.FrankWolfe, ["cfw"] = AssignmentMethod.ConjugateFrankWolfe, ["bfw"] = AssignmentMethod.BiconjugateFrankWolfe,
    };

    private readonly AssignmentState? warm;
    private readonly bool solvesBase;

    private AssignJob(AssignInput input, AssignmentModel model, AssignmentState? warm, AssignmentState? before, bool solvesBase, IReadOnlyList<int> selected) =>
        (Input, Model, this.warm, Before, this.solvesBase, Selected) = (input, model, warm, before, solvesBase, selected);

    public AssignInput Input { get; }

    public AssignmentModel Model { get; }

    /// <summary>Solution beside which changes are told.</summary>
    public AssignmentState? Before { get; private set; }

    /// <summary>Rows of the links whose users are told.</summary>
    public IReadOnlyList<int> Selected { get; }

    /// <summary>Reads everything; null when there is a mistake. All are told.</summary>
    public static AssignJob? Read(ParseResult parsed, AssignOptions options, ProblemList problems)
    {
        var input = AssignInput.Read(parsed, options, problems);
        // Readers give up where there are mistakes already; so words are looked at after files.
        var method = AssignInput.Choice(parsed, options.Method, Methods, problems);
        var selected = input is null ? [] : LinkNames.Rows(options.Select.Name, parsed.GetValue(options.Select), input.File.Network, problems);
        if (method != AssignmentMethod.Bush && parsed.GetValue(options.Select) is { Length: > 0 }) problems.Error("", 0, 0, "--select needs --method bush: the other methods know flows by link, not whose they are.");
        if (parsed.GetValue(options.Skim) && parsed.GetValue(options.Out) is null) problems.Error("", 0, 0, "--skim writes into the folder of --out, which is not given.");
        if (input?.Model(parsed, options, method, problems) is not { } model) return null;
        var warm = parsed.GetValue(options.Warm) is { } saved ? AssignInput.Load(saved, model, problems) : null;
        var compare = parsed.GetValue(options.Compare);
        var solvesBase = compare == AssignOptions.Unchanged;
        var before = compare is null ? warm : solvesBase ? null : LoadBase(compare, model, problems);
        return problems.HasErrors ? null : new(input, model, warm, before, solvesBase, selected);
    }

    /// <summary>Solves the base, where it is to be solved.</summary>
    public void SolveBase(Action<AssignmentProgress> progress, CancellationToken cancellation)
    {
        if (!solvesBase) return;
        Before = Input.Unchanged(Model, warm);
        Model.Solve(Before, progress, cancellation);
    }

    /// <summary>From where the solution starts.</summary>
    public AssignmentState Start() => Input.Start(Model, warm ?? (solvesBase ? Before : null));

    private static AssignmentState? LoadBase(string compare, AssignmentModel model, ProblemList problems)
    {
        if (File.Exists(compare)) return AssignInput.Load(compare, model, problems);
        problems.Error("", 0, 0, $"--compare is '{compare}', and there is no such file; a solution that --save kept and the word {AssignOptions.Unchanged} are accepted.{NearestName.Hint(compare, [AssignOptions.Unchanged])}");
        return null;
    }
}

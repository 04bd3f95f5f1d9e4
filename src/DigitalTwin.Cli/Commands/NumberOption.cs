using System.CommandLine;
using System.Globalization;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Cli.Commands;

/// <summary>
/// An option that takes a number within limits. What it is given is looked at together with the files, and not while the line is read: a number out of its range is told in the same round as a mistake in a file.
/// </summary>
internal sealed class NumberOption : Option<string?>
{
    private readonly Predicate<double> holds;
    private readonly string accepted;
    private readonly string? usual;

    /// <summary>Declares it.</summary>
    /// <param name="name">Its name: <c>--gap</c>.</param>
    /// <param name="description">What it does.</param>
    /// <param name="usual">Its value when it is left out, as it is shown; null for none.</param>
    /// <param name="holds">Which numbers are accepted.</param>
    /// <param name="accepted">The same in words: "a number above 0".</param>
    public NumberOption(string name, string description, string? usual, Predicate<double> holds, string accepted)
        : base(name)
    {
        (this.holds, this.accepted, this.usual, Description) = (holds, accepted, usual, description);
        if (usual is not null) DefaultValueFactory = _ => usual;
    }

    /// <summary>A whole number from 1.</summary>
    public static NumberOption Whole(string name, string description, int usual) =>
        new(name, description, usual.ToString(CultureInfo.InvariantCulture), value => value >= 1 && value <= int.MaxValue && value == Math.Floor(value), "a whole number from 1");

    /// <summary>What is given, or the usual; null when there is none. One that is not accepted counts as left out: it has been told.</summary>
    public double? Of(ParseResult parsed) => Read(parsed.GetValue(this)) ?? Read(usual);

    /// <summary>Reports what is not accepted.</summary>
    public void Check(ParseResult parsed, ProblemList problems)
    {
        if (parsed.GetValue(this) is { } word && Read(word) is null) problems.Error("", 0, 0, $"{Name} is '{word}'; {accepted} is accepted.");
    }

    private double? Read(string? word) =>
        word is not null && double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) && holds(value) ? value : null;
}

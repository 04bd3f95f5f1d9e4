using System.Text.Json.Serialization;

namespace DigitalTwin.Cli.Commands;

/// <summary>How long a solver by itself took to read, solve and write.</summary>
internal abstract class TimedSummary
{
    /// <summary>Reading the input: the median of repeated readings; see <see cref="Spent"/>.</summary>
    public double ReadingMs => Reading.TypicalMs;

    /// <summary>The first reading.</summary>
    public double ReadingFirstMs => Reading.Elapsed.TotalMilliseconds;

    /// <summary>Solving, preparation included: the median of repeated runs.</summary>
    public double SolvingMs => Solving.TypicalMs;

    /// <summary>The first run.</summary>
    public double SolvingFirstMs => Solving.Elapsed.TotalMilliseconds;

    public double WritingMs => Writing.Elapsed.TotalMilliseconds;

    [JsonIgnore]
    public Spent Reading { get; } = new();

    [JsonIgnore]
    public Spent Solving { get; } = new();

    [JsonIgnore]
    public Spent Writing { get; } = new();

    protected void WriteTimes(TextWriter to) => to.WriteLine($"reading {Reading}, solving {Solving}, writing {WritingMs:0.0} ms");
}

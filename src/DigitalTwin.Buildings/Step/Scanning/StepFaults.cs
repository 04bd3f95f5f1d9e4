using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Buildings.Step.Scanning;

/// <summary>Reports what is wrong in records: the first few of each kind one by one, then that there are more, and counts them all. Several threads may report.</summary>
internal sealed class StepFaults(string file, StepBytes bytes, ProblemList problems, int listed)
{
    private static readonly string[] Kinds =
    [
        "records that do not begin as '#12=NAME('", "records with a string that is not closed", "records without a semicolon", "records cut off", "records with an id used before",
        "passages between records", "records with values that cannot be read", "records with values left empty", "strings with escapes that mean nothing",
    ];

    private readonly int[] counts = new int[Kinds.Length];
    private readonly LineCounter lines = new(bytes);

    /// <summary>How often a mistake was met.</summary>
    public int Count(StepFault fault)
    {
        lock (counts) return counts[(int)fault];
    }

    /// <summary>The line of an offset, 1-based.</summary>
    public int Line(long offset)
    {
        lock (counts) return lines.At(offset);
    }

    /// <summary>A mistake in the record with an id (negative where there is none), at an offset; <paramref name="sentence"/> goes on after "#12 at byte 345 ".</summary>
    public void Report(StepFault fault, long id, long offset, string sentence)
    {
        lock (counts)
        {
            var count = ++counts[(int)fault];
            if (count > listed + 1) return;
            var line = lines.At(offset);
            problems.Warning(file, line, 0, count > listed
                ? $"Further {Kinds[(int)fault]} are counted, not listed."
                : $"{(id < 0 ? "The text" : $"#{id}")} at byte {offset} {sentence}");
        }
    }

    /// <summary>A mistake of the file as a whole.</summary>
    public void Warning(long offset, string sentence)
    {
        lock (counts) problems.Warning(file, offset < 0 ? 0 : lines.At(offset), 0, sentence);
    }
}

/// <summary>Lines of offsets, asked for mostly in rising order.</summary>
internal sealed class LineCounter(StepBytes bytes)
{
    private const int Stride = 1 << 24;

    private long reached;
    private int line = 1;

    public int At(long offset)
    {
        if (offset < reached) (reached, line) = (0, 1);
        while (reached < offset)
        {
            var length = (int)Math.Min(Stride, offset - reached);
            line += bytes.Span(reached, length).Count((byte)'\n');
            reached += length;
        }
        return line;
    }
}

using DigitalTwin.Buildings.Step.Scanning;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Buildings.Step;

/// <summary>
/// A file in the clear text encoding of ISO 10303-21 ("STEP physical file", IFC's usual form), opened: every record is found and indexed by id and by entity, and is read when it is
/// asked for. It knows no schema. Records that break the grammar are reported as warnings (see <see cref="StepFault"/>) and the rest is kept. Immutable but for
/// those reports, so several threads may read; dispose it when done, since a long file stays mapped.
/// </summary>
public sealed partial class StepFile : IDisposable
{
    private readonly StepBytes bytes;
    private readonly StepFaults faults;
    private readonly RecordColumns records;
    private readonly KeywordTable keywords;
    private readonly IdIndex index;
    private readonly HashSet<int> refused = [];
    private readonly Lazy<RowsByKeyword> rows;

    private StepFile(string name, StepBytes bytes, ProblemList problems, StepOptions options, CancellationToken cancellation)
    {
        Name = name;
        this.bytes = bytes;
        faults = new(name, bytes, problems, options.ListedPerMistake);
        var scanner = new StepScanner(bytes, faults, options, cancellation);
        scanner.Run(FileKind.Start(name, bytes));
        (records, keywords) = (scanner.Records, scanner.Keywords);
        Header = ReadHeader(scanner.HeaderEntries);
        index = new(records.Ids, records.Count, out var repeated, cancellation);
        if (repeated.Count > 0) index = WithoutRepeated(repeated, cancellation);
        rows = new(() => new RowsByKeyword(records, keywords.Names.Count));
    }

    /// <summary>The file as the user named it.</summary>
    public string Name { get; }

    /// <summary>What it says of itself.</summary>
    public StepHeader Header { get; }

    /// <summary>How many records were found and kept.</summary>
    public int Count => records.Count;

    /// <summary>Its length in bytes.</summary>
    public long Length => bytes.Length;

    /// <summary>The ids in the order of the file.</summary>
    public IReadOnlyList<long> Ids => new IdList(records.Ids, null, 0, records.Count);

    /// <summary>Every entity in it with the number of its records, in the order of first use; a complex record is counted as <c>(A B)</c>.</summary>
    public IReadOnlyList<(string Keyword, int Count)> Keywords => [.. keywords.Names.Select((name, i) => (name, rows.Value.CountOf(i))).Where(k => k.Item2 > 0)];

    /// <summary>Opens a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="problems">Where mistakes are reported, while opening and later while reading.</param>
    /// <param name="options">How; the usual way when null.</param>
    /// <param name="cancellation">Stops the scan.</param>
    /// <exception cref="InputException">It does not exist, cannot be read or is not ISO 10303-21 at all.</exception>
    public static StepFile Open(string path, ProblemList problems, StepOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        options ??= new();
        StepBytes bytes;
        try
        {
            bytes = new FileInfo(path) is { Exists: true } file && file.Length > Math.Min(options.MapAbove, Array.MaxLength) ? new MappedBytes(path) : new HeldBytes(File.ReadAllBytes(path));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InputException(path, "There is no such file.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw new InputException(path, $"The file cannot be read: {e.Message}");
        }
        return Open(path, bytes, problems, options, cancellation);
    }

    /// <summary>Opens what is in memory already; <paramref name="name"/> stands for the file in messages. The bytes must not change while it is in use.</summary>
    /// <exception cref="InputException">It is not ISO 10303-21 at all.</exception>
    public static StepFile Open(ReadOnlyMemory<byte> content, string name, ProblemList problems, StepOptions? options = null, CancellationToken cancellation = default) =>
        Open(name, new HeldBytes(content), problems, options ?? new(), cancellation);

    /// <summary>Whether a record has this id.</summary>
    public bool Contains(long id) => index.Row(id) >= 0;

    /// <summary>The entity of a record, in capitals; of a complex one <c>(A B)</c>; null when there is no such record.</summary>
    public string? Keyword(long id) => index.Row(id) is var row and >= 0 ? keywords.Names[records.Keywords[row]] : null;

    /// <summary>Where a record's <c>#</c> is, bytes from the start; negative when there is no such record.</summary>
    public long Offset(long id) => index.Row(id) is var row and >= 0 ? records.Offsets[row] : -1;

    /// <summary>The line a record begins in, 1-based; 0 when there is no such record. It counts from the start of the file: for messages, not for loops.</summary>
    public int Line(long id) => index.Row(id) is var row and >= 0 ? faults.Line(records.Offsets[row]) : 0;

    /// <summary>The ids of an entity's records in the order of the file, complex ones that have it as a part among them; letters without case. Subtypes are not known here.</summary>
    public IReadOnlyList<long> InstancesOf(string keyword)
    {
        ArgumentNullException.ThrowIfNull(keyword);
        var numbers = keywords.Having(keyword).ToArray();
        return numbers.Length switch
        {
            0 => [],
            1 => rows.Value.Ids(numbers[0]),
            _ => [.. numbers.SelectMany(rows.Value.Rows).Order().Select(row => records.Ids[row])],
        };
    }

    /// <summary>How often a mistake was met, listed or not. <see cref="StepFault.BadValue"/> and <see cref="StepFault.BadEscape"/> are met as records are read.</summary>
    public int FaultCount(StepFault fault) => faults.Count(fault);

    /// <inheritdoc/>
    public void Dispose() => bytes.Dispose();

    private static StepFile Open(string name, StepBytes bytes, ProblemList problems, StepOptions options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(problems);
        try
        {
            return new(name, bytes, problems, options, cancellation);
        }
        catch
        {
            bytes.Dispose();
            throw;
        }
    }

    private StepHeader ReadHeader(List<(long Offset, int Length)> entries)
    {
        var read = new List<StepPart>();
        foreach (var (offset, length) in entries)
        {
            var cursor = new StepCursor(bytes.Span(offset, length), 0);
            var part = cursor.NextPart() is { } keyword ? RecordReader.Part(keyword.ToUpperInvariant(), ref cursor) : null;
            cursor.Close();
            if (cursor.Damage is not null) faults.Warning(offset, $"The header's {part?.Keyword ?? "entry"} at byte {offset + cursor.DamagedAt} {cursor.Damage}: it is left out.");
            else read.Add(part!);
        }
        return new(read);
    }

    private IdIndex WithoutRepeated(List<(int Row, int First)> repeated, CancellationToken cancellation)
    {
        var marked = new bool[records.Count];
        foreach (var (row, first) in repeated)
        {
            marked[row] = true;
            faults.Report(StepFault.RepeatedId, records.Ids[row], records.Offsets[row], $"repeats the id of the record at byte {records.Offsets[first]}, which is kept: this one is left out.");
        }
        records.Remove(marked);
        return new(records.Ids, records.Count, out _, cancellation);
    }
}

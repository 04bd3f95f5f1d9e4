using System.Globalization;
using System.Text;
using DigitalTwin.Cli.Terminals;
using DigitalTwin.Client.Files;
using DigitalTwin.Client.Telemetry;
using DigitalTwin.Grains.Contracts.Telemetry;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Text.Tables;

namespace DigitalTwin.Cli.Worlds;

/// <summary>What was refused of a file, by the reader or by the twins: some of it to be told, all of it for a file. Refusals of twins come from several threads.</summary>
internal sealed class Refusals : IDisposable
{
    private const int Told = 20;

    private readonly Lock sync = new();
    private readonly List<Problem> problems = [];
    private readonly string file;
    private readonly StreamWriter? rejects;

    public Refusals(string file, string? rejectsFile)
    {
        this.file = file;
        if (rejectsFile is null) return;
        rejects = new(rejectsFile, false, new UTF8Encoding(false));
        rejects.Write("line,column,reason,record\n");
    }

    /// <summary>How many records were refused.</summary>
    public long Count { get; private set; }

    /// <summary>Where a record stands, for its receipt.</summary>
    public static long Tag(ObservationRecord record) => (long)record.Line << 32 | (uint)record.Column;

    public void Refuse(ObservationRecord record) => Add(record.Line, record.Column, record.Mistake!, record.Raw ?? "");

    public void Receive(Receipt receipt)
    {
        if (receipt.Reception.Kind == ReceptionKind.Refused)
            Add((int)(receipt.Tag >> 32), (int)(receipt.Tag & 0xFFFFFFFF), receipt.Reception.Reason ?? "It was refused.", Shown(receipt.Observation));
    }

    /// <summary>Tells the first of them, in the order of the file.</summary>
    public void Say(Terminal terminal)
    {
        lock (sync)
        {
            foreach (var problem in problems.OrderBy(p => p.Line).ThenBy(p => p.Column).Take(Told)) terminal.Error.WriteLine(problem);
            if (Count > Told) terminal.Error.WriteLine($"… and {Count - Told:N0} more{(rejects is null ? "; --rejects FILE writes all of them" : "")}.");
        }
    }

    public void Dispose() => rejects?.Dispose();

    private void Add(int line, int column, string reason, string record)
    {
        lock (sync)
        {
            Count++;
            // Lanes are not in the order of the file, but near it: of some more than are told, the first are.
            if (problems.Count < 50 * Told) problems.Add(new(Severity.Error, file, line, column, reason));
            rejects?.Write(string.Create(CultureInfo.InvariantCulture, $"{line},{column},{CsvText.Quoted(reason)},{CsvText.Quoted(record)}\n"));
        }
    }

    /// <summary>An observation as a line of CSV, in the order of the usual columns.</summary>
    private static string Shown(Observation o) => string.Create(CultureInfo.InvariantCulture,
        $"{CsvText.Quoted(o.Asset)},{CsvText.Quoted(o.Property)},{(double.IsNaN(o.Value) ? "" : o.Value.ToString("R", CultureInfo.InvariantCulture))},{o.ObservedAt.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'},{CsvText.Quoted(o.Source)},{o.Quality.ToString().ToLowerInvariant()},{CsvText.Quoted(o.Text ?? "")}");
}

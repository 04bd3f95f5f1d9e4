using System.Globalization;
using DigitalTwin.Mobility.Assignment;
using DigitalTwin.Mobility.Assignment.Analysis;
using DigitalTwin.Numerics.Hashing;

namespace DigitalTwin.Cli.Commands.Traffic;

/// <summary>
/// What a scan has found so far, a line for each closure as it is found, so that one that was stopped can go on. Its first line says of which base, closures and gap it is; of another scan
/// nothing is taken.
/// </summary>
internal sealed class ScanJournal : IDisposable
{
    private const int Fields = 9;
    private readonly string path;
    private readonly StreamWriter writer;

    private ScanJournal(string path, StreamWriter writer, Dictionary<int, ClosureCost> known) => (this.path, this.writer, Known) = (path, writer, known);

    /// <summary>What an earlier scan found.</summary>
    public Dictionary<int, ClosureCost> Known { get; }

    /// <summary>Opens the journal of a scan, with what is there of the same one.</summary>
    public static ScanJournal Open(string path, AssignmentModel model, AssignmentState before, IReadOnlyList<Closure> closures, double left)
    {
        WholeFile.MakeFolder(path);
        var head = Head(model, before, closures, left);
        string[] lines = File.Exists(path) ? File.ReadAllLines(path) : [];
        var known = new Dictionary<int, ClosureCost>();
        if (lines.Length > 0 && lines[0] == head)
            foreach (var line in lines.Skip(1))
                if (Read(line) is var (closure, cost) && closure < closures.Count) known[closure] = cost;
        // Written anew, because the last line may be half a line.
        var writer = new StreamWriter(path) { NewLine = "\n", AutoFlush = true };
        writer.WriteLine(head);
        var journal = new ScanJournal(path, writer, known);
        foreach (var (closure, cost) in known.OrderBy(k => k.Key)) journal.Add(closure, cost);
        return journal;
    }

    public void Add(int closure, ClosureCost cost) => writer.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{closure} {cost.Time:R} {cost.Cost:R} {cost.Distance:R} {cost.TripsCutOff:R} {cost.Volume:R} {cost.Gap:R} {cost.Iterations} {(cost.Converged ? "yes" : "no")} ."));

    /// <summary>The scan is complete: nothing is left to go on with.</summary>
    public void Delete()
    {
        writer.Dispose();
        File.Delete(path);
    }

    public void Dispose() => writer.Dispose();

    private static (int Closure, ClosureCost Cost)? Read(string line)
    {
        var words = line.Split(' ');
        if (words.Length != Fields + 1 || words[^1] != "." || !int.TryParse(words[0], CultureInfo.InvariantCulture, out var closure) || closure < 0) return null;
        var numbers = new double[6];
        for (var i = 0; i < numbers.Length; i++)
            if (!double.TryParse(words[1 + i], CultureInfo.InvariantCulture, out numbers[i])) return null;
        if (!int.TryParse(words[7], CultureInfo.InvariantCulture, out var iterations)) return null;
        return (closure, new(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5], iterations, words[8] == "yes"));
    }

    private static string Head(AssignmentModel model, AssignmentState before, IReadOnlyList<Closure> closures, double left)
    {
        using var hash = new ContentHash();
        hash.Append([left]);
        hash.Append(model.Network.ContentHash());
        hash.Append(model.Options.ToString());
        foreach (var traveller in model.Classes)
        {
            hash.Append(traveller.Demand.ContentHash());
            hash.Append([traveller.CarUnits, traveller.TollFactor, traveller.DistanceFactor]);
            foreach (var link in traveller.BannedLinks) hash.Append(link);
        }
        foreach (var column in new[] { before.Volume, before.CapacityFactor, before.DemandFactor }) hash.Append(column);
        hash.AppendRaw<bool>(before.Closed);
        foreach (var closure in closures) hash.Append(closure.Name(model.Network));
        return $"twin traffic scan {hash.Current()}";
    }
}

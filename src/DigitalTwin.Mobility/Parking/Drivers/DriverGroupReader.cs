using System.Globalization;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Text;
using DigitalTwin.Numerics.Text.Tables;

namespace DigitalTwin.Mobility.Parking.Drivers;

/// <summary>
/// Reads groups of drivers from CSV: <c>group,quantity,value,spread,law,unit,source</c>, a row for each number, so that each has its source. Quantities are those of
/// <c>data/driver-groups.csv</c>; each has one unit. Rows may come in any order; a group comes where its first row does.
/// </summary>
public static class DriverGroupReader
{
    private const string Resource = "driver-groups.csv", Header = "group,quantity,value,spread,law,unit,source";

    /// <summary>Reads a file; every mistake goes into <paramref name="problems"/>, and a group with one is left out.</summary>
    public static IReadOnlyList<DriverGroup> Read(string path, ProblemList problems)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(problems);
        try
        {
            using var stream = File.OpenRead(path);
            return Read(stream, path, problems);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            problems.Error(path, 0, 0, $"The file cannot be opened: {(e is FileNotFoundException or DirectoryNotFoundException ? "there is no such file" : e.Message.TrimEnd('.'))}.");
            return [];
        }
    }

    /// <summary>Reads a stream.</summary>
    /// <param name="stream">UTF-8.</param>
    /// <param name="file">How sentences name it.</param>
    /// <param name="problems">Receives every mistake.</param>
    public static IReadOnlyList<DriverGroup> Read(Stream stream, string file, ProblemList problems)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(problems);
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        memory.Position = 0;
        var csv = new CsvRecords(new Utf8Lines(memory, file));
        var groups = new List<DriverGroupRows>();
        var headed = false;
        // All bytes are in memory: reading never waits.
        while (csv.ReadAsync(default).AsTask().GetAwaiter().GetResult())
        {
            if (csv.Mistake is { } mistake) problems.Error(file, csv.Line, csv.MistakeColumn, mistake);
            else if (csv.Count == 0) continue;
            else if (headed) Row(csv, groups, problems);
            else if (!(headed = IsHeader(csv, problems))) return [];
        }
        if (!headed) problems.Error(file, 0, 0, $"The file is empty; it begins with the header '{Header}'.");
        return [.. groups.Select(g => g.Finish(file, problems)).OfType<DriverGroup>()];
    }

    internal static IReadOnlyList<DriverGroup> ReadShipped()
    {
        using var stream = typeof(DriverGroupReader).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The library was built without its data file '{Resource}'.");
        var problems = new ProblemList();
        var groups = Read(stream, Resource, problems);
        problems.ThrowIfErrors();
        return groups;
    }

    private static bool IsHeader(CsvRecords csv, ProblemList problems)
    {
        var found = string.Join(',', Enumerable.Range(0, csv.Count).Select(i => csv.Text(i).Trim().TrimStart('\uFEFF')));
        if (found == Header) return true;
        problems.Error(csv.File, csv.Line, 1, $"The header is '{found}'; '{Header}' is accepted.");
        return false;
    }

    private static void Row(CsvRecords csv, List<DriverGroupRows> groups, ProblemList problems)
    {
        if (csv.Count is < 6 or > 7)
        {
            problems.Error(csv.File, csv.Line, 1, $"The row has {csv.Count} fields; '{Header}' has 7.");
            return;
        }
        var name = csv.Text(0).Trim();
        var group = groups.Find(g => g.Name == name);
        if (group is null) groups.Add(group = new DriverGroupRows(name, csv.Line));
        group.Take(csv, problems);
    }
}

/// <summary>The rows of one group.</summary>
internal sealed class DriverGroupRows(string name, int line)
{
    // Quantity, unit in the file, what one of it is in SI, least and most in that unit, laws accepted (F fixed only, S spread that keeps the sign, N any), whether it must be given.
    private static readonly Dictionary<string, (string Unit, double SI, double Least, double Most, char Laws, bool Needed)> Known = new(StringComparer.Ordinal)
    {
        ["price"] = ("1/CNY", 1, 0, 1000, 'N', true),
        ["walk"] = ("1/min", 1 / 60.0, 0, 1000, 'N', true),
        ["drive"] = ("1/min", 1 / 60.0, 0, 1000, 'N', true),
        ["search"] = ("1/min", 1 / 60.0, 0, 1000, 'N', true),
        ["queue"] = ("1/min", 1 / 60.0, 0, 1000, 'N', true),
        ["give-up"] = ("1", 1, -1000, 1000, 'N', true),
        ["queue-patience"] = ("min", 60, 0, 1440, 'S', true),
        ["search-patience"] = ("min", 60, 0, 1440, 'S', true),
        ["longest-walk"] = ("m", 1, 1, 20_000, 'F', true),
        ["walk-speed"] = ("m/s", 1, 0.1, 5, 'F', true),
        ["informed-share"] = ("%", 0.01, 0, 100, 'F', false),
        ["electric-share"] = ("%", 0.01, 0, 100, 'F', false),
        ["charging-share"] = ("%", 0.01, 0, 100, 'F', false),
        ["needs-charger-share"] = ("%", 0.01, 0, 100, 'F', false),
        ["energy"] = ("kWh", 3.6e6, 0, 1000, 'S', false),
    };

    private static readonly string[] Names = [.. Known.Keys, "title-en", "title-zh", "permits"];
    private readonly Dictionary<string, Taste> numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> texts = new(StringComparer.Ordinal);
    private bool broken;

    public string Name => name;

    public void Take(CsvRecords csv, ProblemList problems)
    {
        string quantity = csv.Text(1).Trim(), value = csv.Text(2).Trim();
        void Say(int field, string sentence)
        {
            broken = true;
            problems.Error(csv.File, csv.Line, csv.Column(field), sentence);
        }

        if (name.Length == 0) Say(0, "The group has no name.");
        if (numbers.ContainsKey(quantity) || texts.ContainsKey(quantity)) Say(1, $"'{quantity}' of the group '{name}' is given twice.");
        if (!Known.TryGetValue(quantity, out var known))
        {
            if (Names.Contains(quantity)) texts[quantity] = value;
            else Say(1, $"'{quantity}' is no quantity of a group of drivers; accepted are {string.Join(", ", Names)}.{NearestName.Hint(quantity, Names)}");
            return;
        }
        numbers[quantity] = default;
        if (csv.Text(5).Trim() != known.Unit) Say(5, $"The unit of '{quantity}' is '{csv.Text(5)}'; it is given in {known.Unit}.");
        if (!TryNumber(value, out var mean) || mean < known.Least || mean > known.Most)
        {
            Say(2, $"'{value}' is no '{quantity}'; a number from {known.Least} to {known.Most} {known.Unit} is.");
            return;
        }
        var law = csv.Text(4).Trim() switch { "" or "fixed" => TasteLaw.Fixed, "normal" => TasteLaw.Normal, "log-normal" => TasteLaw.LogNormal, "exponential" => TasteLaw.Exponential, _ => (TasteLaw)255 };
        if (law == (TasteLaw)255) Say(4, $"'{csv.Text(4)}' is no law; accepted are fixed, normal, log-normal, exponential.");
        if (known.Laws == 'F' && law != TasteLaw.Fixed) Say(4, $"'{quantity}' is the same for all drivers of a group; leave its law empty.");
        if (known.Laws == 'S' && law == TasteLaw.Normal) Say(4, $"'{quantity}' cannot be negative; its law is fixed, log-normal or exponential.");
        if (law is TasteLaw.LogNormal or TasteLaw.Exponential && mean <= 0) Say(2, $"The mean of a {csv.Text(4)} '{quantity}' is above 0; '{value}' was found.");
        var spread = 0.0;
        if (law is TasteLaw.Normal or TasteLaw.LogNormal && (!TryNumber(csv.Text(3).Trim(), out spread) || spread < 0))
            Say(3, $"'{csv.Text(3)}' is no spread; a standard deviation of 0 or more is, in the unit of the value.");
        numbers[quantity] = new Taste(mean * known.SI, (law == TasteLaw.Exponential ? mean : spread) * known.SI, law);
    }

    public DriverGroup? Finish(string file, ProblemList problems)
    {
        var missing = Known.Where(k => k.Value.Needed && !numbers.ContainsKey(k.Key)).Select(k => k.Key).ToList();
        if (missing.Count > 0) problems.Error(file, line, 1, $"The group '{name}' has no {string.Join(", ", missing)}.");
        if (broken || missing.Count > 0) return null;
        Taste Number(string quantity) => numbers.GetValueOrDefault(quantity);
        return new DriverGroup
        {
            Name = name,
            Title = new LocalizedText(texts.GetValueOrDefault("title-en", name), texts.GetValueOrDefault("title-zh")),
            Permits = texts.GetValueOrDefault("permits", "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            InformedShare = Number("informed-share").Mean,
            Price = Number("price"),
            Walk = Number("walk"),
            Drive = Number("drive"),
            Search = Number("search"),
            Queue = Number("queue"),
            GiveUp = Number("give-up"),
            QueuePatience = Number("queue-patience"),
            SearchPatience = Number("search-patience"),
            LongestWalk = Number("longest-walk").Mean,
            WalkSpeed = Number("walk-speed").Mean,
            ElectricShare = Number("electric-share").Mean,
            ChargingShare = Number("charging-share").Mean,
            NeedsChargerShare = Number("needs-charger-share").Mean,
            Energy = Number("energy"),
        };
    }

    private static bool TryNumber(string text, out double number) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);
}

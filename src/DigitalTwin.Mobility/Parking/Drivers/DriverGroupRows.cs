using System.Globalization;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Text;
using DigitalTwin.Numerics.Text.Tables;

namespace DigitalTwin.Mobility.Parking.Drivers;

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
        var law = csv.Text(4).Trim() switch { "" or "fixed" => TasteLaw.Fixed, "normal" => TasteLaw.Normal, "log-normal" => TasteLaw.LogNormal, "exponential" => TasteLaw.Exponential, "gamma" => TasteLaw.Gamma, _ => (TasteLaw)255 };
        if (law == (TasteLaw)255) Say(4, $"'{csv.Text(4)}' is no law; accepted are fixed, normal, log-normal, exponential, gamma.");
        if (known.Laws == 'F' && law != TasteLaw.Fixed) Say(4, $"'{quantity}' is the same for all drivers of a group; leave its law empty.");
        if (known.Laws == 'S' && law == TasteLaw.Normal) Say(4, $"'{quantity}' cannot be negative; its law is fixed, log-normal, exponential or gamma.");
        if (law is TasteLaw.LogNormal or TasteLaw.Exponential or TasteLaw.Gamma && mean <= 0) Say(2, $"The mean of a {csv.Text(4)} '{quantity}' is above 0; '{value}' was found.");
        var spread = 0.0;
        if (law is TasteLaw.Normal or TasteLaw.LogNormal or TasteLaw.Gamma && (!TryNumber(csv.Text(3).Trim(), out spread) || spread < 0))
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

using System.Globalization;
using DigitalTwin.Buildings.Schedules;
using DigitalTwin.Buildings.Systems;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Text.Tables;

namespace DigitalTwin.Buildings.Use;

/// <summary>The rows of <c>use-profiles.csv</c> and <c>use-hours.csv</c> on their way to profiles: later rows take the place of earlier ones.</summary>
internal sealed class UseTable
{
    private const string ValuesFile = "use-profiles.csv", HoursFile = "use-hours.csv", ValuesHeader = "use,quantity,value,unit,source";
    private static readonly string HoursHeader = $"use,quantity,days,{string.Join(',', Enumerable.Range(0, 24))},source";
    private static readonly string[] Days = ["workdays", "weekend", "all"];
    private readonly Dictionary<(BuildingUse, string), double> values = [];
    private readonly Dictionary<(BuildingUse, string), Carrier> words = [];
    private readonly Dictionary<(BuildingUse, string), double[]> hours = [];

    /// <summary>The shipped rows as profiles.</summary>
    public static UseProfiles ReadShipped() => OfShipped().Build();

    /// <summary>The shipped rows.</summary>
    public static UseTable OfShipped()
    {
        var (table, problems) = (new UseTable(), new ProblemList());
        using (var stream = Resource(ValuesFile)) HeadedCsv.Read(stream, ValuesFile, ValuesHeader, csv => table.Value(csv, problems), problems);
        using (var stream = Resource(HoursFile)) HeadedCsv.Read(stream, HoursFile, HoursHeader, csv => table.Hour(csv, problems), problems);
        problems.ThrowIfErrors();
        return table;
    }

    /// <summary>Reads rows of numbers and words.</summary>
    public void ReadValues(string path, ProblemList problems) => HeadedCsv.Read(path, ValuesHeader, csv => Value(csv, problems), problems);

    /// <summary>Reads rows of hours.</summary>
    public void ReadHours(string path, ProblemList problems) => HeadedCsv.Read(path, HoursHeader, csv => Hour(csv, problems), problems);

    /// <summary>The profiles.</summary>
    public UseProfiles Build() => new(Enum.GetValues<BuildingUse>().Select(Profile));

    private UseProfile Profile(BuildingUse use)
    {
        return new()
        {
            Use = use, Occupancy = Week("occupancy"), Lighting = Week("lighting"), Equipment = Week("equipment"), HeatingSetPoint = Week("heating"), CoolingSetPoint = Week("cooling"),
            Water = Relative("water"), Cooking = Relative("cooking"), FloorAreaPerPerson = Of("floor-area-per-person"), HeatPerPerson = Of("heat-per-person"), LightingPower = Of("lighting"),
            EquipmentPower = Of("equipment"), CommonPower = Of("common"), FreshAir = Of("fresh-air"), WaterPerPerson = Of("water"), HotWaterPerPerson = Of("hot-water"), CookingPerPerson = Of("cooking"),
            HeatingCarrier = words[(use, "heating-carrier")], HeatingEfficiency = Of("heating-efficiency"), HeatingCapacity = Of("heating-capacity"), CoolingPerformance = Of("cooling-performance"),
            CoolingCapacity = Of("cooling-capacity"), HotWaterCarrier = words[(use, "hot-water-carrier")], HotWaterEfficiency = Of("hot-water-efficiency"), HotLimit = Of("hot-limit"), ColdLimit = Of("cold-limit"),
        };

        double Of(string quantity) => values[(use, quantity)];

        WeekProfile Week(string quantity) => new(hours[(use, quantity)]);

        WeekProfile Relative(string quantity)
        {
            var week = hours[(use, quantity)];
            var mean = week.Average();
            return new(mean > 0 ? Array.ConvertAll(week, v => v / mean) : week);
        }
    }

    private void Value(CsvRecords csv, ProblemList problems)
    {
        if (!Begin(csv, 5, ValuesHeader, [.. UseQuantity.All.Select(q => q.Name), .. UseQuantity.Words], problems, out var use, out var name)) return;
        var (text, unit) = (csv.Text(2).Trim(), csv.Text(3).Trim());
        if (UseQuantity.Words.Contains(name))
        {
            var carrier = UseQuantity.Carriers.ToList().IndexOf(text);
            if (carrier < 0) problems.Error(csv.File, csv.Line, csv.Column(2), $"The {name} is '{text}'; {string.Join(", ", UseQuantity.Carriers)} are accepted.{NearestName.Hint(text, UseQuantity.Carriers)}");
            else words[(use, name)] = (Carrier)carrier;
            return;
        }
        var quantity = UseQuantity.All.First(q => q.Name == name);
        if (unit != quantity.Unit) problems.Error(csv.File, csv.Line, csv.Column(3), $"The unit of {name} is '{unit}'; {(quantity.Unit.Length == 0 ? "none" : $"'{quantity.Unit}'")} is accepted.");
        else if (Number(csv, 2, quantity, problems) is { } value) values[(use, name)] = value * quantity.Scale;
    }

    private void Hour(CsvRecords csv, ProblemList problems)
    {
        if (!Begin(csv, 28, HoursHeader, [.. UseQuantity.Hours.Select(q => q.Name)], problems, out var use, out var name)) return;
        var days = Array.IndexOf(Days, csv.Text(2).Trim());
        if (days < 0) problems.Error(csv.File, csv.Line, csv.Column(2), $"The days are '{csv.Text(2)}'; {string.Join(", ", Days)} are accepted.{NearestName.Hint(csv.Text(2), Days)}");
        var quantity = UseQuantity.Hours.First(q => q.Name == name);
        var read = Enumerable.Range(0, 24).Select(h => Number(csv, 3 + h, quantity, problems)).ToArray();
        if (days < 0 || read.Any(v => v is null)) return;
        if (!hours.TryGetValue((use, name), out var week)) hours[(use, name)] = week = new double[WeekProfile.Hours];
        for (var hour = 0; hour < week.Length; hour++)
            if (days == 2 || days == (hour < 120 ? 0 : 1)) week[hour] = read[hour % 24]!.Value;
    }

    private static bool Begin(CsvRecords csv, int fields, string header, IReadOnlyList<string> names, ProblemList problems, out BuildingUse use, out string name)
    {
        (use, name) = (default, "");
        if (csv.Count != fields)
        {
            problems.Error(csv.File, csv.Line, 1, $"The row has {csv.Count} fields; '{header}' has {fields}.");
            return false;
        }
        var (known, before) = (Enum.GetNames<BuildingUse>(), problems.ErrorCount);
        var word = csv.Text(0).Trim();
        if (!known.Contains(word)) problems.Error(csv.File, csv.Line, csv.Column(0), $"The use is '{word}'; {string.Join(", ", known)} are accepted.{NearestName.Hint(word, known)}");
        else use = Enum.Parse<BuildingUse>(word);
        name = csv.Text(1).Trim();
        if (!names.Contains(name)) problems.Error(csv.File, csv.Line, csv.Column(1), $"The quantity is '{name}'; {string.Join(", ", names)} are accepted.{NearestName.Hint(name, names)}");
        return problems.ErrorCount == before;
    }

    private static double? Number(CsvRecords csv, int field, UseQuantity quantity, ProblemList problems)
    {
        var text = csv.Text(field).Trim();
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value >= quantity.Least && value <= quantity.Most) return value;
        problems.Error(csv.File, csv.Line, csv.Column(field), string.Create(CultureInfo.InvariantCulture, $"{quantity.Name} is '{text}'; a number from {quantity.Least} to {quantity.Most} is accepted."));
        return null;
    }

    private static Stream Resource(string name) =>
        typeof(UseTable).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The library was built without its data file '{name}'.");
}

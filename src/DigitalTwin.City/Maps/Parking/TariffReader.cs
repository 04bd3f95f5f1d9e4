using System.Text;
using DigitalTwin.Mobility.Parking.Tariffs;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Text;

namespace DigitalTwin.Cities.Maps.Parking;

/// <summary>Reads <c>tariffs.yaml</c>: tariffs by name, as the boards at the entrances say them; their prices are <see cref="TariffPrices"/>'s to read. What they mean and whether they can be is <see cref="TariffBuilder"/>'s to say.</summary>
internal sealed class TariffReader(string path, ProblemList problems)
{
    private static readonly (string Word, FreeTimeRule Rule)[] FreeRules = [("deducted", FreeTimeRule.Deducted), ("lost", FreeTimeRule.LostWhenExceeded)];
    private static readonly (string Word, WindowCrossing Crossing)[] Crossings = [("runs-on", WindowCrossing.RunsOn), ("each-alone", WindowCrossing.EachWindowAlone)];
    private static readonly (string Word, TariffDay Day)[] Days = [("24-hours", TariffDay.TwentyFourHours), ("calendar", TariffDay.Calendar)];

    /// <summary>The tariffs of a file, in its order; those with mistakes are left out and told.</summary>
    /// <returns>Sound tariffs, and the names of all that the file has, so that a refused one is not called missing; null for names where the file could not be read.</returns>
    /// <param name="path">File.</param>
    /// <param name="groups">Groups of drivers and permits that tariffs may name.</param>
    /// <param name="problems">Hears of mistakes.</param>
    public static (IReadOnlyList<Tariff> Sound, IReadOnlyList<string>? Names) Read(string path, IReadOnlyCollection<string> groups, ProblemList problems)
    {
        string text;
        try
        {
            text = new UTF8Encoding(false, true).GetString(File.ReadAllBytes(path));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            problems.Error(path, 0, 0, error is ArgumentException ? "The file is not UTF-8." : $"The file cannot be read: {error.Message}");
            return ([], null);
        }
        if (new YamlTree(path, problems, "'currency:' and 'tariffs:'").Read(text) is not { } root) return ([], null);
        var reader = new TariffReader(path, problems);
        var sources = reader.Sources(root);
        return (TariffBuilder.Build(sources, groups, problems), sources.Count == 0 ? null : [.. sources.Select(s => s.Id)]);
    }

    private List<TariffSource> Sources(YamlMap root)
    {
        var sources = new List<TariffSource>();
        var file = new MapSection(root, "", path, problems, "A file of tariffs");
        var currency = file.Text("currency")?.Text;
        file.Need("tariffs", "The file has no 'tariffs', as in 'tariffs: { centre: { each: 1 h, price: 4 } }'.");
        if (file.Section("tariffs") is { } all)
            foreach (var (name, value) in ((YamlMap)file.Take("tariffs")!).Entries)
            {
                if (value is YamlMap tariff) sources.Add(Source(name, new(tariff, name.Text, path, problems), currency));
                else all.Error(value, $"The tariff '{name.Text}' is a group of keys, as in '{name.Text}: {{ each: 1 h, price: 4 }}'; found {value.Kind}.");
            }
        file.Finish();
        return sources;
    }

    private TariffSource Source(YamlText name, MapSection tariff, string? currency)
    {
        var (before, groups) = (problems.ErrorCount, new List<PlanSource>());
        if (tariff.Take("groups") is { } value && value is not YamlList) tariff.Error(value, $"'groups' is a list of plans, as in 'groups: [ {{ for: [residents], cap-per-day: 10 }} ]'; found {value.Kind}.");
        foreach (var item in (tariff.Take("groups") as YamlList)?.Items ?? [])
        {
            if (item is not YamlMap map)
            {
                tariff.Error(item, $"A plan for groups is a group of keys, as in '{{ for: [residents], cap-per-day: 10 }}'; found {item.Kind}.");
                continue;
            }
            var plan = new MapSection(map, $"{name.Text}.groups", path, problems);
            groups.Add(Plan(plan, name.Text) with { Groups = Names(plan, "for") });
            plan.Finish();
        }
        var source = new TariffSource
        {
            Place = At(name),
            Id = name.Text,
            Title = Title(tariff),
            Like = tariff.Text("like")?.Text,
            // What is said for the file holds for the tariffs that are like no other; the rest take their parent's.
            Currency = tariff.Text("currency")?.Text ?? (tariff.Take("like") is null ? currency : null),
            Plan = Plan(tariff, name.Text),
            GroupPlans = groups,
        };
        tariff.Finish();
        return source with { IsTorn = problems.ErrorCount > before };
    }

    private PlanSource Plan(MapSection plan, string tariff) => new()
    {
        Place = new(path, plan.Line, plan.Column),
        EntryFee = TariffPrices.Money(plan, "entry"),
        FreeTime = TariffPrices.Time(plan, "free"),
        FreeRule = OneOf(plan, "free-rule", FreeRules),
        CapPerStay = TariffPrices.Money(plan, "cap-per-stay"),
        CapPerDay = TariffPrices.Money(plan, "cap-per-day"),
        Day = OneOf(plan, "day", Days),
        StepsBeginAnew = OneOf(plan, "steps-begin-anew", [("yes", true), ("true", true), ("no", false), ("false", false)]),
        Crossing = OneOf(plan, "crossing", Crossings),
        Windows = new TariffPrices(path, problems).Windows(plan, tariff),
        Charging = Charging(plan),
    };

    private ChargingSource? Charging(MapSection plan)
    {
        if (plan.Section("charging") is not { } charging) return null;
        var made = new ChargingSource(new(path, charging.Line, charging.Column), TariffPrices.Money(charging, "per-kWh") ?? 0, TariffPrices.Money(charging, "per-idle-minute") ?? 0, TariffPrices.Time(charging, "grace") ?? 0);
        charging.Finish();
        return made;
    }

    private static LocalizedText? Title(MapSection tariff)
    {
        if (tariff.Take("title") is YamlText { Text.Length: > 0 } plain) return new(plain.Text);
        if (tariff.Section("title") is not { } title) return null;
        var (en, zh) = (title.Text("en")?.Text, title.Text("zh")?.Text);
        title.Finish();
        return en is null && zh is null ? null : new(en ?? zh!, zh ?? en!);
    }

    private static string[] Names(MapSection plan, string key)
    {
        if (plan.Take(key) is YamlText { Text.Length: > 0 } one) return [one.Text];
        if (plan.Take(key) is YamlList list && list.Items.All(i => i is YamlText { Text.Length: > 0 })) return [.. list.Items.Select(i => ((YamlText)i).Text)];
        if (plan.Take(key) is { } other) plan.Error(other, $"'{key}' are names of groups or permits, as in [residents]; found {other.Kind}.");
        return [];
    }

    private static T? OneOf<T>(MapSection section, string key, (string Word, T Value)[] words)
        where T : struct
    {
        if (section.Text(key) is not { } text) return null;
        foreach (var (word, value) in words)
            if (word == text.Text) return value;
        section.Error(text, $"'{key}' is {string.Join(" or ", words.Select(w => w.Word))}; found '{text.Text}'.{NearestName.Hint(text.Text, words.Select(w => w.Word))}");
        return null;
    }

    private SourcePlace At(YamlValue at) => new(path, at.Line, at.Column);
}

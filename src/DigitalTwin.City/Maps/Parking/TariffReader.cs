using System.Globalization;
using System.Text;
using DigitalTwin.Mobility.Parking;
using DigitalTwin.Mobility.Parking.Tariffs;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Text;
using DigitalTwin.Numerics.Units;

namespace DigitalTwin.Cities.Maps.Parking;

/// <summary>Reads <c>tariffs.yaml</c>: tariffs by name, as the boards at the entrances say them. What they mean and whether they can be is <see cref="TariffBuilder"/>'s to say.</summary>
internal sealed class TariffReader(string path, ProblemList problems)
{
    private static readonly Unit Second = Unit.Parse("s");
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
        EntryFee = Money(plan, "entry"),
        FreeTime = Time(plan, "free"),
        FreeRule = OneOf(plan, "free-rule", FreeRules),
        CapPerStay = Money(plan, "cap-per-stay"),
        CapPerDay = Money(plan, "cap-per-day"),
        Day = OneOf(plan, "day", Days),
        StepsBeginAnew = OneOf(plan, "steps-begin-anew", [("yes", true), ("true", true), ("no", false), ("false", false)]),
        Crossing = OneOf(plan, "crossing", Crossings),
        Windows = Windows(plan, tariff),
        Charging = Charging(plan),
    };

    /// <summary>Prices by time of the week (<c>hours</c>), or at all times: <c>steps</c>, or one step in short (<c>each: 1 h, price: 4</c>).</summary>
    private List<WindowSource>? Windows(MapSection plan, string tariff)
    {
        var (hours, steps) = (plan.Take("hours"), Steps(plan));
        if (hours is null) return steps is null ? null : [new(new(path, plan.Line, plan.Column), WeekTime.Always, steps)];
        if (steps is not null) plan.Error(hours, $"'{tariff}' has prices of its own and 'hours' too; 'hours' has all prices, or none.");
        if (hours is not YamlList { Items.Count: > 0 } list)
        {
            plan.Error(hours, $"'hours' is a list, as in 'hours: [ {{ when: \"07:00-21:00\", each: 1 h, price: 4 }}, {{ when: \"21:00-07:00\", price: 0 }} ]'; found {hours.Kind}.");
            return null;
        }
        var windows = new List<WindowSource>();
        foreach (var item in list.Items)
        {
            if (item is not YamlMap map)
            {
                plan.Error(item, $"The prices of some hours are a group of keys, as in '{{ when: \"07:00-21:00\", each: 1 h, price: 4 }}'; found {item.Kind}.");
                continue;
            }
            var window = new MapSection(map, $"{tariff}.hours", path, problems);
            var (prices, cap) = (Steps(window) ?? [], Money(window, "cap"));
            if (window.Text("when") is { } when)
            {
                if (WeekHours.TryParse(when.Text, out var times, out var problem)) windows.AddRange(times.Select(time => new WindowSource(At(when), time, prices, cap)));
                else window.Error(when, char.ToUpperInvariant(problem![0]) + problem[1..]);
            }
            else if (window.Take("when") is null) window.Error("These prices do not say 'when' they hold, as in 'when: \"Mo-Fr 07:00-21:00\"'.");
            window.Finish();
        }
        return windows;
    }

    private List<StepSource>? Steps(MapSection prices)
    {
        var (steps, price, each) = (prices.Take("steps"), Money(prices, "price"), Time(prices, "each"));
        if (steps is null)
        {
            if (each is not null && prices.Take("price") is null) prices.Error(prices.Take("each")!, "An 'each' has no 'price'.");
            return prices.Take("price") is { } at ? [new(At(at), 0, each ?? 0, price ?? 0)] : null;
        }
        if (price is not null || each is not null) prices.Error(steps, "'steps' has the prices: 'price' and 'each' do not stand beside it.");
        if (steps is not YamlList list)
        {
            prices.Error(steps, $"'steps' is a list, as in 'steps: [ {{ each: 30 min, price: 3 }}, {{ from: 2 h, each: 1 h, price: 4 }} ]'; found {steps.Kind}.");
            return [];
        }
        var read = new List<StepSource>();
        foreach (var item in list.Items)
        {
            if (item is not YamlMap map)
            {
                prices.Error(item, $"A step is a group of keys, as in '{{ from: 2 h, each: 1 h, price: 4 }}'; found {item.Kind}.");
                continue;
            }
            var step = new MapSection(map, "steps", path, problems);
            if (step.Take("price") is null) step.Error("A step has no 'price'.");
            read.Add(new(new(path, step.Line, step.Column), Time(step, "from") ?? 0, Time(step, "each") ?? 0, Money(step, "price") ?? 0));
            step.Finish();
        }
        return read;
    }

    private ChargingSource? Charging(MapSection plan)
    {
        if (plan.Section("charging") is not { } charging) return null;
        var made = new ChargingSource(new(path, charging.Line, charging.Column), Money(charging, "per-kWh") ?? 0, Money(charging, "per-idle-minute") ?? 0, Time(charging, "grace") ?? 0);
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

    private static decimal? Money(MapSection section, string key)
    {
        if (section.Text(key) is not { } text) return null;
        if (decimal.TryParse(text.Text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var amount)) return amount;
        section.Error(text, $"'{key}' is an amount of money as a number; found {text.Kind}.");
        return null;
    }

    private static double? Time(MapSection section, string key)
    {
        if (section.Text(key) is not { } text) return null;
        if (text.Text == "0") return 0;
        if (Quantity.TryParse(text.Text, Second, out var seconds, out var problem)) return seconds;
        section.Error(text, $"'{key}' is a time with its unit, as in '30 min'. {problem}");
        return null;
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

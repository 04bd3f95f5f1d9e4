using System.Globalization;
using DigitalTwin.Mobility.Parking;
using DigitalTwin.Mobility.Parking.Tariffs;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Units;

namespace DigitalTwin.Cities.Maps.Parking;

/// <summary>Reads the prices of a tariff: by hours of the week and by steps of a stay, amounts of money and times.</summary>
internal sealed class TariffPrices(string path, ProblemList problems)
{
    private static readonly Unit Second = Unit.Parse("s");

    /// <summary>Prices by time of the week (<c>hours</c>), or at all times: <c>steps</c>, or one step in short (<c>each: 1 h, price: 4</c>).</summary>
    public List<WindowSource>? Windows(MapSection plan, string tariff)
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
        var (steps, price, each) = (prices.Take("steps"), Money(prices, "price"), Increment(prices));
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
            read.Add(new(new(path, step.Line, step.Column), Time(step, "from") ?? 0, Increment(step) ?? 0, Money(step, "price") ?? 0));
            step.Finish();
        }
        return read;
    }

    /// <summary>An amount of money; null when absent or wrong (reported).</summary>
    public static decimal? Money(MapSection section, string key)
    {
        if (section.Text(key) is not { } text) return null;
        if (decimal.TryParse(text.Text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var amount)) return amount;
        section.Error(text, $"'{key}' is an amount of money as a number; found {text.Kind}.");
        return null;
    }

    /// <summary>How long what is paid lasts, s, above 0; null when absent, which is once, or wrong (reported).</summary>
    private static double? Increment(MapSection section)
    {
        if (Time(section, "each") is not { } seconds) return null;
        if (seconds > 0) return seconds;
        section.Error(section.Take("each")!, "'each' is a time above 0; a price that is paid once has none.");
        return null;
    }

    /// <summary>A time, s; null when absent or wrong (reported).</summary>
    public static double? Time(MapSection section, string key)
    {
        if (section.Text(key) is not { } text) return null;
        if (text.Text == "0") return 0;
        if (Quantity.TryParse(text.Text, Second, out var seconds, out var problem)) return seconds;
        section.Error(text, $"'{key}' is a time with its unit, as in '30 min'. {problem}");
        return null;
    }

    private SourcePlace At(YamlValue at) => new(path, at.Line, at.Column);
}

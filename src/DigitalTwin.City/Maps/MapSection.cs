using System.Globalization;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Cities.Maps;

/// <summary>A group of keys of <c>city.yaml</c> being read: hands out values of the kind that is asked for, and in the end reports every key that nobody asked for.</summary>
internal sealed class MapSection(YamlMap map, string title, string file, ProblemList problems, string whole = "A map")
{
    private readonly List<string> known = [];
    private readonly List<(string Key, string Sentence)> needed = [];

    public int Line => map.Line;

    public int Column => map.Column;

    /// <summary>The keys that stand here, for groups whose keys are names.</summary>
    public IEnumerable<string> Keys() => map.Entries.Select(e => e.Key.Text);

    /// <summary>All keys and values, for groups whose keys are names that only another file knows.</summary>
    public IReadOnlyList<(YamlText Key, YamlValue Value)> Entries()
    {
        known.AddRange(Keys());
        return map.Entries;
    }

    /// <summary>The value of a key, or null when it is absent.</summary>
    public YamlValue? Take(string key)
    {
        known.Add(key);
        foreach (var (name, value) in map.Entries)
            if (name.Text == key) return value;
        return null;
    }

    /// <summary>A text; null when absent or when something else was found (reported).</summary>
    public YamlText? Text(string key)
    {
        var value = Take(key);
        if (value is null or YamlText { Text.Length: > 0 }) return (YamlText?)value;
        Error(value, $"'{key}' is a text; found {value.Kind}.");
        return null;
    }

    /// <summary>A number within limits; NaN when absent or wrong (reported).</summary>
    public double Number(string key, double least, double most)
    {
        var value = Take(key);
        return value is null ? double.NaN : Number(value, $"'{key}'", least, most);
    }

    /// <summary>A list of numbers, each within its limits; null when absent or wrong (reported).</summary>
    public double[]? Numbers(string key, string form, params ReadOnlySpan<(double Least, double Most)> limits)
    {
        var value = Take(key);
        if (value is null) return null;
        if (value is not YamlList list || list.Items.Count != limits.Length)
        {
            Error(value, $"'{key}' is {form}; found {(value is YamlList found ? $"a list of {found.Items.Count}" : value.Kind)}.");
            return null;
        }
        var numbers = new double[limits.Length];
        for (var i = 0; i < numbers.Length; i++) numbers[i] = Number(list.Items[i], $"'{key}'", limits[i].Least, limits[i].Most);
        return numbers.Any(double.IsNaN) ? null : numbers;
    }

    /// <summary>A group of keys; null when absent or when something else was found (reported).</summary>
    public MapSection? Section(string key)
    {
        var value = Take(key);
        if (value is YamlMap group) return new(group, key, file, problems);
        if (value is not null) Error(value, $"'{key}' is a group of keys, as in '{key}: {{ … }}'; found {value.Kind}.");
        return null;
    }

    /// <summary>A part given in short, <c>key: file</c>, or in full, <c>key: { file: file }</c>.</summary>
    public YamlText? File(string key)
    {
        if (Take(key) is not YamlMap) return Text(key);
        var section = Section(key)!;
        var name = section.Text("file");
        section.Need("file", $"'{key}' names no 'file'.");
        section.Finish();
        return name;
    }

    /// <summary>A key without which nothing goes; when it is absent the sentence is said in the end, unless a key that nobody asked for is this one misspelt.</summary>
    public void Need(string key, string sentence)
    {
        if (Take(key) is null) needed.Add((key, sentence));
    }

    public void Error(string sentence) => problems.Error(file, map.Line, map.Column, sentence);

    public void Error(YamlValue at, string sentence) => problems.Error(file, at.Line, at.Column, sentence);

    public void Note(YamlValue at, string sentence) => problems.Note(file, at.Line, at.Column, sentence);

    /// <summary>Reports every key that was not asked for, and those that were needed.</summary>
    public void Finish()
    {
        foreach (var (key, sentence) in needed)
            if (!map.Entries.Any(e => !known.Contains(e.Key.Text) && NearestName.Of(e.Key.Text, known) == key)) Error(sentence);
        foreach (var (name, _) in map.Entries)
        {
            if (known.Contains(name.Text)) continue;
            var place = title.Length == 0 ? whole : $"'{title}'";
            Error(name, $"{place} has no key '{name.Text}'; accepted are {string.Join(", ", known.Distinct())}.{NearestName.Hint(name.Text, known)}");
        }
    }

    private double Number(YamlValue value, string what, double least, double most)
    {
        if (value is YamlText text && double.TryParse(text.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        Error(value, $"{what} is a number from {least} to {most}; found {value.Kind}.");
        return double.NaN;
    }
}

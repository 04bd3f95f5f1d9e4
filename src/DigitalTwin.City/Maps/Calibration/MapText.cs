using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Cities.Maps.Calibration;

/// <summary>The text of a <c>city.yaml</c>, of which parts are taken out and others added; everything else stays as its owner wrote it, comments too.</summary>
internal sealed class MapText
{
    private readonly string owners;
    private string text;

    /// <summary>Reads the text.</summary>
    /// <param name="owners">The file as its owner knows it, for sentences.</param>
    /// <exception cref="InputException">Its keys do not stand in lines of their own.</exception>
    public MapText(string owners)
    {
        (this.owners, text) = (owners, File.ReadAllText(owners));
        if (Read().Entries.GroupBy(e => e.Key.Line).FirstOrDefault(line => line.Count() > 1 || line.First().Key.Column > 1) is { } line)
            throw new InputException([new(Severity.Error, owners, line.Key, 1, $"Keys such as '{line.First().Key.Text}' are expected at the beginning of lines of their own, so that others can be added; put them there, and try again.")]);
    }

    /// <summary>Takes out a key with its value; nothing happens where it is not there.</summary>
    /// <param name="key">The key: <c>demand</c>.</param>
    /// <param name="within">The key of the group that it lies in, or null at the outermost level. A group that is left empty goes too.</param>
    public void Remove(string key, string? within = null)
    {
        var entries = Read().Entries;
        if (within is not null)
        {
            var group = entries.FirstOrDefault(e => e.Key.Text == within);
            if (group.Value is not YamlMap { Entries: var inner } || inner.All(e => e.Key.Text != key)) return;
            if (inner.Count == 1) Remove(within);
            else Cut(inner, key, Following(entries, group.Key));
        }
        else if (entries.Any(e => e.Key.Text == key)) Cut(entries, key, int.MaxValue);
    }

    /// <summary>Adds lines at the end.</summary>
    public void Add(string lines) => text = $"{text.TrimEnd()}\n{lines}\n";

    /// <summary>Writes the text into a file.</summary>
    public void Save(string path) => File.WriteAllText(path, text);

    private YamlMap Read()
    {
        var problems = new ProblemList();
        var map = new YamlTree(owners, problems).Read(text);
        problems.ThrowIfErrors();
        return map!;
    }

    // Lines from the key's own up to the next key's; comments right before that one are its own.
    private void Cut(IReadOnlyList<(YamlText Key, YamlValue Value)> entries, string key, int end)
    {
        var lines = text.Split('\n').ToList();
        var own = entries.First(e => e.Key.Text == key).Key;
        var last = Math.Min(Math.Min(Following(entries, own), end), lines.Count + 1) - 1;
        if (entries.Any(e => e.Key != own && e.Key.Line == own.Line))
            throw new InputException([new(Severity.Error, owners, own.Line, own.Column, $"'{key}' stands in one line with other keys; put it into a line of its own, and try again.")]);
        while (last > own.Line && lines[last - 1].TrimStart() is "" or ['#', ..]) last--;
        lines.RemoveRange(own.Line - 1, last - own.Line + 1);
        text = string.Join('\n', lines);
    }

    private static int Following(IReadOnlyList<(YamlText Key, YamlValue Value)> entries, YamlText key) => entries.Select(e => e.Key.Line).Where(line => line > key.Line).DefaultIfEmpty(int.MaxValue).Min();
}

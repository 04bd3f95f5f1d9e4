using System.Globalization;
using DigitalTwin.Buildings.Envelope;
using DigitalTwin.Buildings.Records;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Text.Tables;

namespace DigitalTwin.Buildings.Archetypes;

/// <summary>Reads the rows of a data file; every mistake is a sentence and its row is left out.</summary>
internal sealed class ArchetypeReader(ProblemList problems)
{
    public static readonly string Header = $"use,from,to,zone,{string.Join(',', ArchetypeRow.Columns)},source";

    private static readonly string[] MassNames = ["very-light", "light", "medium", "heavy", "very-heavy"];

    public List<ArchetypeRow> Rows { get; } = [];

    public void Row(CsvRecords csv)
    {
        var fields = ArchetypeRow.Columns.Length + 5;
        if (csv.Count != fields)
        {
            problems.Error(csv.File, csv.Line, 1, $"The row has {csv.Count} fields; '{Header}' has {fields}.");
            return;
        }
        var before = problems.ErrorCount;
        var uses = Words(csv, 0, "use", BuildingUseWords.Names, name => BuildingUseWords.TryParse(name, out var use) ? use : (BuildingUse?)null);
        var zones = Words(csv, 3, "climate zone", ClimateZones.Names, name => ClimateZones.TryParse(name, out var zone) ? zone : (ClimateZone?)null);
        var (from, to) = (Year(csv, 1, int.MinValue), Year(csv, 2, int.MaxValue));
        if (from > to) problems.Error(csv.File, csv.Line, csv.Column(1), $"The years {from} to {to} are none.");
        var values = new double[ArchetypeRow.Columns.Length];
        for (var i = 0; i < values.Length; i++) values[i] = Value(csv, 4 + i, i);
        var source = csv.Text(fields - 1).Trim();
        if (source.Length == 0) problems.Error(csv.File, csv.Line, csv.Column(fields - 1), "The row has no source; 'assumption' and why is one.");
        if (values.All(double.IsNaN)) problems.Error(csv.File, csv.Line, 1, "The row has no value.");
        if (problems.ErrorCount == before) Rows.Add(new(csv.Line, uses, from, to, zones, values, source));
    }

    private T[] Words<T>(CsvRecords csv, int field, string what, IReadOnlyList<string> names, Func<string, T?> parse)
        where T : struct, Enum
    {
        var words = csv.Text(field).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words is ["*"]) return Enum.GetValues<T>();
        if (words.Length == 0) problems.Error(csv.File, csv.Line, csv.Column(field), $"The row names no {what}; '*' is any.");
        var found = new List<T>();
        foreach (var word in words)
        {
            if (parse(word) is { } value) found.Add(value);
            else problems.Error(csv.File, csv.Line, csv.Column(field), $"'{word}' is no {what}; {string.Join(", ", names)} and * are accepted.{NearestName.Hint(word, names)}");
        }
        return [.. found];
    }

    private int Year(CsvRecords csv, int field, int open)
    {
        var text = csv.Text(field).Trim();
        if (text.Length == 0) return open;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1000 and <= 3000) return year;
        problems.Error(csv.File, csv.Line, csv.Column(field), $"'{text}' is not a year from 1000 to 3000.");
        return open;
    }

    private double Value(CsvRecords csv, int field, int column)
    {
        var (text, name) = (csv.Text(field).Trim(), ArchetypeRow.Columns[column]);
        if (text.Length == 0) return double.NaN;
        if (name == "mass")
        {
            var mass = Array.IndexOf(MassNames, text);
            if (mass < 0) problems.Error(csv.File, csv.Line, csv.Column(field), $"'{text}' is no class of heat capacity; {string.Join(", ", MassNames)} are accepted.{NearestName.Hint(text, MassNames)}");
            return mass < 0 ? double.NaN : mass;
        }
        var (least, most) = ArchetypeRow.Limits[column];
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most && (name != "storeys" || value == Math.Floor(value))) return value;
        problems.Error(csv.File, csv.Line, csv.Column(field), string.Create(CultureInfo.InvariantCulture, $"'{name}' is a {(name == "storeys" ? "whole number" : "number")} from {least} to {most}; found '{text}'."));
        return double.NaN;
    }

    public static ThermalMass MassOf(double number) => (ThermalMass)(int)number;
}

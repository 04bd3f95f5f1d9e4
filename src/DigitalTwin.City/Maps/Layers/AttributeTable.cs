using System.Globalization;
using DigitalTwin.Cities.Assets;
using DigitalTwin.Cities.GeoJson;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Units;

namespace DigitalTwin.Cities.Maps.Layers;

/// <summary>Gathers the properties of features into columns: numbers in SI where all are numbers, texts otherwise.</summary>
internal sealed class AttributeTable(AssetFile file, ProblemList problems)
{
    /// <summary>Most different properties of a file.</summary>
    private const int MostColumns = 512;

    private readonly Dictionary<string, Gathering> byName = new(StringComparer.Ordinal);
    private readonly List<Gathering> inOrder = [];
    private bool full;

    public void Add(int row, GeoFeature feature)
    {
        foreach (var (name, value) in feature.Properties)
        {
            if (name is "id" || value.Kind == GeoValueKind.Null) continue;
            if (!byName.TryGetValue(name, out var column))
            {
                if (inOrder.Count == MostColumns)
                {
                    if (!full) problems.Error(file.Path, feature.Line, feature.Column, $"The features have more than {MostColumns} different properties; '{Shown(name)}' would be one more.");
                    full = true;
                    continue;
                }
                inOrder.Add(column = new(name, feature.Line, feature.Column));
                byName.Add(name, column);
            }
            column.Add(row, value, feature);
        }
    }

    /// <summary>The columns, in the order in which the file first names them.</summary>
    public List<AssetColumn> Columns(int rows)
    {
        foreach (var declared in file.Units)
            if (!byName.ContainsKey(declared.Property))
                problems.Error(MapFile.FileName, declared.Line, declared.Column,
                    $"No feature of {Path.GetFileName(file.Path)} has a property '{declared.Property}'.{NearestName.Hint(declared.Property, byName.Keys)}");
        var columns = new List<AssetColumn>();
        var taken = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var gathered in inOrder)
        {
            var declared = file.Units.FirstOrDefault(u => u.Property == gathered.Name)?.Unit;
            var (name, unit) = declared is not null ? (gathered.Name, Unit.Parse(declared)) : gathered.IsNumber ? AttributeUnit.Of(gathered.Name) : (gathered.Name, Unit.One);
            if (declared is not null && gathered.FirstText is { } text)
                problems.Error(file.Path, text.Line, text.Column, $"The property '{gathered.Name}' is in {declared}, and here it is the text '{Shown(text.Text)}'.");
            else if (gathered is { IsNumber: false, FirstNumber: { } number, FirstText: { } word })
                problems.Warning(file.Path, word.Line, word.Column,
                    $"The property '{gathered.Name}' is the text '{Shown(word.Text)}' here and a number in line {number.Line}; all of it is taken as text.");
            if (!taken.TryAdd(name, gathered.Name))
                problems.Error(file.Path, gathered.Line, gathered.Column, $"The properties '{taken[name]}' and '{gathered.Name}' are both '{name}' without their units.");
            else columns.Add(gathered.AsColumn(name, unit, rows));
        }
        return columns;
    }

    private static string Shown(string text) => text.Length <= 40 ? text : text[..40] + "…";

    private sealed class Gathering(string name, int line, int column)
    {
        private readonly List<(int Row, GeoValue Value)> values = [];

        public string Name => name;

        public int Line => line;

        public (int Line, int Column, string Text)? FirstText { get; private set; }

        public (int Line, int Column)? FirstNumber { get; private set; }

        public bool IsNumber => FirstText is null;

        public int Column => column;

        public void Add(int row, GeoValue value, GeoFeature feature)
        {
            if (value.Kind == GeoValueKind.Number) FirstNumber ??= (feature.Line, feature.Column);
            else FirstText ??= (feature.Line, feature.Column, Text(value));
            // The last of equal names counts, as everywhere in GeoJSON.
            if (values.Count > 0 && values[^1].Row == row) values[^1] = (row, value);
            else values.Add((row, value));
        }

        public AssetColumn AsColumn(string called, Unit unit, int rows)
        {
            if (IsNumber)
            {
                var numbers = new double[rows];
                Array.Fill(numbers, double.NaN);
                foreach (var (row, value) in values) numbers[row] = unit.ToSI(value.Number);
                return AssetColumn.Numbers(called, AttributeUnit.Kept(unit), i => numbers[i]);
            }
            var texts = new string[rows];
            Array.Fill(texts, "");
            foreach (var (row, value) in values) texts[row] = Text(value);
            return AssetColumn.Texts(called, i => texts[i]);
        }

        private static string Text(GeoValue value) => value.Kind switch
        {
            GeoValueKind.Number => value.Number.ToString("R", CultureInfo.InvariantCulture),
            GeoValueKind.Truth => value.Number != 0 ? "true" : "false",
            _ => value.Text ?? "",
        };
    }
}

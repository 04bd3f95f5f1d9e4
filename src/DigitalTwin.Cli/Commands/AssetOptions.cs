using System.CommandLine;
using DigitalTwin.Cities.Maps.Layers;

namespace DigitalTwin.Cli.Commands;

/// <summary>The options of <c>twin map import</c> that name files of assets and what is taken from them.</summary>
internal static class AssetOptions
{
    /// <summary><c>--assets parking/lot=lots.csv</c>, as often as there are types.</summary>
    public static Option<string[]> Files() => Pairs("--assets", "Assets of a type: TYPE=FILE, GeoJSON or CSV, as in parking/lot=lots.csv.", "a type and a file are expected, as in parking/lot=lots.csv");

    /// <summary><c>--columns id=Code capacity=Spaces</c>.</summary>
    public static Option<string[]> Columns() => Pairs("--columns", "Columns taken from CSV files of assets: NAME=HEADER, as in id=Code capacity=Spaces; all when left out.", "a name and a column are expected, as in id=Code");

    public static IReadOnlyList<AssetSource> Sources(string[] given) => [.. given.Select(Pair).Select(p => new AssetSource(p.Left, p.Right))];

    public static IReadOnlyList<AssetCsvColumn> Chosen(string[] given) => [.. given.Select(Pair).Select(p => new AssetCsvColumn(p.Left, p.Right))];

    private static Option<string[]> Pairs(string name, string description, string expected)
    {
        var option = new Option<string[]>(name) { Description = description, AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [] };
        option.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(t => t.Value.IndexOf('=') is var at && (at < 1 || at == t.Value.Length - 1)))
                result.AddError($"{name} has '{token.Value}'; {expected}.");
        });
        return option;
    }

    private static (string Left, string Right) Pair(string text) => (text[..text.IndexOf('=')], text[(text.IndexOf('=') + 1)..]);
}

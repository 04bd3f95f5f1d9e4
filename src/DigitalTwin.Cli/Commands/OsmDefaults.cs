using System.CommandLine;
using System.Globalization;
using DigitalTwin.Mobility.Osm;
using DigitalTwin.Mobility.Roads;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Cli.Commands;

/// <summary>What <c>twin map import --osm</c> takes where OpenStreetMap does not say it: <c>--osm-default surface-area=25 storeys=4</c>.</summary>
internal static class OsmDefaults
{
    private static readonly (string Name, double Most, Func<OsmOptions, double, OsmOptions> Set)[] Known =
    [
        ("surface-area", 200, (o, v) => o with { SurfaceArea = v }), ("garage-area", 200, (o, v) => o with { GarageArea = v }), ("bay-area", 200, (o, v) => o with { BayArea = v }),
        ("storeys", 30, (o, v) => o with { Storeys = (int)v }), ("basements", 30, (o, v) => o with { Basements = (int)v }),
        ("point-spaces", 10_000, (o, v) => o with { PointSpaces = (int)v }), ("garage-spaces", 10_000, (o, v) => o with { PointGarageSpaces = (int)v }),
        ("parallel-bay", 30, (o, v) => o with { ParallelBay = v }), ("diagonal-bay", 30, (o, v) => o with { DiagonalBay = v }), ("perpendicular-bay", 30, (o, v) => o with { PerpendicularBay = v }),
        ("clear-of-junction", 100, (o, v) => o with { ClearOfJunction = v }), ("entrance-reach", 1000, (o, v) => o with { EntranceReach = v }), ("charger-kW", 1000, (o, v) => o with { ChargerPower = 1000 * v }),
    ];

    public static Option<string[]> Option()
    {
        var option = new Option<string[]>("--osm-default")
        {
            Description = $"What is taken where OpenStreetMap is silent, NAME=NUMBER in m, m² and spaces, as in surface-area=25: {string.Join(", ", Known.Select(k => k.Name))}.",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => [],
        };
        option.Validators.Add(result =>
        {
            foreach (var token in result.Tokens)
                if (Mistake(token.Value) is { } mistake) result.AddError(mistake);
        });
        return option;
    }

    public static OsmOptions Of(string[] given, bool driveLeft, bool withoutService)
    {
        var options = new OsmOptions { Side = driveLeft ? DrivingSide.Left : DrivingSide.Right, WithServiceRoads = !withoutService };
        foreach (var text in given)
        {
            var at = text.IndexOf('=', StringComparison.Ordinal);
            options = Known.First(k => k.Name == text[..at]).Set(options, double.Parse(text[(at + 1)..], CultureInfo.InvariantCulture));
        }
        return options;
    }

    private static string? Mistake(string text)
    {
        var at = text.IndexOf('=', StringComparison.Ordinal);
        if (at < 1) return $"--osm-default has '{text}'; a name and a number are expected, as in surface-area=25.";
        var name = text[..at];
        if (!Known.Any(k => k.Name == name)) return $"--osm-default has no '{name}'; there are {string.Join(", ", Known.Select(k => k.Name))}.{NearestName.Hint(name, Known.Select(k => k.Name))}";
        var (least, most) = (name is "clear-of-junction" or "entrance-reach" ? 0 : 1, Known.First(k => k.Name == name).Most);
        return double.TryParse(text[(at + 1)..], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most
            ? null : $"--osm-default has '{text}'; a number from {least} to {most} is expected.";
    }
}

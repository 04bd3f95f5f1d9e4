using System.Globalization;
using DigitalTwin.Mobility.Roads;
using DigitalTwin.Numerics.Units;

namespace DigitalTwin.Cities.Maps.Roads;

/// <summary>
/// Reads <c>roads</c> of <c>city.yaml</c>: a file in short, or with what its streets are taken to be where they do not say it:
/// <c>roads: { file: streets.geojson, side: left, snap: 1 m, defaults: { primary: { speed: 60 km/h, lanes: 3 } } }</c>.
/// </summary>
internal sealed class RoadSection(MapSection map, Func<YamlText?, MapSection, string?> existing, ISet<string> settings)
{
    private const string Key = "roads";

    public (string? File, RoadDefaults Defaults) Read()
    {
        if (map.Take(Key) is not YamlMap) return (existing(map.Text(Key), map), RoadDefaults.Standard);
        var section = map.Section(Key)!;
        var name = section.Text("file");
        section.Need("file", $"'{Key}' names no 'file'.");
        var standard = RoadDefaults.Standard;
        var defaults = standard with
        {
            Side = Side(section),
            SnapTolerance = Quantity(section, "snap", "m", 0, 50, standard.SnapTolerance),
            JamSpacing = Quantity(section, "jam-spacing", "m", 4, 30, standard.JamSpacing),
            GreenShare = Number(section, "green", 0.01, 1, standard.GreenShare),
            RampSpeed = Number(section, "ramp-speed", 0.1, 1, standard.RampSpeed),
            Classes = Classes(section, standard),
        };
        section.Finish();
        return (existing(name, section), defaults);
    }

    private DrivingSide Side(MapSection section)
    {
        if (section.Text("side") is not { } side) return DrivingSide.Right;
        if (side.Text is "right" or "left") settings.Add($"{Key}.side={side.Text}");
        else section.Error(side, $"'side' is the side on which one drives, right or left; found {side.Kind}.");
        return side.Text == "left" ? DrivingSide.Left : DrivingSide.Right;
    }

    private IReadOnlyList<ClassDefaults> Classes(MapSection section, RoadDefaults standard)
    {
        if (section.Section("defaults") is not { } defaults) return standard.Classes;
        ClassDefaults[] classes = [.. standard.Classes];
        for (var i = 0; i < classes.Length; i++)
        {
            var road = RoadClassText.Names[i];
            if (defaults.Section(road) is not { } given) continue;
            var path = $"defaults.{road}";
            classes[i] = new(
                Quantity(given, "speed", "km/h", 1, 200, double.NaN, path) is var speed && double.IsNaN(speed) ? classes[i].Speed : SpeedText.FromKilometresPerHour(speed),
                Number(given, "lanes", 0.5, 20, classes[i].Lanes, path),
                Number(given, "saturation", 1, 20_000, double.NaN, path) is var flow && double.IsNaN(flow) ? classes[i].Saturation : FlowText.FromPerHour(flow));
            given.Finish();
        }
        defaults.Finish();
        return classes;
    }

    private double Number(MapSection section, string key, double least, double most, double otherwise, string? path = null)
    {
        var number = section.Number(key, least, most);
        return double.IsNaN(number) ? otherwise : Set(path, key, number);
    }

    private double Quantity(MapSection section, string key, string unit, double least, double most, double otherwise, string? path = null)
    {
        if (section.Text(key) is not { } text) return otherwise;
        if (!Numerics.Units.Quantity.TryParse(text.Text, Unit.Parse(unit), out var value, out var problem)) section.Error(text, $"'{key}': {problem}");
        else if (!(value >= least && value <= most)) section.Error(text, string.Create(CultureInfo.InvariantCulture, $"'{key}' is from {least} to {most} {unit}; found {text.Kind}."));
        else return Set(path, key, value);
        return otherwise;
    }

    private double Set(string? path, string key, double value)
    {
        settings.Add(string.Create(CultureInfo.InvariantCulture, $"{Key}.{(path is null ? "" : path + ".")}{key}={value:R}"));
        return value;
    }
}

using System.Globalization;
using DigitalTwin.Mobility.Emissions;

namespace DigitalTwin.Cities.Maps.Emissions;

/// <summary>Reads <c>emissions</c> of <c>city.yaml</c>: <c>{ factors: factors.csv, fleet: fleet.csv }</c>, or a fleet in place, <c>fleet: { petrol-euro-5: 60 %, electric: 40 % }</c>.</summary>
internal sealed class EmissionSection(MapSection map, string file, Func<YamlText?, MapSection, string?> existing, ISet<string> settings)
{
    private const string Key = "emissions";

    public EmissionFiles? Read()
    {
        if (map.Section(Key) is not { } section) return null;
        var isInPlace = section.Take("fleet") is YamlMap;
        var read = new EmissionFiles(file, section.Line, section.Column)
        {
            FactorsFile = existing(section.Text("factors"), section),
            FleetFile = isInPlace ? null : existing(section.Text("fleet"), section),
            Shares = isInPlace ? Shares(section.Section("fleet")!) : null,
            Source = section.Text("source")?.Text,
        };
        if (section.Take("fleet") is null) section.Error($"'{Key}' names no 'fleet': a file, or kinds of cars and their shares, as in {{ petrol-euro-5: 60 %, {VehicleFleet.Electric}: 40 % }}.");
        if (!isInPlace && section.Take("source") is { } source) section.Error(source, "'source' goes with a fleet in place; a file has a column for it.");
        section.Finish();
        return read;
    }

    private List<GivenShare> Shares(MapSection fleet)
    {
        var shares = new List<GivenShare>();
        foreach (var (key, value) in fleet.Entries())
        {
            var found = value is YamlText text ? text.Text : value.Kind;
            if (FleetReader.TryShare(found, out var share) is { } wrong) fleet.Error(value, $"'{key.Text}': {wrong}");
            shares.Add(new(key.Text, share, key.Line, key.Column));
            settings.Add(string.Create(CultureInfo.InvariantCulture, $"{Key}.fleet.{key.Text}={share:R}"));
        }
        return shares;
    }
}

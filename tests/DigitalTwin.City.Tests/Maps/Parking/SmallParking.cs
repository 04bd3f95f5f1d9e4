using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Cities.Tests.Maps.Parking;

/// <summary>A map of a few streets with two lots and two kerbs, for tests to break.</summary>
internal static class SmallParking
{
    public const string Yaml = """
        name: small
        place: { lon: 114.40, lat: 30.50 }
        roads: streets.geojson
        parking: { file: parking.geojson, tariffs: tariffs.yaml }
        """;

    /// <summary>An avenue from west to east in two pieces, a two-way street to the north and a one-way street to the south; 0.001 degrees are about 100 m.</summary>
    public const string Streets = """
        {"type":"FeatureCollection","features":[
        {"type":"Feature","id":"S-1","properties":{"class":"primary"},"geometry":{"type":"LineString","coordinates":[[114.395,30.500],[114.400,30.500]]}},
        {"type":"Feature","id":"S-2","properties":{"class":"primary"},"geometry":{"type":"LineString","coordinates":[[114.400,30.500],[114.405,30.500]]}},
        {"type":"Feature","id":"S-3","properties":{"class":"residential"},"geometry":{"type":"LineString","coordinates":[[114.400,30.500],[114.400,30.505]]}},
        {"type":"Feature","id":"S-4","properties":{"class":"residential","oneway":true},"geometry":{"type":"LineString","coordinates":[[114.400,30.495],[114.400,30.500]]}}]}
        """;

    public const string Lots = """
        {"type":"FeatureCollection","features":[
        {"type":"Feature","id":"P-1","properties":{"name_en":"North","name_zh":"北","kind":"underground","capacity":240,"levels":2,"entrance_cars_per_hour":360,"exit_cars_per_hour":300,"queue_places":8,"opening_hours":"06:00-24:00","chargers":12,"charger_power_kW":60,"tariff":"centre","operator":"North Parking"},"geometry":{"type":"Point","coordinates":[114.3978,30.5003]}},
        {"type":"Feature","id":"P-2","properties":{"capacity":80,"access_groups":["commuters"],"opening_hours":"Mo-Fr 07:00-20:00","shared_hours":"Mo-Th 20:00-07:00; Fr 20:00-24:00; Sa,Su","shared_with":"residents","reserved":[{"spaces":20,"groups":["visitors"],"hours":"Mo-Fr 09:00-17:00"}],"tariff":"office"},"geometry":{"type":"Polygon","coordinates":[[[114.4015,30.4990],[114.4025,30.4990],[114.4025,30.4997],[114.4015,30.4997],[114.4015,30.4990]]]}},
        {"type":"Feature","id":"K-1","properties":{"capacity":14,"max_stay_min":120,"tariff":"kerb"},"geometry":{"type":"LineString","coordinates":[[114.40005,30.501],[114.40005,30.502]]}},
        {"type":"Feature","id":"K-2","properties":{"kind":"kerb","capacity":10,"max_stay":"30 min","road":"S-3","side":"left"},"geometry":null}]}
        """;

    public const string Tariffs = """
        currency: CNY
        tariffs:
          centre:
            title: { en: City centre, zh: 市中心 }
            free: 15 min
            hours:
              - { when: "07:00-21:00", each: 30 min, price: 3, cap: 40 }
              - { when: "21:00-07:00", each: 1 h, price: 1, cap: 5 }
            cap-per-day: 45
            charging: { per-kWh: 1.2, per-idle-minute: 0.5, grace: 15 min }
            groups:
              - { for: [residents], cap-per-day: 10 }
          office: { like: centre, free: 0, cap-per-day: 30 }
          kerb: { steps: [ { each: 30 min, price: 2 }, { from: 1 h, each: 30 min, price: 4 } ] }
        """;

    public static Folder Make() => new Folder().With("city.yaml", Yaml).With("streets.geojson", Streets).With("parking.geojson", Lots).With("tariffs.yaml", Tariffs);

    /// <summary>The mistakes and warnings of a map with one text replaced, a line each: one mistake has one sentence.</summary>
    public static string Broken(string file, string find, string replace)
    {
        using var folder = Make();
        var text = File.ReadAllText(folder[file]).ReplaceLineEndings("\n");
        Assert.Contains(find, text, StringComparison.Ordinal);
        var at = text.IndexOf(find, StringComparison.Ordinal);
        folder.With(file, text[..at] + replace + text[(at + find.Length)..]);
        return string.Join('\n', folder.Load().Problems.Where(p => p.Severity != Severity.Note).Select(p => $"{Path.GetFileName(p.File)}:{p.Line}:{p.Column}: {p.Sentence}"));
    }
}

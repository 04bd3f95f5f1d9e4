namespace DigitalTwin.Scenarios.Tests;

/// <summary>Each broken document gets the sentence it deserves, at its line and column.</summary>
public class Broken_scenarios
{
    private const string Head = "scenario: test\nmap: ../maps/small\nperiod: { start: 2025-07-08T06:00+08:00, duration: 24 h }\n";

    /// <summary>What follows the head (which has three lines), and the one complaint expected.</summary>
    public static TheoryData<string, string> AfterTheHead => new()
    {
        { "evnts: []",
            "4:1: 'evnts' is no key of the scenario; accepted: scenario, title, question, answer, map, period, seed, weather, events, water, variants, replications, kpis, results. Did you mean 'events'?" },
        { "events: { at: 1 }",
            "4:9: 'events' must be a list, one '- { at: …, action: asset }' a line; found a block of keys." },
        { "events: [ burst ]",
            "4:11: An event must be a block of keys; found 'burst'." },
        { "events: [ { at: \"17:30\", brust: water/pipe/P-1042, opening: 120 mm } ]",
            "4:26: 'brust' is no action; accepted: burst, isolate, repair, close, open, trip, start, set, demand, fire, tank-level, tariff, share. Did you mean 'burst'?" },
        { "events: [ { at: \"17:30\" } ]",
            "4:11: An event needs an action, one of burst, isolate, repair, close, open, trip, start, set, demand, fire, tank-level, tariff, share." },
        { "events: [ { at: \"17:30\", open: water/pipe/P-1042, close: water/pipe/P-1042 } ]",
            "4:11: An event does one thing; found 'open' and 'close'. Write one event for each." },
        { "events: [ { at: \"17:30\", burst: water/pipe/P-1O42, opening: 120 mm } ]",
            "4:33: The map has no asset 'water/pipe/P-1O42'. Did you mean 'water/pipe/P-1042'?" },
        { "events: [ { at: \"17:30\", burst: water/pump/PU-1, opening: 120 mm } ]",
            "4:33: 'water/pump/PU-1' is of type 'water/pump', but 'burst' takes water/pipe." },
        { "events: [ { at: \"17:30\", burst: P-1042, opening: 120 mm } ]",
            "4:33: 'P-1042' is no asset id; ids have the form domain/type/name, as in 'water/pipe/A-1'." },
        { "events: [ { at: \"17:30\", burst: drainage/pipe/P-1042, opening: 120 mm } ]",
            "4:33: The map has no assets of type 'drainage/pipe', so no 'drainage/pipe/P-1042'; it has parking/lot, water/junction, water/pipe, water/pump, water/reservoir, water/tank, water/valve, weather/station." },
        { "events: [ { at: \"17:30\", burst: water/pipe/X*, opening: 120 mm } ]",
            "4:33: No asset of the map matches 'water/pipe/X*'; it has parking/lot, water/junction, water/pipe, water/pump, water/reservoir, water/tank, water/valve, weather/station." },
        { "events: [ { at: \"17:30\", burst: water/junction/*, opening: 120 mm } ]",
            "4:33: 'water/junction/*' matches 40 assets, but none of them fits: 'burst' takes water/pipe." },
        { "events: [ { at: \"17:30\", burst: [], opening: 120 mm } ]",
            "4:33: 'burst' names no asset; it takes water/pipe." },
        { "events: [ { at: \"17:30\", burst: water/pipe/P-1042 } ]",
            "4:11: 'burst' needs 'opening': a length is wanted: m, mm, cm, km, in, ft." },
        { "events: [ { at: \"17:30\", burst: water/pipe/P-1042, opening: 120 } ]",
            "4:61: 'opening': '120' has no unit; a length is wanted: m, mm, cm, km, in, ft." },
        { "events: [ { at: \"17:30\", burst: water/pipe/P-1042, opening: 120 kg } ]",
            "4:61: 'opening': '120 kg' is a mass, but a length is wanted: m, mm, cm, km, in, ft." },
        { "events: [ { at: \"17:30\", burst: water/pipe/P-1042, opening: 120 m } ]",
            "4:61: 'opening' is '120 m', out of its range 1 mm to 2 m." },
        { "events: [ { at: \"17:30\", burst: water/pipe/P-1042, opening: 120 mm, flow: 3 L/s } ]",
            "4:69: 'flow' is no key of an event; accepted: at, until, every, name, burst, opening." },
        { "events: [ { burst: water/pipe/P-1042, opening: 120 mm } ]",
            "4:11: An event needs 'at', as in 'at: \"17:30\"'." },
        { "events: [ { at: \"25:30\", close: water/pipe/P-1042 } ]",
            "4:17: 'at': '25:30' is no time of day; hours go to 23 (24:00 ends a day), minutes and seconds to 59." },
        { "events: [ { at: tomorrow, close: water/pipe/P-1042 } ]",
            "4:17: 'at': 'tomorrow' is no time; accepted: '17:30' (on the first day), 'day 2 06:00', '+90 min', '2025-07-08T17:30+08:00', 'start' or 'end'." },
        { "events: [ { at: \"١٧:٣٠\", close: water/pipe/P-1042 } ]",
            "4:17: 'at': '١٧:٣٠' is no time; accepted: '17:30' (on the first day), 'day 2 06:00', '+90 min', '2025-07-08T17:30+08:00', 'start' or 'end'." },
        { "events: [ { at: \"05:00\", close: water/pipe/P-1042 } ]",
            "4:17: 'at' is 2025-07-08 05:00, outside the period from 2025-07-08 06:00 to 2025-07-09 06:00. If the next morning is meant, write 'day 2 05:00'." },
        { "events: [ { at: day 2 06:00, close: water/pipe/P-1042 } ]",
            "4:17: 'at' is 2025-07-09 06:00, outside the period from 2025-07-08 06:00 to 2025-07-09 06:00." },
        { "events: [ { at: +25 h, close: water/pipe/P-1042 } ]",
            "4:17: 'at' is 2025-07-09 07:00, outside the period from 2025-07-08 06:00 to 2025-07-09 06:00." },
        { "events: [ { at: +9 kg, close: water/pipe/P-1042 } ]",
            "4:17: 'at': '+9 kg' is a mass, but a time is wanted: s, min, h, d, a." },
        { "events: [ { at: \"17:00\", until: \"16:00\", close: water/pipe/P-1042 } ]",
            "4:33: 'until' is 2025-07-08 16:00, which is not after 'at' (2025-07-08 17:00). If the next day is meant, write 'day 2 16:00'." },
        { "events: [ { at: \"17:00\", until: \"18:00\", repair: water/pipe/P-1042 } ]",
            "4:33: 'repair' cannot be undone, so it takes no 'until'." },
        { "events: [ { at: \"17:00\", close: [water/pipe/P-1042, parking/lot/P-07] } ]",
            "4:33: 'close' is asked of assets of several domains at once; write one event for each: water/pipe, water/valve, water/pump; parking/lot." },
        { "events: [ { at: \"17:00\", set: water/pump/PU-1, setting: 30 m } ]",
            "4:57: 'setting' is only for water/valve." },
        { "events: [ { at: \"17:00\", demand: water/junction/J-1, factor: 2, add: 3 L/s } ]",
            "4:11: 'demand' needs exactly one of 'factor', 'add'; found 'factor' and 'add'." },
        { "events: [ { at: \"17:00\", share: parking/lot/P-07, with: publik } ]",
            "4:57: 'with' cannot be 'publik'; accepted: public, neighbours. Did you mean 'public'?" },
        { "events: [ { at: \"17:00\", share: parking/lot/P-07, with: public, free: maybe } ]",
            "4:71: 'free' must be true or false; found 'maybe'." },
        { "events: [ { at: \"17:00\", tariff: water/pump/PU-1, price: 1 CNY/kWh } ]",
            "4:34: 'tariff' is about no asset; write 'tariff: true'. Found 'water/pump/PU-1'." },
        { "events: [ { at: \"17:00\", until: +2 h, every: 1 h, close: water/pipe/P-1042 } ]",
            "4:11: The event is to be repeated before it is undone; make 'every' longer or 'until' earlier." },
        { "events: [ { name: a, at: \"17:00\", close: water/pipe/P-1042 }, { name: a, at: \"18:00\", open: water/pipe/P-1042 } ]",
            "4:63: Two events are named 'a' (lines 4 and 4); a variant that replaces an event leaves the first out with 'without: [a]'." },
        { "variants: [ as-is ]",
            "4:11: 'variants' must be a block of names, as in 'as-is: {}'; found a list." },
        { "variants: { a: { without: [ leak ] } }",
            "4:29: No event is named 'leak'; give the event a name, as in '{ name: burst, at: … }', to leave it out here." },
        { "variants: { As-Is: {}, as-is: {} }",
            "4:24: The variants 'As-Is' and 'as-is' differ only in the case of letters; folders of results could not tell them apart." },
        { "variants: { ../x: {} }",
            "4:13: '../x' cannot name a variant: it becomes a folder, so letters, digits, '-', '_' and '.' are accepted, at most 80, a letter or digit first." },
        { "variants: { a: { event: [] } }",
            "4:18: 'event' is no key of variant 'a'; accepted: title, without, events, weather, water. Did you mean 'events'?" },
        { "kpis: [ water.unservd ]",
            "4:9: 'water.unservd' is no KPI; accepted: water.unserved, water.unserved-customers, water.pressure-low, water.pressure-min, water.leakage, water.pump-energy, water.pump-cost, weather.rain, weather.warnings, weather.temperature-max, and patterns such as 'water.*'. Did you mean 'water.unserved'?" },
        { "kpis: [ traffic.* ]",
            "4:9: 'traffic.*' is no KPI; accepted: water.unserved, water.unserved-customers, water.pressure-low, water.pressure-min, water.leakage, water.pump-energy, water.pump-cost, weather.rain, weather.warnings, weather.temperature-max, and patterns such as 'water.*'." },
        { "seed: -1",
            "4:7: 'seed' must be a whole number from 0 to 9223372036854775807; found '-1'." },
        { "seed: 1.5",
            "4:7: 'seed' must be a whole number from 0 to 9223372036854775807; found '1.5'." },
        { "replications: 0",
            "4:15: 'replications' must be a whole number from 1 to 10000; found '0'." },
        { "replications: many",
            "4:15: 'replications' must be a whole number from 1 to 10000; found 'many'." },
        { "water: { service-presure: 14 m }",
            "4:10: 'service-presure' is no key of 'water'; accepted: service-pressure, demand-noise, demand-temperature. Did you mean 'service-pressure'?" },
        { "water: { service-pressure: 14 kg }",
            "4:28: 'water.service-pressure': '14 kg' is a mass, but a pressure is wanted: Pa, kPa, MPa, bar, mH2O, psi, m (of water)." },
        { "water: { demand-temperature: { slope: 5 } }",
            "4:39: 'water.demand-temperature.slope' is '5', out of its range 0 to 1." },
        { "water: { demand-temperature: 5 }",
            "4:30: 'water.demand-temperature' must be a block of keys; found '5'." },
        { "weather: { climate: nowhere.epw }",
            "4:21: The climate file 'nowhere.epw' is neither beside the scenario nor in the map's folder; name an EPW file, or write 'from map'." },
        { "weather: { storm: { return-period: 50 a, depth: 100 mm, duration: 3 h, begins: \"17:00\" } }",
            "4:19: The storm needs either 'return-period' (as in '50 a') or 'depth' (as in '120 mm'); found both." },
        { "weather: { storm: { kind: chikago, return-period: 50 a, duration: 3 h, begins: \"17:00\" } }",
            "4:27: 'kind' cannot be 'chikago'; accepted: chicago, block. Did you mean 'chicago'?" },
        { "weather: { storm: { return-period: 50 a, duration: 3 h } }",
            "4:19: The storm needs 'begins', as in 'begins: \"17:00\"'." },
        { "weather: { storm: { return-period: 50 a, duration: 3 h, begins: \"04:00\" } }",
            "4:65: 'begins' is 2025-07-08 04:00, outside the period from 2025-07-08 06:00 to 2025-07-09 06:00. If the next morning is meant, write 'day 2 04:00'." },
        { "weather: { temperature: { peak: 380 degC } }",
            "4:33: 'peak' is '380 degC', out of its range -60 °C to 60 °C." },
        { "weather: { temperature: {} }",
            "4:25: The temperature needs either 'peak' (as in '38 degC') or 'offset' (as in '+3 K'); found neither." },
        { "weather: { stations: { weather/station/S-9: { rain-factor: 2 } } }",
            "4:24: The map has no asset 'weather/station/S-9'. Did you mean 'weather/station/S-1'?" },
        { "weather: sunny",
            "4:10: The weather must be a block of keys; found 'sunny'." },
        { "results: { interval: 7 min }",
            "4:22: 'interval' (420 s) must be a whole number of steps of 300 s." },
        { "title: { en: A, fr: B }",
            "4:17: 'fr' is no key of 'title'; accepted: en, zh." },
        { "title: { en: Trip, no stand-by }",
            "4:20: 'no stand-by' is no key of 'title'; accepted: en, zh. If it belongs to the text before it, put that text in quotes." },
        { "title: {}",
            "4:8: 'title' needs a text in 'en' or 'zh'." },
        { "seed: 1\nseed: 2",
            "5:1: The key 'seed' is given twice in one block; the first at line 4." },
        { "x: &a [ *a ]",
            "4:9: The alias '*a' stands inside the block that it names, which would never end." },
        { "seed: *nothing",
            "4:7: The alias '*nothing' names no anchor above it." },
        { "seed: !!int 4",
            "4:7: Tags such as 'tag:yaml.org,2002:int' are not used in scenarios; write the value alone." },
        { "events: [ { at: \"17:30\"",
            "5:1: This is not YAML: While parsing a flow mapping, did not find expected ',' or '}'." },
        { "events:\n\t- x",
            "5:1: The line is indented with a tab; YAML is indented with blanks." },
        { "---\nscenario: second",
            "4:1: A second document begins here; one file holds one scenario." },
        { "? [a, b]\n: c",
            "4:3: A key must be a plain text; found a list." },
    };

    [Theory]
    [MemberData(nameof(AfterTheHead))]
    public void One_mistake_gets_one_sentence_at_its_place(string text, string complaint)
    {
        var (scenario, problems) = Reading.Of(Head + text + "\n");
        Assert.Equal([complaint], problems.Select(p => $"{p.Line}:{p.Column}: {p.Sentence}"));
        Assert.Null(scenario);
    }

    /// <summary>Whole documents by the name of their file, and the one complaint expected.</summary>
    public static TheoryData<string, string, string> Whole => new()
    {
        { "a.yaml", "",
            "0:0: The file is empty; a scenario begins with 'scenario: its-name'." },
        { "a.yaml", "# only a remark\n",
            "0:0: The file holds no values; a scenario begins with 'scenario: its-name'." },
        { "a.yaml", "- a list",
            "1:1: A scenario is a block of keys that begins with 'scenario: its-name'; found a list." },
        { "a.yaml", "scenario: x\nmap: m",
            "1:1: The scenario needs 'period', as in 'period: { start: 2025-07-08T06:00+08:00, duration: 24 h }'." },
        { "a.yaml", "scenario: x y\nmap: m\nperiod: { start: 2025-07-08T06:00+08:00, duration: 24 h }",
            "1:11: 'x y' cannot name a scenario: it becomes a folder, so letters, digits, '-', '_' and '.' are accepted, at most 80, a letter or digit first." },
        { "a.yaml", "scenario: x\nmap: m\nperiod: { start: 2025-07-08T06:00, duration: 24 h }",
            "3:18: 'start' is '2025-07-08T06:00' without the offset of its clock; write '2025-07-08T06:00+08:00' if it is China's." },
        { "a.yaml", "scenario: x\nmap: m\nperiod: { start: 2025-02-30T06:00+08:00, duration: 24 h }",
            "3:18: 'start' is '2025-02-30T06:00+08:00', which is no date and time of the years 1900 to 2200; write it as '2025-07-08T06:00+08:00', or 'world' for the instant of the world that it is run from." },
        { "a.yaml", "scenario: x\nmap: m\nperiod: { start: 2025-07-08T06:00+08:00, duration: 0 h }",
            "3:52: 'duration' is '0 h', out of its range 1 s to 100.2053 a." },
        { "a.yaml", "scenario: x\nmap: m\nperiod: { start: 2025-07-08T06:00+08:00, duration: 1 h, step: 7 min }",
            "3:52: 'duration' (3600 s) must be a whole number of steps of 420 s." },
        { "a.yaml", "scenario: x\nmap: m\nperiod: { start: 2025-07-08T06:00+08:00, duration: 50 a, step: 1 s }",
            "3:9: The period has 1,577,880,000 steps; at most 10,000,000 are run. Make the step longer." },
        { "a.yaml", "scenario: x\nmap: [m]\nperiod: { start: 2025-07-08T06:00+08:00, duration: 1 h }",
            "2:6: 'map' must be the path of a map's folder; found a list." },
        { "a.yaml", "<<: { a: b }\nscenario: x\nmap: m\nperiod: { start: 2025-07-08T06:00+08:00, duration: 1 h }",
            "1:1: '<<' is no key of the scenario; accepted: scenario, title, question, answer, map, period, seed, weather, events, water, variants, replications, kpis, results. Blocks are not merged here; repeat the keys." },
        { "a.json", "{ \"scenario\": \"x\",\n  \"map\": \"m\",\n  \"period\": { \"start\": \"2025-07-08T06:00+08:00\", \"duration\": 24 } }",
            "3:62: 'duration': '24' has no unit; a time is wanted: s, min, h, d, a." },
        { "a.json", "{ \"scenario\": \"x\",\n  \"map\": \"m\"\n  \"period\": 1 }",
            "3:3: This is not JSON: '\"' is invalid after a value. Expected either ',', '}', or ']'." },
        { "a.json", "{ \"scenario\": \"x\",\n  \"scenario\": \"y\", \"map\": \"m\", \"period\": { \"start\": \"2025-07-08T06:00+08:00\", \"duration\": \"24 h\" } }",
            "2:3: The key 'scenario' is given twice in one block; the first at line 1." },
        { "a.json", "scenario: x",
            "1:1: This is not JSON: 's' is an invalid start of a value." },
        { "a.json", "{ \"scenario\": \"\\ud800\" }",
            "1:15: This is not JSON: Cannot read incomplete UTF-16 JSON text as string with missing low surrogate." },
    };

    [Theory]
    [MemberData(nameof(Whole))]
    public void A_document_that_is_wrong_as_a_whole_is_told_so(string file, string text, string complaint)
    {
        var (scenario, problems) = Reading.Of(text, file: file);
        Assert.Equal([complaint], problems.Select(p => $"{p.Line}:{p.Column}: {p.Sentence}"));
        Assert.Null(scenario);
    }

    [Fact]
    public void All_mistakes_are_told_at_once()
    {
        var (_, problems) = Reading.Of("""
            scenario: many
            map: m
            period: { start: 2025-07-08T06:00+08:00, duration: 24 hs }
            seeds: 1
            events:
              - { at: "17:30", burst: water/pipe/P-9999, opening: 120 kg }
              - { at: "17:30", burts: water/pipe/P-1001 }
            variants: { a: { without: [x] } }
            kpis: [ water.unservd ]
            """);
        Assert.Equal([3, 6, 6, 7, 8, 9, 4], problems.Select(p => p.Line));
    }

    [Fact]
    public void A_variant_that_leaves_out_an_event_with_a_mistake_does_not_repeat_it()
    {
        var (scenario, problems) = Reading.Of(Head + "events: [ { name: leak, at: \"17:00\", close: water/pipe/P-9999 } ]\nvariants: { a: { without: [ leak ] }, b: { without: [ leek ] } }\n");
        Assert.Null(scenario);
        Assert.Equal([(4, "The map has no asset"), (5, "No event is named 'l")], problems.Select(p => (p.Line, p.Sentence[..20])));
    }

    [Fact]
    public void A_variant_that_inherits_a_mistake_does_not_repeat_it()
    {
        var (_, problems) = Reading.Of(Head + "weather: { storm: { kind: wild, duration: 1 h, depth: 10 mm, begins: \"17:00\" } }\nvariants: { a: { weather: { storm: { depth: 20 mm } } }, b: {} }\n");
        Assert.Equal("'kind' cannot be 'wild'; accepted: chicago, block.", Assert.Single(problems).Sentence);
    }
}

using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Randomness;

namespace DigitalTwin.Cities.Tests.Maps.Demand;

public class BrokenDemandTests
{
    /// <summary>The good map with one file changed, and the sentence that this deserves.</summary>
    [Theory]
    [InlineData("city.yaml", "  trips: { file: trips.csv, jitter: 2 min }", "  trips: { file: trips.csv, jitter: 2 kg }", "city.yaml:6:37: error: 'jitter': '2 kg' is a mass, but a time is wanted")]
    [InlineData("city.yaml", "trips: { file: trips.csv, jitter: 2 min }", "trips: { file: trips.csv, columns: { orign: von } }", "error: 'columns' has no key 'orign'; accepted are")]
    [InlineData("city.yaml", "  od: od.csv", "  odd: od.csv", "city.yaml:7:3: error: 'demand' has no key 'odd'; accepted are")]
    [InlineData("city.yaml", "by: time", "by: money", "error: 'by' is time or distance; found 'money'.")]
    [InlineData("city.yaml", "{ by: time, mean: 2 min }", "{ by: time, mean: 2 km }", "error: 'mean': '2 km' is a length, but a time is wanted")]
    [InlineData("city.yaml", "  deterrence: { by: time, mean: 2 min }", "", "error: 'rates' need 'deterrence': how far people drive, as in { by: time, mean: 12 min }.")]
    [InlineData("city.yaml", "  profiles: profiles.csv\n", "", "error: 'rates' need 'profiles': when in the day trips depart.")]
    [InlineData("city.yaml", "roads: streets.geojson\n", "", "error: 'demand' needs 'roads' to drive on.")]
    [InlineData("trips.csv", "T-2,114.4002 30.5001", "T-2,114.9 30.5", "trips.csv:3:5: error: The place '114.9 30.5' lies")]
    [InlineData("trips.csv", "B-9,07:30", "B-10,07:30", "trips.csv:2:9: error: 'B-10' is neither a place nor a node of the roads, nor a longitude and a latitude. Did you mean")]
    [InlineData("trips.csv", "480,commuters", "-480,commuters", "trips.csv:2:24: error: 'dwell' is a number from 0 min to 44640 min; found '-480'.")]
    [InlineData("trips.csv", "commuters,yes", "comuters,yes", "'comuters' is no group of drivers here; there are commuters, shoppers, visitors, residents. Did you mean 'commuters'?")]
    [InlineData("trips.csv", "work,480", "werk,480", "trips.csv:2:19: error: 'werk' is no purpose here; there are work, shopping, through. Did you mean 'work'?")]
    [InlineData("trips.csv", "T-2,", "T-1,", "trips.csv:3:1: error: The trip 'T-1' stands here a second time; the first is in line 2.")]
    [InlineData("trips.csv", "dwell_min", "dwell_parsec", "trips.csv:1:41: error: 'parsec' is no unit for 'dwell'; one as in 'dwell_s' is accepted.")]
    [InlineData("od.csv", "B-8,B-2,16:00,18:00,7.25,shopping", "B-2,B-8,08:00,10:00,7.25,work", "od.csv:3:9: error: From 'B-2' to 'B-8' the time from 08:00 until 10:00 overlaps with line 2.")]
    [InlineData("od.csv", "B-2,B-8", "B-2,Z-8", "od.csv:2:5: error: 'Z-8' is no zone, no place and no node of the roads.")]
    [InlineData("rates.csv", "work,office,jobs,1,0,0.8,mon-fri,made up for a test", "work,office,jobs,1,0,0.8,mon-fri,", "rates.csv:3:34: error: A rate says where it is from: a survey, a handbook with its page, or 'assumed'.")]
    [InlineData("rates.csv", "office,jobs", "office,job", "error: No site has a number 'job'; there are floor_area, in, jobs, out, people. Did you mean 'jobs'?")]
    [InlineData("rates.csv", "work,office,jobs", "work,offices,jobs", "warning: No site has the use 'offices'; there are gate, office, residential, retail. Did you mean 'office'?")]
    [InlineData("rates.csv", "shopping,retail,floor_area,100,0,4,,made up for a test", "", "error: Trips for 'shopping' are produced (710 a day) but nothing attracts any.")]
    [InlineData("profiles.csv", "07:00,09:00,0.7", "07:00,09:00,0.6", "profiles.csv:2:1: error: The shares of 'work' on daily sum to 0.9, not to 1.")]
    [InlineData("profiles.csv", "work,07:00,09:00", "work,06:30,09:00", "profiles.csv:3:1: error: The band of 'work' from 06:30 overlaps with the one in line 2, which ends at 07:00.")]
    [InlineData("profiles.csv", "*,08:00,20:00,1,", "through,08:00,20:00,1,", "error: There is no profile of 'shopping' on Wednesday, and none of '*': when do its trips depart?")]
    [InlineData("profiles.csv", "12:00,14:00,0.1,", "12:00,14:00,0.1,mon-sut", "'mon-sut' is no days of the week;")]
    [InlineData("dwell.csv", "lognormal,500,60", "lognormal,500,", "dwell.csv:2:6: error: 'lognormal' needs a 'mean' and a 'deviation' (standard deviation).")]
    [InlineData("dwell.csv", "gamma,60,45", "gama,60,45", "'gama' is no distribution of stays; accepted are lognormal, gamma, fixed, histogram, none. Did you mean 'gamma'?")]
    [InlineData("dwell.csv", "shopping,gamma,60,45", "work,gamma,60,45", "dwell.csv:3:1: error: 'work' has two distributions on daily; the first is in line 2.")]
    [InlineData("groups.csv", "work,commuters,1", "work,commuters,0", "groups.csv:2:1: error: No group of 'work' has a share above 0.")]
    [InlineData("purposes.csv", "work,0.9,", "work,1.9,", "purposes.csv:2:6: error: 'returns' is a number from 0 to 1; found '1.9'.")]
    [InlineData("gates.geojson", "\"in\":300", "\"in\":-300", "error: 'in' of 'WEST' is -300; what makes trips is not below 0.")]
    [InlineData("gates.geojson", "[114.39,30.51]", "[114.29,30.51]", "error: The gate 'WEST' lies")]
    [InlineData("gates.geojson", "\"id\":\"EAST\"", "\"id\":\"WEST\"", "error: The gate 'WEST' stands here a second time; the first is in line 2.")]
    [InlineData("gates.geojson", "\"through\":120", "\"through\":500", "error: At the gate 'EAST' 500 cars a day enter and 361 leave to pass through, but all gates together have only 650: some would have to leave where they entered.")]
    [InlineData("buildings.geojson", "\"land_use\"", "\"used_for\"", "error: The buildings have no text 'land_use', by which rates are chosen; they have used_for,")]
    public void Every_mistake_has_its_sentence(string file, string find, string replace, string expected)
    {
        using var folder = SmallDemand.Make();
        var text = File.ReadAllText(folder[file]);
        Assert.Contains(find, text, StringComparison.Ordinal);
        var (city, problems) = folder.With(file, text.Replace(find, replace, StringComparison.Ordinal)).Load();
        Assert.Contains(expected, Assert.Single(problems, p => p.Severity != Severity.Note).ToString(), StringComparison.Ordinal);
        if (problems.HasErrors && file != "city.yaml") Assert.Null(city.Demand);
    }

    /// <summary>A map in which every part names one of another: a lot of a street, trips of a lot, a zone and the end of a street.</summary>
    [Theory]
    [InlineData("parking.geojson", "\"capacity\":50", "\"capacity\":-50", "parking.geojson:2:1: error: The 'capacity' of the lot 'P-1' is a whole number from 1 to 1,000,000; found -50.")]
    [InlineData("parking.geojson", "114.401,30.5001", "114.401,30.6001", "parking.geojson:2:1: error: The lot 'P-1' lies ")]
    [InlineData("parking.geojson", "114.401,30.5001", "114.401,130.5001", "error: The position (114.401, 130.5001) is not longitude, latitude in degrees")]
    [InlineData("streets.geojson", "residential", "residental", "streets.geojson:3:1: error: The street 'B' has the class 'residental'; accepted are motorway, trunk, primary, secondary, tertiary, residential, service, connector. Did you mean 'residential'?")]
    [InlineData("streets.geojson", "[114.404,30.502]", "[114.404,null]", "error: A coordinate is a finite number; found null.")]
    [InlineData("trips.csv", "parking/lot/P-1", "P-1", "trips.csv:2:15: error: 'P-1' is neither a place nor a node of the roads, nor a longitude and a latitude. Did you mean 'parking/lot/P-1'?")]
    [InlineData("zones.geojson", "114.404,30.502", "104.404,30.502", "zones.geojson:2:1: error: The place 'Z-1' lies ")]
    public void One_mistake_is_one_sentence_whatever_names_what_is_wrong(string file, string find, string replace, string expected)
    {
        using var folder = new Folder();
        folder.With("city.yaml", "name: small\nplace: { lon: 114.402, lat: 30.50 }\nroads: streets.geojson\nparking: { file: parking.geojson }\ndemand: { trips: trips.csv, od: od.csv, zones: zones.geojson }\n")
            .With("streets.geojson", """
                {"type":"FeatureCollection","features":[
                {"type":"Feature","id":"A","properties":{"class":"primary"},"geometry":{"type":"LineString","coordinates":[[114.400,30.50],[114.404,30.50]]}},
                {"type":"Feature","id":"B","properties":{"class":"residential"},"geometry":{"type":"LineString","coordinates":[[114.404,30.50],[114.404,30.502]]}}]}
                """)
            .With("parking.geojson", """
                {"type":"FeatureCollection","features":[
                {"type":"Feature","id":"P-1","properties":{"capacity":50},"geometry":{"type":"Point","coordinates":[114.401,30.5001]}},
                {"type":"Feature","id":"K-1","properties":{"kind":"kerb","capacity":8,"road":"B"},"geometry":null}]}
                """)
            .With("zones.geojson", """
                {"type":"FeatureCollection","features":[
                {"type":"Feature","id":"Z-1","properties":{},"geometry":{"type":"Point","coordinates":[114.404,30.502]}}]}
                """)
            .With("trips.csv", "origin,destination,departure\n114.400 30.50,parking/lot/P-1,07:30\n114.400 30.50,parking/kerb/K-1,08:30\nZ-1,114.400 30.50,09:30\n")
            .With("od.csv", "origin,destination,from,until,trips\n114.400 30.50,Z-1,07:00,08:00,5\n114.400 30.50,parking/lot/P-1,07:00,08:00,5\n".Replace("114.400 30.50", "N-1"));
        Assert.DoesNotContain(folder.Load().Problems, p => p.Severity != Severity.Note);
        var text = File.ReadAllText(folder[file]);
        Assert.Contains(find, text, StringComparison.Ordinal);
        Assert.Contains(expected, Assert.Single(folder.With(file, text.Replace(find, replace, StringComparison.Ordinal)).Load().Problems, p => p.Severity != Severity.Note).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Zones_that_are_buildings_need_buildings()
    {
        using var folder = SmallDemand.Make(SmallDemand.Yaml.Replace("assets: { building/building: buildings.geojson }\n", ""));
        Assert.Contains(folder.Load().Problems, p => p.Sentence.StartsWith("The zones are the buildings, but the map has none;", StringComparison.Ordinal));
    }

    [Fact]
    public void A_zone_without_a_road_near_says_how_far_the_nearest_is()
    {
        using var folder = SmallDemand.Make("name: small\nplace: { lon: 114.41, lat: 30.51 }\nroads: streets.geojson\ndemand: { od: od.csv, zones: zones.geojson, farthest: 200 m }\n")
            .With("zones.geojson", """{"type":"FeatureCollection","features":[{"type":"Feature","id":"LAKE","geometry":{"type":"Point","coordinates":[114.45,30.51]},"properties":{}}]}""");
        Assert.Contains(folder.Load().Problems, p => p.Severity == Severity.Error && p.Sentence.StartsWith("The place 'LAKE' lies 1,916 m from the nearest road", StringComparison.Ordinal) && p.Sentence.EndsWith("at most 200 m are accepted.", StringComparison.Ordinal));
    }

    [Fact]
    public void A_node_from_which_no_way_leads_on_is_no_origin()
    {
        using var folder = SmallDemand.Make().With("streets.geojson", SmallDemand.Streets.Replace("\"properties\":{ \"class\":\"secondary\" } }]}", "\"properties\":{ \"class\":\"secondary\",\"oneway\":true } }]}", StringComparison.Ordinal));
        // The road to the east is one way out of the map now: through traffic cannot come in by it.
        Assert.Contains(folder.Load().Problems, p => p.Sentence.StartsWith("Traffic is to enter at the gate 'EAST', but no way leads from its node", StringComparison.Ordinal));
    }

    [Fact]
    public void A_building_far_from_any_road_is_told_of_and_has_no_trips()
    {
        using var folder = SmallDemand.Make().With("buildings.geojson", SmallDemand.Buildings.Replace("114.4005,30.5005", "114.3005,30.5005", StringComparison.Ordinal)).With("trips.csv", "origin,destination,departure\nB-2,B-9,07:30\n");
        var (city, problems) = folder.Load();
        Assert.Contains(problems, p => p.Severity == Severity.Warning && p.Sentence.StartsWith("1 of 9 buildings has no road near, and no trips. The place 'building/building/B-1' lies", StringComparison.Ordinal));
        Assert.Equal(-1, city.Demand!.Places.Find("building/building/B-1"));
    }

    [Fact]
    public void No_file_of_demand_makes_a_map_throw()
    {
        string[] files = ["trips.csv", "od.csv", "rates.csv", "profiles.csv", "purposes.csv", "dwell.csv", "groups.csv", "gates.geojson"];
        string[] pieces = [",", "\n", "\"", "-1", "1e999", "NaN", "*", "work", "\0", "{", "]", "07:00", "é", ""];
        var random = new KeyedRandom(20250708);
        using var folder = SmallDemand.Make();
        var good = files.ToDictionary(f => f, f => File.ReadAllText(folder[f]));
        for (var test = 0UL; test < 120; test++)
        {
            var file = files[random.Below(files.Length, test, 0)];
            var text = good[file];
            var at = random.Below(text.Length, test, 1);
            folder.With(file, text[..at] + pieces[random.Below(pieces.Length, test, 2)] + text[Math.Min(text.Length, at + random.Below(12, test, 3))..]);
            var (city, problems) = folder.Load();
            Assert.True(problems.HasErrors || city.Demand!.Trips(new(1), new(new(2025, 7, 8, 0, 0, 0, TimeSpan.FromHours(8))), 0, 86400).Count > 0);
            folder.With(file, text);
        }
    }
}

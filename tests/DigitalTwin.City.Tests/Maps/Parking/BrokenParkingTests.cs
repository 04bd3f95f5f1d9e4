using System.Text;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Randomness;

namespace DigitalTwin.Cities.Tests.Maps.Parking;

public class BrokenParkingTests
{
    [Theory]
    [InlineData("\"capacity\":240", "\"capacity\":-240", "2:1: The 'capacity' of the lot 'P-1' is a whole number from 1 to 1,000,000; found -240.")]
    [InlineData("\"capacity\":240,", "", "2:1: The lot 'P-1' has no 'capacity' (number of spaces).")]
    [InlineData("\"capacity\":240", "\"capacity\":\"many\"", "2:1: The 'capacity' of the lot 'P-1' is a whole number from 1 to 1,000,000; found 'many'.")]
    [InlineData("\"tariff\":\"centre\"", "\"tariff\":\"center\"", "2:1: 'P-1' has the tariff 'center', which tariffs.yaml does not have. Did you mean 'centre'?")]
    [InlineData("06:00-24:00", "06:00-25:00", "2:1: In 'opening_hours' of the lot 'P-1' '06:00-25:00' are no hours; hours are written as in 'Mo-Fr 07:00-22:00; Sa,Su 09:00-20:00' or '24/7'.")]
    [InlineData("06:00-24:00", "Mo-Sa 06:00-20:00; Fr 18:00-24:00", "2:1: In 'opening_hours' of the lot 'P-1' the hours 'Mo-Sa 06:00-20:00; Fr 18:00-24:00' say Friday 18:00 twice.")]
    [InlineData(",\"charger_power_kW\":60", "", "2:1: The lot 'P-1' has 12 chargers and no 'charger_power_kW' (of one charger).")]
    [InlineData("\"chargers\":12", "\"chargers\":300", "2:1: The lot 'P-1' has 300 chargers on 240 spaces.")]
    [InlineData("\"chargers\":12,", "", "2:1: The lot 'P-1' has a 'charger_power' and no 'chargers'.")]
    [InlineData("charger_power_kW\":60", "charger_power_kW\":0", "2:1: The 'charger_power_kW' of the lot 'P-1' is a number above 0; found 0.")]
    [InlineData("\"kind\":\"underground\"", "\"kind\":\"undergound\"", "2:1: The 'kind' of the lot 'P-1' is surface, underground, multi-storey, kerb; found 'undergound'. Did you mean 'underground'?")]
    [InlineData("[114.3978,30.5003]", "[114.3978,30.6003]", "2:1: The lot 'P-1' lies 10567 m from the nearest road, 'S-3'; up to 250 m are bridged. 'road' names another.")]
    [InlineData("entrance_cars_per_hour\":360", "entrance_cars_per_hour\":0", "2:1: The 'entrance_cars_per_hour' of the lot 'P-1' is a number above 0; found 0.")]
    [InlineData("\"queue_places\"", "\"queue_place\"", "2:1: The property 'queue_place' of the lot 'P-1' is kept as an attribute and not used. Did you mean 'queue_places'?")]
    [InlineData("\"levels\":2", "\"levels\":2,\"entrance\":[114.4]", "2:1: The 'entrance' of the lot 'P-1' is [longitude, latitude] in degrees; found '[114.4]'.")]
    [InlineData("\"id\":\"P-2\"", "\"id\":\"P-1\"", "3:1: The place to park 'P-1' stands here a second time; the first is in line 2.")]
    [InlineData("[\"commuters\"]", "[\"comuters\"]", "3:1: 'P-2' is for 'comuters', which is no group of drivers and no permit; there are commuters, shoppers, visitors, residents. Did you mean 'commuters'?")]
    [InlineData("[\"commuters\"]", "[\"commuters\",\"public\"]", "3:1: The 'access_groups' of the lot 'P-2' are names of groups, as in [\"staff\",\"residents\"], or \"public\" alone; found '[\"commuters\",\"public\"]'.")]
    [InlineData("\"spaces\":20", "\"spaces\":90", "3:1: On Monday at 09:00, 90 spaces of the lot 'P-2' are reserved; it has 80.")]
    [InlineData("\"spaces\":20", "\"places\":20", "3:1: The 'reserved' of the lot 'P-2' is a list of { spaces, groups, hours }, as in [{\"spaces\":40,\"groups\":[\"staff\"],\"hours\":\"Mo-Fr 07:30-19:00\"}]; found 'places'. Did you mean 'spaces'?")]
    [InlineData("\"groups\":[\"visitors\"],", "", "3:1: The 20 spaces reserved in the lot 'P-2' are for nobody: 'groups' names for whom they are kept.")]
    [InlineData("\"access_groups\":[\"commuters\"],\"opening_hours\":\"Mo-Fr 07:00-20:00\",", "", "3:1: The lot 'P-2' has 'shared_hours', but without 'access_groups' or 'opening_hours' it is open to everybody at all times already.")]
    [InlineData("\"max_stay_min\":120", "\"max_stay\":\"120\"", "4:1: The 'max_stay' of the kerb 'K-1' is a text with its unit, or 'max_stay_s' a number; found '120'. '120' has no unit; a time is wanted: s, min, h, d, a.")]
    [InlineData("\"max_stay_min\":120", "\"queue_places\":4", "4:1: The kerb 'K-1' is along a road: it has no 'queue_places'.")]
    [InlineData("[114.40005,30.501],[114.40005,30.502]", "[114.4009,30.501],[114.4009,30.502]", "4:1: The kerb 'K-1' lies 86 m from the nearest road, 'S-3'; up to 40 m are bridged. 'road' names another.")]
    [InlineData("\"road\":\"S-3\"", "\"road\":\"S-9\"", "5:1: The kerb 'K-2' is on the road 'S-9', which the map does not have. Did you mean 'S-1'?")]
    [InlineData("\"side\":\"left\"", "\"side\":\"west\"", "5:1: The 'side' of the kerb 'K-2' is right or left, as its street is drawn; found 'west'.")]
    [InlineData("\"road\":\"S-3\",", "", "5:1: The kerb 'K-2' has neither a geometry nor a 'road': where it lies is not known.")]
    [InlineData("\"type\":\"Point\",\"coordinates\":[114.3978,30.5003]", "\"type\":\"MultiPoint\",\"coordinates\":[[114.3978,30.5003]]", "2:1: The lot 'P-1' is a MultiPoint; a lot is a Point, a Polygon or a MultiPolygon, and a LineString is a kerb.")]
    [InlineData("\"chargers\":12", "\"chargers\":-1", "2:1: The 'chargers' of the lot 'P-1' is a whole number from 0 to 1,000,000; found -1.")]
    [InlineData("[\"commuters\"]", "[]", "3:1: The 'access_groups' of the lot 'P-2' name nobody; everybody is \"public\", or nothing said.")]
    [InlineData("\"capacity\":240", "\"capacity\":240,\"osm:capacity\":250,\"capacity-estimated\":true,\"capacity\":230", "2:157: The property 'capacity' stands here a second time; the first counts.")]
    public void A_broken_lot_or_kerb_gets_its_sentence(string find, string replace, string expected) =>
        Assert.Equal("parking.geojson:" + expected, SmallParking.Broken("parking.geojson", find, replace));

    [Theory]
    [InlineData("each: 30 min, price: 3", "each: 30, price: 3", "7:38: 'each' is a time with its unit, as in '30 min'. '30' has no unit; a time is wanted: s, min, h, d, a.")]
    [InlineData("each: 30 min, price: 3", "each: 0 min, price: 3", "7:38: 'each' is a time above 0; a price that is paid once has none.")]
    [InlineData("price: 3", "price: three", "7:53: 'price' is an amount of money as a number; found 'three'.")]
    [InlineData("21:00-07:00", "21:00-06:00", "4:5: The tariff 'centre' has no price on Sunday from 06:00 to 07:00; a free time needs a step with the price 0.")]
    [InlineData("21:00-07:00", "20:00-07:00", "8:17: Prices number 1 and 2 of the tariff 'centre' both hold on Sunday from 20:00 to 21:00; only one can.")]
    [InlineData("when: \"07:00-21:00\"", "when: \"by day\"", "7:17: 'by day' are no hours; hours are written as in 'Mo-Fr 07:00-22:00; Sa,Su 09:00-20:00' or '24/7'.")]
    [InlineData("like: centre", "like: center", "13:3: The tariff 'office' is like 'center', which is no tariff. Did you mean 'centre'?")]
    [InlineData("like: centre, free: 0", "like: office, free: 0", "13:3: The tariff 'office' is like itself: 'office' is like 'office'; one of them must say its own prices.")]
    [InlineData("free: 15 min", "fre: 15 min", "5:5: 'centre' has no key 'fre'; accepted are groups, title, like, currency, entry, free, free-rule, cap-per-stay, cap-per-day, day, steps-begin-anew, crossing, hours, steps, price, each, charging. Did you mean 'free'?")]
    [InlineData("cap-per-day: 45", "cap-per-day: -45", "4:5: A cap per day of -45 CNY is negative; it takes 0 or more.")]
    [InlineData("for: [residents]", "for: [residence]", "12:9: 'residence' is no group of drivers and no permit. Did you mean 'residents'?")]
    [InlineData("{ from: 1 h, each: 30 min, price: 4 }", "{ from: 1 h, each: 30 min }", "14:48: A step has no 'price'.")]
    [InlineData("tariffs:", "tarifs:", "2:1: A file of tariffs has no key 'tarifs'; accepted are currency, tariffs. Did you mean 'tariffs'?")]
    public void A_broken_tariff_gets_its_sentence(string find, string replace, string expected) =>
        Assert.Equal("tariffs.yaml:" + expected, SmallParking.Broken("tariffs.yaml", find, replace));

    [Theory]
    [InlineData("roads: streets.geojson\n", "", "city.yaml:3:10: 'parking' needs 'roads': cars drive to a lot. Lots without streets can be given under 'assets', as in 'assets: { parking/lot: lots.geojson }'.")]
    [InlineData("roads:", "assets: { parking/lot: parking.geojson }\nroads:", "city.yaml:3:9: Assets of the type 'parking/lot' come from the part 'parking' here; give them there or under 'assets', not twice.")]
    [InlineData(", tariffs: tariffs.yaml", "", "parking.geojson:2:1: 'P-1' has the tariff 'centre', and 2 more have one, but 'city.yaml' names no 'tariffs' under 'parking'.")]
    [InlineData("file: parking.geojson, ", "", "city.yaml:4:10: 'parking' names no 'file'.")]
    [InlineData("tariffs.yaml }", "tariffs.yaml, tarifs: x }", "city.yaml:4:58: 'parking' has no key 'tarifs'; accepted are file, tariffs, drivers. Did you mean 'tariffs'?")]
    public void A_broken_part_gets_its_sentence(string find, string replace, string expected) => Assert.Equal(expected, SmallParking.Broken("city.yaml", find, replace));

    [Fact]
    public void A_lot_off_the_map_is_an_error_even_when_it_names_its_road()
    {
        using var folder = SmallParking.Make()
            .With("city.yaml", "extent: [114.39, 30.49, 114.41, 30.51]\n" + SmallParking.Yaml)
            .With("parking.geojson", SmallParking.Lots.Replace("\"levels\":2", "\"road\":\"S-1.f\"").Replace("114.3978", "114.4978"));
        Assert.Equal(
            "1 of 4 places to park lies outside the 'extent' of city.yaml, 'P-1' (114.49780, 30.50030) among them.",
            folder.Load().Problems.Single().Sentence);
    }

    [Fact]
    public void What_lies_on_a_street_that_was_refused_has_no_sentence_of_its_own()
    {
        using var folder = SmallParking.Make().With("streets.geojson", SmallParking.Streets.Replace("\"S-3\",\"properties\":{\"class\":\"residential\"", "\"S-3\",\"properties\":{\"class\":\"residence\""));
        Assert.StartsWith("The street 'S-3' has the class 'residence'", Assert.Single(folder.Load().Problems, p => p.Severity == Severity.Error && !p.Sentence.Contains("bridged", StringComparison.Ordinal)).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_that_is_wrong_is_told_at_once()
    {
        using var folder = SmallParking.Make()
            .With("parking.geojson", SmallParking.Lots.Replace(":240", ":-1").Replace("[\"commuters\"]", "[\"nobody\"]").Replace("\"S-3\"", "\"S-33\"").Replace("120", "-1"))
            .With("tariffs.yaml", SmallParking.Tariffs.Replace("free: 15 min", "free: soon").Replace("price: 2", "price: -2"));
        Assert.Equal(["P-1", "P-2", "K-1", "K-2", "soon", "-2"], new[] { "P-1", "P-2", "K-1", "K-2", "soon", "-2" }.Where(word => folder.Load().Problems.Any(p => p.Sentence.Contains(word, StringComparison.Ordinal))));
    }

    [Fact]
    public void Damaged_files_never_make_it_throw()
    {
        using var folder = SmallParking.Make();
        var random = new KeyedRandom(4);
        for (var round = 0UL; round < 300; round++)
        {
            var (name, text) = round % 2 == 0 ? ("parking.geojson", SmallParking.Lots) : ("tariffs.yaml", SmallParking.Tariffs);
            var bytes = Encoding.UTF8.GetBytes(text);
            for (var k = 0UL; k <= round % 5; k++)
                bytes[random.Below(bytes.Length, 1, round * 8 + k)] = random.Below(2, 2, round * 8 + k) == 0
                    ? (byte)random.Below(256, 3, round * 8 + k) : "[]{}:,-0123456789\"\n nulltrue"u8[random.Below(28, 4, round * 8 + k)];
            File.WriteAllBytes(folder[name], bytes);
            folder.Load();
            folder.With(name, text);
        }
        Assert.False(folder.Load().Problems.HasErrors);
    }
}

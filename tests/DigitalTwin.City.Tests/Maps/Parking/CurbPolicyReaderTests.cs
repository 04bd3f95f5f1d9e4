using DigitalTwin.Cities.Maps.Parking;
using DigitalTwin.Mobility.Parking;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Cities.Tests.Maps.Parking;

public class CurbPolicyReaderTests
{
    private const string Stay = "\"max_stay_min\":120", Whole = """
        "policies":[{"activity":"loading","groups":["commuters"],"hours":"Mo-Fr 07:00-10:00","max_stay":"30 min"},{"activity":"parking","groups":["residents"],"hours":"Mo-Fr 10:00-18:00"},
        {"activity":"parking","hours":"Mo-Fr 10:00-18:00","max_stay_min":120,"priority":2},{"activity":"no parking","hours":"22:00-06:00"}]
        """;

    [Fact]
    public void A_kerb_has_policies_by_hours_and_groups_and_they_are_written_as_they_were_read()
    {
        using var folder = SmallParking.Make().With("parking.geojson", SmallParking.Lots.Replace(Stay, Whole.ReplaceLineEndings("")));
        var (city, told) = folder.Load();
        Assert.Empty(told);
        var policies = city.Parking!.Facilities[2].Policies;
        Assert.Equal(["loading for commuters, at most 30 min", "parking for residents", "parking, at most 2 h", "no parking"], policies.Select(p => p.ToString()));
        Assert.Equal([1, 1, 2, 1], policies.Select(p => p.Priority));
        Assert.Equal(new WeekTime(WeekTime.Workdays, 10 * 3600, 18 * 3600), Assert.Single(policies[2].Hours));
        var problems = new ProblemList();
        var features = ParkingFeatureReader.Read(folder["parking.geojson"], problems);
        using (var stream = File.Create(folder["again.geojson"])) ParkingFeatureWriter.Write(stream, features, "test");
        var again = ParkingFeatureReader.Read(folder["again.geojson"], problems)[2].Policies;
        Assert.True(again.Zip(policies).All(pair => pair.First.SaysAs(pair.Second) && pair.First.Priority == pair.Second.Priority) && again.Count == 4);
    }

    [Theory]
    [InlineData("\"policies\":\"2 h\"", "The 'policies' of the kerb 'K-1' are a list of { activity, groups, hours, max_stay, max_stay_min, priority }, as in [{\"activity\":\"parking\",\"max_stay_min\":120,\"hours\":\"Mo-Fr 08:00-18:00\"}]; found '2 h'.")]
    [InlineData("\"policies\":[{\"activity\":\"no parkin\"}]", "The 'activity' of a policy of the kerb 'K-1' is parking, loading, unloading, stopping, no parking, no loading, no unloading, no stopping, travel; found 'no parkin'. Did you mean 'no parking'?")]
    [InlineData("\"policies\":[{\"hours\":\"Mo-Fr 08:00-18:00\"}]", "The 'activity' of a policy of the kerb 'K-1' is parking, loading, unloading, stopping, no parking, no loading, no unloading, no stopping, travel; found nothing.")]
    [InlineData("\"policies\":[{\"activty\":\"parking\"}]", "A policy of the kerb 'K-1' has activity, groups, hours, max_stay, max_stay_min, priority; found 'activty'. Did you mean 'activity'?")]
    [InlineData("\"policies\":[{\"activity\":\"parking\",\"hours\":\"by day\"}]", "In 'policies' of the kerb 'K-1' 'by day' are no hours; hours are written as in 'Mo-Fr 07:00-22:00; Sa,Su 09:00-20:00' or '24/7'.")]
    [InlineData("\"policies\":[{\"activity\":\"parking\",\"groups\":[\"resident\"]}]", "'K-1' is for 'resident', which is no group of drivers and no permit; there are commuters, shoppers, visitors, residents. Did you mean 'residents'?")]
    [InlineData("\"policies\":[{\"activity\":\"parking\",\"max_stay\":2}]", "The 'max_stay' of a policy of the kerb 'K-1' is a text with its unit, as in \"2 h\", or 'max_stay_min' a number; found '2'.")]
    [InlineData("\"policies\":[{\"activity\":\"parking\",\"max_stay_min\":0}]", "The 'max_stay_min' of a policy of the kerb 'K-1' is a number above 0; found '0'.")]
    [InlineData("\"policies\":[{\"activity\":\"parking\",\"priority\":-1}]", "The 'priority' of a policy of the kerb 'K-1' is a whole number from 0, and the lowest goes first; found '-1'.")]
    [InlineData("\"policies\":[{\"activity\":\"no stopping\",\"max_stay_min\":5,\"hours\":\"Mo\"}]", "The kerb 'K-1' has the policy 'no stopping, at most 5 min'; what is forbidden has no longest stay.")]
    [InlineData("\"policies\":[{\"activity\":\"parking\",\"max_stay_min\":60,\"hours\":\"08:00-18:00\"},{\"activity\":\"no parking\",\"hours\":\"Sa 10:00-12:00\",\"groups\":[\"residents\"]}]",
        "The kerb 'K-1' has two policies that contradict each other for residents on Saturday at 10:00: 'parking, at most 1 h' and 'no parking for residents'; a 'priority' says which one holds (the lower number).")]
    [InlineData("\"policies\":[{\"activity\":\"no parking\",\"hours\":\"Mo 08:00-18:00\"},{\"activity\":\"no parking\",\"hours\":\"Mo,Tu 17:00-20:00\"}]",
        "The kerb 'K-1' has two policies that say the same on Monday at 17:00: 'no parking' and 'no parking'.")]
    [InlineData("\"policies\":[{\"activity\":\"no parking\",\"hours\":\"Mo-Fr\"},{\"activity\":\"parking\",\"max_stay_min\":60,\"hours\":\"Mo 08:00-10:00\",\"priority\":2}]",
        "The kerb 'K-1' has the policy 'parking, at most 1 h', which never holds: policies of a lower number for the same drivers cover all of its hours.")]
    [InlineData("\"policies\":[{\"activity\":\"travel\"}]", "The kerb 'K-1' has policies by which nobody may ever park there.")]
    public void A_broken_policy_gets_its_sentence(string policies, string expected) =>
        Assert.Equal("parking.geojson:4:1: " + expected, SmallParking.Broken("parking.geojson", Stay, policies));
}

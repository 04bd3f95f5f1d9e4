using DigitalTwin.Mobility.Parking;
using DigitalTwin.Mobility.Parking.Choice;
using DigitalTwin.Numerics.Geodesy;
using static DigitalTwin.Mobility.Tests.Parking.MadeParking;

namespace DigitalTwin.Mobility.Tests.Parking;

public class ParkingCandidatesTests
{
    [Theory]
    [InlineData(30.5)]
    [InlineData(-69.9)]
    public void The_grid_finds_what_looking_at_every_facility_finds(double latitude)
    {
        var random = new Random(1);
        var facilities = Enumerable.Range(0, 400).Select(i => Lot() with { Id = $"P-{i}", Longitude = 114.4 + (random.NextDouble() * 0.1), Latitude = latitude + (random.NextDouble() * 0.1) }).ToList();
        var longitudes = Enumerable.Range(0, 200).Select(_ => 114.39 + (random.NextDouble() * 0.12)).ToArray();
        var latitudes = Enumerable.Range(0, 200).Select(_ => latitude - 0.01 + (random.NextDouble() * 0.12)).ToArray();
        var candidates = ParkingCandidates.Find(new ParkingSupply(facilities, []), longitudes, latitudes, 1300, most: 500, detour: 1.3);
        var found = 0;
        for (var d = 0; d < longitudes.Length; d++)
        {
            var expected = facilities.Select((f, i) => (Walk: 1.3 * SphereDistance.Between(longitudes[d], latitudes[d], f.Longitude, f.Latitude), i)).Where(x => x.Walk <= 1300).Order().ToList();
            Assert.Equal(expected.Select(x => x.i), candidates.Of(d).ToArray());
            Assert.Equal(expected.Select(x => x.Walk), candidates.WalksOf(d).ToArray());
            found += expected.Count;
        }
        Assert.True(found > 200);
    }

    [Fact]
    public void The_nearest_are_kept_and_a_place_that_is_nowhere_has_none()
    {
        var facilities = Enumerable.Range(0, 5).Select(i => Lot() with { Id = $"P-{i}", Longitude = 114.4 - (i * 1e-4) }).ToList();
        var candidates = ParkingCandidates.Find(new ParkingSupply(facilities, []), [114.4, double.NaN], [30.5, double.NaN], 1000, most: 3);
        Assert.Equal([0, 1, 2], candidates.Of(0).ToArray());
        Assert.Empty(candidates.Of(1).ToArray());
        Assert.Equal(2, candidates.Count);
    }
}

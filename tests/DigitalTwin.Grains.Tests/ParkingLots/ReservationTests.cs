using System.Collections.Immutable;
using DigitalTwin.Grains.Contracts.Twins;
using DigitalTwin.Grains.ParkingLots;
using DigitalTwin.Grains.Tests.Twins;

namespace DigitalTwin.Grains.Tests.ParkingLots;

public class ReservationTests
{
    [Fact]
    public void A_reservation_takes_spaces_until_it_runs_out_also_when_the_twin_slept()
    {
        var lot = Lot(occupied: 90);
        Assert.Equal("3 spaces are reserved until 2026-03-02 08:10:00 UTC as 'r 1'.", lot.Do(Reserve("r 1", 3, 600)).Sentence);
        Assert.Equal((3, 7), (lot.Figure("reserved"), lot.Figure("free")));
        lot.Sleep();
        Assert.Equal((3, 7), (lot.Figure("reserved"), lot.Figure("free")));
        lot.Now = lot.Now.AddSeconds(600);
        Assert.Equal((0, 10), (lot.Figure("reserved"), lot.Figure("free")));
    }

    [Fact]
    public void A_full_lot_reserves_nothing()
    {
        var lot = Lot(occupied: 98);
        Assert.Equal((CommandStatus.Refused, "2 spaces are free; 3 were asked for."), Outcome(lot.Do(Reserve("r", 3))));
        Assert.Equal(CommandStatus.Done, lot.Do(Reserve("r2", 2)).Status);
        Assert.Equal("0 spaces are free; 1 were asked for.", lot.Do(Reserve("r3", 1)).Sentence);
    }

    [Fact]
    public void What_is_given_back_is_free_again_and_only_once()
    {
        var lot = Lot(occupied: 98);
        lot.Do(Reserve("r", 2));
        Assert.Equal("The reservation 'r' is given back.", lot.Do(Release("g", "r")).Sentence);
        lot.Sleep();
        Assert.Equal(2, lot.Figure("free"));
        Assert.Equal((CommandStatus.Refused, "There is no reservation 'r', or it has run out."), Outcome(lot.Do(Release("g2", "r"))));
    }

    [Fact]
    public void A_reservation_that_is_sent_twice_is_made_once()
    {
        var lot = Lot(occupied: 0);
        lot.Do(Reserve("r", 2));
        lot.Sleep();
        Assert.Equal(CommandStatus.Done, lot.Do(Reserve("r", 2)).Status);
        Assert.Equal(2, lot.Figure("reserved"));
    }

    [Fact]
    public void A_closed_lot_reserves_nothing_until_it_is_opened()
    {
        var lot = Lot(occupied: 0);
        Assert.Equal("'parking/lot/L-1' is closed: flooded.", lot.Do(new("c", "close", "Li", ImmutableDictionary<string, double>.Empty, ImmutableDictionary<string, string>.Empty.Add("reason", "flooded"))).Sentence);
        Assert.Equal("The lot is closed.", lot.Do(Reserve("r", 1)).Sentence);
        lot.Do(new("o", "open", "Li", ImmutableDictionary<string, double>.Empty, ImmutableDictionary<string, string>.Empty));
        Assert.Equal(CommandStatus.Done, lot.Do(Reserve("r2", 1)).Status);
    }

    [Theory]
    [InlineData(0.5, 60)]
    [InlineData(0, 60)]
    [InlineData(1, 0)]
    [InlineData(1, 1e9)]
    public void Nonsense_is_refused(double spaces, double seconds) => Assert.Equal(CommandStatus.Refused, Lot(0).Do(Reserve("r", spaces, seconds)).Status);

    private static (CommandStatus, string) Outcome(CommandOutcome outcome) => (outcome.Status, outcome.Sentence);

    private static Diary Lot(double occupied)
    {
        var lot = new Diary("parking/lot/L-1", () => new ParkingLotBehaviour());
        lot.Tell(lot.Seen("occupancy", occupied, 0, "camera"));
        return lot;
    }

    private static Command Reserve(string key, double spaces, double seconds = 900) =>
        new(key, "reserve", "app", ImmutableDictionary<string, double>.Empty.Add("spaces", spaces).Add("duration", seconds), ImmutableDictionary<string, string>.Empty);

    private static Command Release(string key, string reservation) =>
        new(key, "release", "app", ImmutableDictionary<string, double>.Empty, ImmutableDictionary<string, string>.Empty.Add("reservation", reservation));
}

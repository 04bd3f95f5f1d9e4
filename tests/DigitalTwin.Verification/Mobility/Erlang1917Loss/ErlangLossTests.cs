using DigitalTwin.Mobility.Parking;
using DigitalTwin.Mobility.Parking.Drivers;

namespace DigitalTwin.Verification.Mobility.Erlang1917Loss;

/// <summary>
/// A lot that turns away whom it cannot take loses the share of Erlang's first formula (Erlang 1917; exact values of B and of the mean occupancy a (1 - B)), whatever the distribution of the dwell
/// (Sevastyanov 1957): here exponential, log-normal and gamma with a spread as given, and fixed.
/// </summary>
public class ErlangLossTests
{
    private static readonly (int Spaces, double Offered, double Lost, double Occupied)[] Published =
    [
        (1, 0.5, 0.3333333333, 0.333333),
        (5, 3, 0.1100543478, 2.669837),
        (10, 8, 0.1216610643, 7.026711),
        (20, 18, 0.1092128459, 16.034169),
        (50, 45, 0.0541044722, 42.565299),
        (100, 90, 0.0269573805, 87.573836),
        (100, 100, 0.0757004527, 92.429955),
        (200, 190, 0.0279681645, 184.686049),
        (300, 270, 0.0047706618, 268.711921),
        (300, 300, 0.0446814819, 286.595555),
        (500, 480, 0.0143257807, 473.123625),
        (1000, 950, 0.0036492937, 946.533171),
    ];

    private static readonly (string Name, Taste Dwell)[] Dwells =
    [
        ("exponential", new(QueueTrial.Dwell, QueueTrial.Dwell, TasteLaw.Exponential)),
        ("log-normal", new(QueueTrial.Dwell, QueueTrial.Dwell, TasteLaw.LogNormal)),
        ("gamma", new(QueueTrial.Dwell, QueueTrial.Dwell / 2, TasteLaw.Gamma)),
        ("fixed", new(QueueTrial.Dwell)),
    ];

    [Fact]
    public void A_lot_loses_what_Erlangs_formula_says_whatever_the_dwell()
    {
        var (table, rows, own) = (new VerificationTable(), 2 * Published.Length * Dwells.Length, 0);
        foreach (var (spaces, offered, lost, occupied) in Published)
        {
            foreach (var (name, dwell) in Dwells)
            {
                var title = $"{spaces} spaces, {offered} erlang, {name}";
                var batch = Math.Max(20 * QueueTrial.Dwell, 5000 * QueueTrial.Dwell / offered);
                var tallies = QueueTrial.Run(title, QueueTrial.Lot(spaces), offered / QueueTrial.Dwell, dwell, default, 20 * QueueTrial.Dwell, batch);
                Add(title, "share turned away", lost, tallies, t => (double)t.TurnedAwayFull / t.Arrivals);
                Add(title, "spaces taken", occupied, tallies, t => t.OccupiedTime / batch);
            }
        }

        void Add(string title, string quantity, double published, IReadOnlyList<FacilityTally> tallies, Func<FacilityTally, double> measure)
        {
            var (mean, half, halfOfAll) = QueueTrial.Of(tallies, rows, measure);
            if (Math.Abs(mean - published) <= half) own++;
            table.Add(title, quantity, published, mean, halfOfAll);
        }

        table.AssertAll();
        // Of 96 intervals that each miss once in a hundred times, five or more miss less than once in 300 times.
        Assert.True(rows - own <= 4, $"{own} of {rows} lie within their own 99 % interval.");
        if (ReadmeTable.IsWanted)
            ReadmeTable.Write("src/DigitalTwin.Mobility/README.md", "erlang-loss", $"{table}\n{own} of the {rows} values lie within their own 99 % interval as well.\n");
    }
}

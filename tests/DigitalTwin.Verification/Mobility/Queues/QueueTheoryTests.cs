using DigitalTwin.Mobility.Parking;
using DigitalTwin.Mobility.Parking.Drivers;

namespace DigitalTwin.Verification.Mobility.Queues;

/// <summary>
/// A lot before which cars wait, beside what queueing theory says: Erlang's second formula (Erlang 1917) for patient drivers, the chain with exponential patience (Palm 1957, "Erlang A"), one barrier of fixed service
/// (Pollaczek 1930, Khinchine 1932), and the balance of flows of a lot that is never empty (a = S mu + nu L, as in Ogulenko, Benenson and Fulman 2022).
/// </summary>
public class QueueTheoryTests
{
    private const int Measures = 21;
    private const double D = QueueTrial.Dwell;
    private static readonly Taste Exponential = new(D, D, TasteLaw.Exponential), LogNormal = new(D, D, TasteLaw.LogNormal), Fixed = new(D), Patient = new(double.PositiveInfinity);
    private readonly VerificationTable table = new();

    [Fact]
    public void Waiting_and_giving_up_are_as_queueing_theory_says()
    {
        WaitingPatiently(10, 8);
        WaitingPatiently(50, 45);
        WaitingWithPatience(20, 18, 600);
        WaitingWithPatience(20, 24, 600);
        WaitingWithPatience(100, 100, 300);
        Barrier(0.5);
        Barrier(0.8);
        OverSaturated(100, 150, 900, Exponential, "exponential");
        OverSaturated(100, 150, 900, LogNormal, "log-normal");
        OverSaturated(100, 150, 900, Fixed, "fixed");
        table.AssertAll();
        table.Publish("src/DigitalTwin.Mobility/README.md", "parking-queues");
    }

    private void WaitingPatiently(int spaces, double offered)
    {
        var name = $"{spaces} spaces, {offered} erlang, patient drivers";
        var tallies = QueueTrial.Run(name, QueueTrial.Lot(spaces) with { QueuePlaces = int.MaxValue }, offered / D, Exponential, Patient, 100 * D, 1500 * D);
        // Erlang's second formula from his first: C = c B / (c - a (1 - B)); mean queue C a / (c - a).
        var loss = 1.0;
        for (var n = 1; n <= spaces; n++) loss = offered * loss / (n + (offered * loss));
        var waits = spaces * loss / (spaces - (offered * (1 - loss)));
        Add(name, "cars in the queue", waits * offered / (spaces - offered), tallies, t => t.QueueTime / (1500 * D));
        Add(name, "spaces taken", offered, tallies, t => t.OccupiedTime / (1500 * D));
    }

    private void WaitingWithPatience(int spaces, double offered, double patience)
    {
        var name = $"{spaces} spaces, {offered} erlang, mean patience {patience} s";
        var tallies = QueueTrial.Run(name, QueueTrial.Lot(spaces) with { QueuePlaces = int.MaxValue }, offered / D, Exponential, new(patience, patience, TasteLaw.Exponential), 50 * D, 400 * D);
        // The chain of cars present: births at the rate of arrivals, deaths at n mu up to c and c mu + (n - c) nu beyond.
        var (p, sum, queue, taken) = (1.0, 0.0, 0.0, 0.0);
        for (var n = 0; n < 20 * spaces; n++)
        {
            sum += p;
            queue += p * Math.Max(0, n - spaces);
            taken += p * Math.Min(n, spaces);
            p *= offered / D / ((Math.Min(n + 1, spaces) / D) + (Math.Max(0, n + 1 - spaces) / patience));
        }
        Add(name, "cars in the queue", queue / sum, tallies, t => t.QueueTime / (400 * D));
        Add(name, "share that gives up", queue / sum / patience / (offered / D), tallies, t => (double)t.Reneged / t.Arrivals);
    }

    private void Barrier(double load)
    {
        const double Service = 8;
        var name = $"barrier of 8 s a car, load {load}";
        var tallies = QueueTrial.Run(name, QueueTrial.Lot(int.MaxValue) with { QueuePlaces = int.MaxValue, EntranceRate = 1 / Service }, load / Service, new(0), Patient, 50_000, 400_000);
        Add(name, "wait, s", load * Service / (2 * (1 - load)), tallies, t => t.WaitOfEntered / t.Entered);
    }

    private void OverSaturated(int spaces, double offered, double patience, Taste dwell, string law)
    {
        var name = $"{spaces} spaces, {offered} erlang, {law} dwell, mean patience {patience} s";
        var tallies = QueueTrial.Run(name, QueueTrial.Lot(spaces) with { QueuePlaces = int.MaxValue }, offered / D, dwell, new(patience, patience, TasteLaw.Exponential), 50 * D, 100 * D);
        Add(name, "spaces taken", spaces, tallies, t => t.OccupiedTime / (100 * D), slack: 1e-3 * spaces);
        Add(name, "cars in the queue", (offered - spaces) / D * patience, tallies, t => t.QueueTime / (100 * D));
        Add(name, "wait of all that came, s", (offered - spaces) / offered * patience, tallies, t => t.QueueTime / t.Arrivals);
    }

    // The slack is what the formula itself neglects: a lot that is over-saturated on average has a free space now and then.
    private void Add(string name, string quantity, double published, IReadOnlyList<FacilityTally> tallies, Func<FacilityTally, double> measure, double slack = 0)
    {
        var (mean, _, half) = QueueTrial.Of(tallies, Measures, measure);
        table.Add(name, quantity, published, mean, half + slack);
    }
}

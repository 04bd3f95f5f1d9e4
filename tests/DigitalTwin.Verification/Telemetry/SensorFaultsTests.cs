using System.Globalization;
using System.Text;
using DigitalTwin.Cities;
using DigitalTwin.Grains.Contracts.Twins;
using DigitalTwin.Numerics.Randomness;
using DigitalTwin.Water;

namespace DigitalTwin.Verification.Telemetry;

/// <summary>
/// A day of telemetry of our own making: levels and pressures of the optics valley's water network as they are simulated, every five minutes, with keyed noise, short gaps, sensors that die, sensors that fall
/// silent for a while and sensors that stick. Lived again as fast as possible, it raises exactly the alerts that were planted, at the instants at which they were.
/// </summary>
public class SensorFaultsTests
{
    private const ulong Seed = 20250708;
    private static readonly DateTimeOffset Start = new(2025, 7, 8, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(5), SilentAfter = TimeSpan.FromMinutes(30), StuckAfter = TimeSpan.FromHours(1);

    [Fact]
    public async Task Alerts_are_raised_where_faults_were_planted_and_nowhere_else()
    {
        var city = City.Load(Path.Combine(Repository.Root, "maps", "optics-valley"));
        var (names, values) = Simulate(city);
        var (csv, planted) = Plant(names, values);
        var rules = names.ToDictionary(n => n.Asset, n => new Rules([], [new(n.Property, SilentAfter, StuckAfter)]));
        await using var replayed = await Replayed.OfAsync(city, new MemoryStream(Encoding.UTF8.GetBytes(csv)), new() { Source = "scada" }, rules);
        Assert.Empty(replayed.Refused);
        Assert.Equal(csv.Count(c => c == '\n') - 1, replayed.Totals.Accepted);
        var raised = await replayed.Store.History.AlertsAsync("live", false, null, null, null, default).Select(a => Told(a.Asset, a.Rule, a.RaisedAt, a.ClearedAt)).ToListAsync();
        Assert.Equal(planted.Order(StringComparer.Ordinal), raised.Order(StringComparer.Ordinal));
    }

    /// <summary>Levels of all tanks and pressures of forty junctions over a day, m; a row for each instant.</summary>
    private static (List<(string Asset, string Property)> Names, List<double[]> Values) Simulate(City city)
    {
        var network = city.Water!;
        var (names, nodes) = (new List<(string, string)>(), new List<int>());
        foreach (var tank in network.Tanks.Where(t => t.Area > 0))
        {
            names.Add(($"water/tank/{network.Nodes.Ids[tank.Node]}", "level"));
            nodes.Add(tank.Node);
        }
        for (var i = 0; i < 40; i++)
        {
            var node = i * network.Nodes.JunctionCount / 40;
            names.Add(($"water/junction/{network.Nodes.Ids[node]}", "pressure"));
            nodes.Add(node);
        }
        var model = new WaterModel(network);
        var state = model.InitialState();
        var values = new List<double[]>();
        for (var at = Interval; at <= TimeSpan.FromHours(24); at += Interval)
        {
            model.Advance(state, at.TotalSeconds, (_, _) => { });
            values.Add([.. nodes.Select(n => state.Head[n] - network.Nodes.Elevation[n])]);
        }
        return (names, values);
    }

    private static (string Csv, List<string> Alerts) Plant(List<(string Asset, string Property)> names, List<double[]> values)
    {
        var (csv, alerts) = (new StringBuilder("asset,property,value,observed_at\n"), new List<string>());
        for (var s = 0; s < names.Count; s++)
        {
            var fault = s % 8;
            var begin = 60 + 3 * s;
            var (random, noise) = (new KeyedRandom(Seed), KeyedRandom.Stream("sensor-noise", names[s].Asset));
            double stuckAt = double.NaN;
            for (var k = 0; k < values.Count; k++)
            {
                var value = Math.Round(values[k][s] + 0.05 * random.Normal(noise, (ulong)k), 4);
                // One in twelve readings is lost on its way, never so many that it were silence.
                var lost = k % 12 == (s * 5) % 12 && fault != 3;
                var gone = fault switch { 1 => k >= begin, 2 => k >= begin && k < begin + 24, _ => false };
                if (fault == 3 && k >= begin && k < begin + 30) value = double.IsNaN(stuckAt) ? stuckAt = value : stuckAt;
                if (!lost && !gone) csv.Append(CultureInfo.InvariantCulture, $"{names[s].Asset},{names[s].Property},{value:R},{At(k):yyyy-MM-dd'T'HH:mm:ss'Z'}\n");
            }
            int Last() => Enumerable.Range(0, begin).Last(k => k % 12 != (s * 5) % 12);
            int Next(int from) => Enumerable.Range(from, 100).First(k => k % 12 != (s * 5) % 12);
            if (fault == 1) alerts.Add(Told(names[s].Asset, "silent:" + names[s].Property, At(Last()) + SilentAfter, null));
            if (fault == 2) alerts.Add(Told(names[s].Asset, "silent:" + names[s].Property, At(Last()) + SilentAfter, At(Next(begin + 24))));
            if (fault == 3) alerts.Add(Told(names[s].Asset, "stuck:" + names[s].Property, At(begin), At(begin + 30)));
        }
        return (csv.ToString(), alerts);
    }

    private static DateTimeOffset At(int k) => Start + (k + 1) * Interval;

    private static string Told(string asset, string rule, DateTimeOffset raised, DateTimeOffset? over) => $"{asset} {rule} {raised:HH:mm} {over:HH:mm}";
}

using DigitalTwin.Mobility.Roads;

namespace DigitalTwin.Cities.Synthesis.Traffic;

/// <summary>A street of a quarter as traffic sees it.</summary>
/// <param name="Street">Its corners.</param>
/// <param name="Class">What it is for.</param>
/// <param name="IsOneWay">Whether it is driven from its first corner to its second only.</param>
/// <param name="GreenForward">Green share at its second corner; 1 without a signal.</param>
/// <param name="GreenBackward">Green share at its first corner.</param>
/// <param name="Banned">Index of a street into which one may not turn at its second corner, or -1.</param>
internal readonly record struct RoadPlan(Street Street, RoadClass Class, bool IsOneWay, double GreenForward, double GreenBackward, int Banned);

/// <summary>
/// Makes roads of the streets of a quarter: the middle lines are primary roads, the other main lines secondary ones, one in seven side streets collects traffic (tertiary), one in twenty is one-way where the two-way streets
/// alone still join everything. Signals stand where main roads meet and at one in three corners of a main road and a side street; at one in four of these no one may turn left from the side street.
/// </summary>
internal sealed class QuarterRoads
{
    private readonly StreetGrid grid;
    private readonly Draws draws;
    private readonly List<int>[] at;

    public QuarterRoads(StreetGrid grid, Draws draws)
    {
        (this.grid, this.draws) = (grid, draws);
        Streets = [.. grid.Streets, .. grid.Crossings];
        at = [.. Enumerable.Range(0, grid.Count).Select(_ => new List<int>(4))];
        for (var k = 0; k < Streets.Count; k++)
        {
            at[Streets[k].A].Add(k);
            at[Streets[k].B].Add(k);
        }
        Signals = [.. Enumerable.Range(0, grid.Count).Where(n => MeetsMains(n) || (MeetsMain(n) && at[n].Count >= 3 && draws.Uniform(4_000_000 + n) < 1.0 / 3))];
        var signals = Signals.ToHashSet();
        var oneWay = OneWay();
        Plans = [.. Enumerable.Range(0, Streets.Count).Select(k => new RoadPlan(
            Streets[k], ClassOf(k), oneWay[k], Green(k, Streets[k].B, signals), oneWay[k] ? 1 : Green(k, Streets[k].A, signals), Banned(k, signals)))];
    }

    /// <summary>Streets, in the order of their ids.</summary>
    public IReadOnlyList<Street> Streets { get; }

    /// <summary>What traffic sees of them.</summary>
    public IReadOnlyList<RoadPlan> Plans { get; }

    /// <summary>Corners with a signal, ascending.</summary>
    public IReadOnlyList<int> Signals { get; }

    /// <summary>Streets at a corner.</summary>
    public IReadOnlyList<int> At(int corner) => at[corner];

    /// <summary>Whether a street runs from south to north (before mirroring).</summary>
    public bool IsAvenue(int street) => grid.Column[Streets[street].A] == grid.Column[Streets[street].B];

    private RoadClass ClassOf(int k)
    {
        if (!Streets[k].IsMain) return draws.Uniform(1_000_000 + k) < 1.0 / 7 ? RoadClass.Tertiary : RoadClass.Residential;
        var (line, lines) = IsAvenue(k) ? (grid.Column[Streets[k].A], grid.Columns) : (grid.Row[Streets[k].A], grid.Rows);
        return (line - lines / 2) % 12 == 0 ? RoadClass.Primary : RoadClass.Secondary;
    }

    private bool MeetsMain(int corner) => at[corner].Any(k => Streets[k].IsMain);

    private bool MeetsMains(int corner) => at[corner].Any(k => Streets[k].IsMain && IsAvenue(k)) && at[corner].Any(k => Streets[k].IsMain && !IsAvenue(k));

    /// <summary>Where main roads meet, left turns have phases of their own (four in all, as is usual in Chinese cities), so that each approach has about three tenths of the cycle; a main road has twice what a side street has.</summary>
    private double Green(int street, int corner, HashSet<int> signals)
    {
        if (!signals.Contains(corner)) return 1;
        if (!MeetsMains(corner)) return Streets[street].IsMain ? 0.55 : 0.25;
        return ClassOf(street) switch { RoadClass.Primary => 0.30, RoadClass.Secondary => 0.27, _ => 0.2 };
    }

    private bool[] OneWay()
    {
        var joined = new DisjointSets(grid.Count);
        var oneWay = new bool[Streets.Count];
        // Main roads first, then the rest by chance: what this forest leaves over may be one-way, everything can still be reached.
        foreach (var k in Enumerable.Range(0, Streets.Count).OrderBy(k => Streets[k].IsMain ? -1 : draws.Uniform(2_000_000 + k)).ThenBy(k => k))
            oneWay[k] = !joined.Join(Streets[k].A, Streets[k].B) && !Streets[k].IsMain && ClassOf(k) == RoadClass.Residential && draws.Uniform(3_000_000 + k) < 0.1;
        return oneWay;
    }

    /// <summary>The main street to the left at the end of a side street that meets a main road at a signal.</summary>
    private int Banned(int street, HashSet<int> signals)
    {
        var (from, corner, _) = Streets[street];
        if (Streets[street].IsMain || at[corner].Count < 4 || !signals.Contains(corner) || MeetsMains(corner) || draws.Uniform(5_000_000 + street) > 0.25) return -1;
        var (x, y) = (grid.X[corner] - grid.X[from], grid.Y[corner] - grid.Y[from]);
        foreach (var k in at[corner])
        {
            var other = Streets[k].A == corner ? Streets[k].B : Streets[k].A;
            var cross = x * (grid.Y[other] - grid.Y[corner]) - y * (grid.X[other] - grid.X[corner]);
            if (Streets[k].IsMain && cross > 0.7 * grid.Distance(from, corner) * grid.Distance(corner, other)) return k;
        }
        return -1;
    }
}

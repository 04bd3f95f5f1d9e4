using DigitalTwin.Simulation.Loop;

namespace DigitalTwin.Simulation.Mobility;

/// <summary>
/// What happened at each lot and kerb since the frame before, by the definitions of curb metrics (CDS): sessions, dwell = sum of dwell / sessions that ended, occupancy = space-time taken / space-time offered,
/// turnover = sessions per hour, here per space, as Chinese surveys count it.
/// </summary>
internal sealed class FacilityLedger(MobilitySite site)
{
    private readonly double[] arrivals = Column(site), departures = Column(site), turnedAway = Column(site), dwell = Column(site), revenue = Column(site), occupiedTime = Column(site), chargerTime = Column(site), spaceTime = Column(site);
    private double time;

    /// <summary>Adds a step.</summary>
    public void Add(StepWindow step, MobilityNow now)
    {
        Add(arrivals, now.Arrivals);
        Add(departures, now.Departures);
        Add(turnedAway, now.TurnedAway);
        Add(dwell, now.Dwell);
        Add(revenue, now.Revenue);
        Add(occupiedTime, now.OccupiedTime);
        Add(chargerTime, now.ChargerTime);
        for (var f = 0; f < spaceTime.Length; f++) spaceTime[f] += now.Spaces[f] * step.Length;
        time += step.Length;
    }

    /// <summary>A row for each of <see cref="FacilityFields"/>, in its order, and a new beginning.</summary>
    public float[][] Take()
    {
        var rows = new float[][]
        {
            Rows.Single(turnedAway), Rows.Single(arrivals), Rows.Single(departures), Rows.Single(revenue),
            Per(dwell, f => 60 * departures[f]), Per(arrivals, f => spaceTime[f] / 3600), Per(occupiedTime, f => spaceTime[f] / 100), Per(chargerTime, f => site.Parking.Facilities[f].Chargers * time / 100),
        };
        foreach (var column in Columns()) Array.Clear(column);
        time = 0;
        return rows;
    }

    public void Save(BinaryWriter writer)
    {
        writer.Write(time);
        foreach (var column in Columns())
            foreach (var value in column) writer.Write(value);
    }

    public void Load(BinaryReader reader)
    {
        time = reader.ReadDouble();
        foreach (var column in Columns())
            for (var f = 0; f < column.Length; f++) column[f] = reader.ReadDouble();
    }

    private static double[] Column(MobilitySite site) => new double[site.Parking.Facilities.Count];

    private static void Add(double[] sums, ReadOnlySpan<double> values)
    {
        for (var f = 0; f < sums.Length; f++) sums[f] += values[f];
    }

    // Nothing where there is nothing to divide by.
    private static float[] Per(double[] sums, Func<int, double> count)
    {
        var row = new float[sums.Length];
        for (var f = 0; f < row.Length; f++) row[f] = count(f) is > 0 and var n ? (float)(sums[f] / n) : float.NaN;
        return row;
    }

    private double[][] Columns() => [arrivals, departures, turnedAway, dwell, revenue, occupiedTime, chargerTime, spaceTime];
}

namespace DigitalTwin.Mobility.Demand;

/// <summary>When a crowd comes or goes, as the share of it that has done so by a time before or after an instant: straight lines between points, from 0 to 1.</summary>
public sealed class ArrivalCurve
{
    private readonly (double Offset, double Share)[] points;

    /// <summary>A curve through points.</summary>
    /// <param name="points">Offsets, s, ascending, with shares ascending from 0 to 1.</param>
    /// <exception cref="ArgumentException">The points are no such curve.</exception>
    public ArrivalCurve(IReadOnlyList<(double Offset, double Share)> points)
    {
        ArgumentNullException.ThrowIfNull(points);
        this.points = [.. points];
        for (var i = 1; i < this.points.Length; i++)
            if (!(points[i].Offset > points[i - 1].Offset && points[i].Share >= points[i - 1].Share)) throw new ArgumentException("Offsets and shares ascend.", nameof(points));
        if (points.Count < 2 || points[0].Share != 0 || points[^1].Share != 1) throw new ArgumentException("Shares go from 0 to 1.", nameof(points));
    }

    /// <summary>Evenly between two offsets, s.</summary>
    public static ArrivalCurve Even(double first, double last) => new([(first, 0), (last, 1)]);

    /// <summary>Rising from nobody at the first offset to most at the peak and falling to nobody at the last, s; in 20 straight pieces.</summary>
    public static ArrivalCurve Triangular(double first, double peak, double last)
    {
        if (!(first < last && peak >= first && peak <= last)) throw new ArgumentOutOfRangeException(nameof(peak), peak, "Between the first and the last offset.");
        return new([.. Enumerable.Range(0, 21).Select(i => first + (last - first) * i / 20).Select(t => (t, t == last ? 1.0 : t <= peak
            ? (peak > first ? (t - first) * (t - first) / ((last - first) * (peak - first)) : 0)
            : 1 - (last - t) * (last - t) / ((last - first) * (last - peak))))]);
    }

    /// <summary>Offset of the first, s.</summary>
    public double First => points[0].Offset;

    /// <summary>Offset of the last, s.</summary>
    public double Last => points[^1].Offset;

    /// <summary>Share by an offset, s.</summary>
    public double ShareBy(double offset)
    {
        if (offset <= First) return 0;
        for (var i = 1; i < points.Length; i++)
            if (offset < points[i].Offset) return points[i - 1].Share + (points[i].Share - points[i - 1].Share) * (offset - points[i - 1].Offset) / (points[i].Offset - points[i - 1].Offset);
        return 1;
    }

    /// <summary>Offset by which a share, in [0, 1), has come or gone, s.</summary>
    public double At(double u)
    {
        for (var i = 1; i < points.Length; i++)
            if (u < points[i].Share) return points[i - 1].Offset + (points[i].Offset - points[i - 1].Offset) * (u - points[i - 1].Share) / (points[i].Share - points[i - 1].Share);
        return Last;
    }
}

using DigitalTwin.Weather.Epw;

namespace DigitalTwin.Cities.Climate;

/// <summary>The undisturbed ground below buildings: of the deepest depth that a climate file tells, by month; where it tells none, the mean of its air over the year (what the ground has some metres down).</summary>
public sealed class GroundTemperature
{
    private readonly double[] monthly;

    /// <summary>Of a climate file.</summary>
    public GroundTemperature(EpwFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var deepest = file.GroundTemperatures.Where(g => g.Monthly.Count == 12 && g.Monthly.All(double.IsFinite)).OrderByDescending(g => g.Depth).FirstOrDefault();
        if (deepest is not null)
        {
            monthly = [.. deepest.Monthly];
            return;
        }
        var known = file[EpwField.DryBulb].Where(double.IsFinite).DefaultIfEmpty(10);
        monthly = [.. Enumerable.Repeat(known.Average(), 12)];
    }

    /// <summary>°C in a month, 1 to 12.</summary>
    public double At(int month) => monthly[month - 1];
}

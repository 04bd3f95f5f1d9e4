using System.Globalization;
using DigitalTwin.Mobility.Demand;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Text;

namespace DigitalTwin.Cities.Maps.Demand;

/// <summary>What a map's demand comes to, as data and in words.</summary>
/// <param name="Places">Places that are joined to the roads.</param>
/// <param name="Purposes">Trips a day by purpose, in the order of the model; purposes without trips are left out.</param>
/// <param name="Drives">How far trips by the use of land go on empty roads, by purpose.</param>
public sealed record DemandInfo(int Places, IReadOnlyList<PurposeTotal> Purposes, IReadOnlyList<MeanDrive> Drives)
{
    /// <summary>Counts and measures; what is not as the map wants it is added to the findings.</summary>
    public static DemandInfo Of(DemandModel demand, ICollection<Problem> findings)
    {
        ArgumentNullException.ThrowIfNull(demand);
        ArgumentNullException.ThrowIfNull(findings);
        var (weekday, sunday) = (demand.Expected(DayOfWeek.Wednesday), demand.Expected(DayOfWeek.Sunday));
        var totals = weekday.Select((trips, i) => new PurposeTotal(i < demand.Purposes.Count ? demand.Purposes[i].Name : "purpose by share", trips, sunday[i]));
        var drives = new List<MeanDrive>();
        foreach (var source in demand.Sources.OfType<LandUseDemand>())
            foreach (var distribution in source.Distributions)
            {
                var (name, wanted) = (demand.Purposes[distribution.Purpose].Name, source.DeterrenceOf(distribution.Purpose));
                if (!distribution.Trips.IsBalanced)
                    Tell(string.Create(CultureInfo.InvariantCulture, $"Trips for '{name}' cannot be shared out: {distribution.Shortage ?? "the sums of some zones are missed"}{(distribution.Shortage is null ? $" by {distribution.Trips.Error:P1}" : "")}."));
                if (double.IsNaN(distribution.MeanCost)) continue;
                var drive = new MeanDrive(name, distribution.MeanCost, wanted.ByDistance, distribution.Exponential);
                if (distribution.HasChoice && Math.Abs(wanted.Mean - drive.Mean) > 0.01 * wanted.Mean)
                    Tell($"Trips for '{name}' are {drive.Text} long on average, not {drive with { Mean = wanted.Mean }}: {(drive.Mean < wanted.Mean ? "they are no longer even if nobody minds the way" : "they are no shorter even if everybody goes to the nearest")}.");
                drives.Add(drive);

                // Working days and weekends may deserve one and the same sentence.
                void Tell(string sentence)
                {
                    var problem = new Problem(Severity.Warning, source.Name, 0, 0, sentence);
                    if (!findings.Contains(problem)) findings.Add(problem);
                }
            }
        return new(demand.Places.Count, [.. totals.Where(t => t.Weekday > 0 || t.Sunday > 0)], drives);
    }

    /// <summary>The lines of <c>twin map info</c>.</summary>
    public IEnumerable<string> Lines()
    {
        yield return F($"  trips      {Purposes.Sum(p => p.Weekday):N0} on a Wednesday, {Purposes.Sum(p => p.Sunday):N0} on a Sunday, between {Plural.Of(Places, "place")}");
        foreach (var purpose in Purposes)
        {
            var drives = Drives.Where(d => d.Purpose == purpose.Name).Select(d => d.Text).Distinct().ToArray();
            yield return F($"    {purpose.Name,-18} {purpose.Weekday,10:N0} {purpose.Sunday,10:N0}{(drives.Length == 0 ? "" : $"  {string.Join(", ", drives)} on average on empty roads")}");
        }
    }

    private static string F(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Trips of a purpose on a Wednesday and on a Sunday.</summary>
public sealed record PurposeTotal(string Name, double Weekday, double Sunday);

/// <summary>How far trips of a purpose go.</summary>
/// <param name="Purpose">Name.</param>
/// <param name="Mean">Mean, s or m.</param>
/// <param name="ByDistance">Whether it is a length.</param>
/// <param name="Exponential">β of the deterrence, 1/s or 1/m.</param>
public sealed record MeanDrive(string Purpose, double Mean, bool ByDistance, double Exponential)
{
    /// <summary>The mean in minutes or kilometres.</summary>
    public string Text => string.Create(CultureInfo.InvariantCulture, $"{(ByDistance ? Mean / 1000 : Mean / 60):0.0#} {(ByDistance ? "km" : "min")}");

    /// <inheritdoc/>
    public override string ToString() => Text;
}

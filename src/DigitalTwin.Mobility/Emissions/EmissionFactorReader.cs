using System.Globalization;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Text.Tables;
using DigitalTwin.Numerics.Text;

namespace DigitalTwin.Mobility.Emissions;

/// <summary>Reads emission factors from CSV, <c>vehicle,pollutant,factor,a,b,c,d,e,f,from,until,source</c>: a row for each kind of car and pollutant, speeds in km/h.</summary>
public static class EmissionFactorReader
{
    private const string Resource = "emission-factors.csv", Header = "vehicle,pollutant,factor,a,b,c,d,e,f,from,until,source";
    private static readonly Lazy<IReadOnlyList<EmissionFactor>> SharedFactors = new(ReadShipped);

    /// <summary>The factors of <c>data/emission-factors.csv</c>: petrol cars of Euro 3 to Euro 6, with their source.</summary>
    public static IReadOnlyList<EmissionFactor> Shipped => SharedFactors.Value;

    /// <summary>Reads a file; every mistake goes into <paramref name="problems"/>, and a row with one is left out.</summary>
    public static IReadOnlyList<EmissionFactor> Read(string path, ProblemList problems)
    {
        var factors = new List<EmissionFactor>();
        HeadedCsv.Read(path, Header, csv => Row(csv, factors, problems), problems);
        return factors;
    }

    /// <summary>Reads a stream.</summary>
    /// <param name="stream">UTF-8.</param>
    /// <param name="file">How sentences name it.</param>
    /// <param name="problems">Receives every mistake.</param>
    public static IReadOnlyList<EmissionFactor> Read(Stream stream, string file, ProblemList problems)
    {
        var factors = new List<EmissionFactor>();
        HeadedCsv.Read(stream, file, Header, csv => Row(csv, factors, problems), problems);
        return factors;
    }

    private static void Row(CsvRecords csv, List<EmissionFactor> factors, ProblemList problems)
    {
        if (csv.Count != 12)
        {
            problems.Error(csv.File, csv.Line, 1, $"The row has {Plural.Of(csv.Count, "field")}; '{Header}' has 12.");
            return;
        }
        var before = problems.ErrorCount;
        var vehicle = csv.Text(0).Trim();
        if (vehicle.Length == 0) problems.Error(csv.File, csv.Line, csv.Column(0), "The kind of car has no name.");
        if (!Enum.TryParse<Pollutant>(csv.Text(1).Trim(), out var pollutant) || char.IsDigit(csv.Text(1).Trim()[0]))
            problems.Error(csv.File, csv.Line, csv.Column(1), $"The pollutant is '{csv.Text(1)}'; {string.Join(" and ", Enum.GetNames<Pollutant>())} are accepted.{NearestName.Hint(csv.Text(1), Enum.GetNames<Pollutant>())}");
        Span<double> numbers = stackalloc double[9];
        for (var i = 0; i < numbers.Length; i++)
        {
            if (double.TryParse(csv.Text(2 + i).Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out numbers[i]) && double.IsFinite(numbers[i])) continue;
            problems.Error(csv.File, csv.Line, csv.Column(2 + i), $"'{csv.Text(2 + i)}' is not a finite number.");
        }
        if (problems.ErrorCount > before) return;
        var factor = new EmissionFactor(vehicle, pollutant, numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5], numbers[6], numbers[7], numbers[8], csv.Text(11).Trim());
        if (!(factor.From > 0 && factor.From < factor.Until)) problems.Error(csv.File, csv.Line, csv.Column(9), $"The range of speeds is {factor.From} to {factor.Until} km/h; it begins above 0 and ends higher.");
        else if (FirstBelowZero(factor) is { } speed) problems.Error(csv.File, csv.Line, csv.Column(2), $"The formula gives {factor.GramsPerKilometre(speed):G4} g/km at {speed} km/h; an emission is a finite number of at least 0 everywhere in the range.");
        else if (factors.Any(f => f.Vehicle == vehicle && f.Pollutant == pollutant)) problems.Error(csv.File, csv.Line, 1, $"'{vehicle}' has a factor for {pollutant} already.");
        else factors.Add(factor);
    }

    private static double? FirstBelowZero(EmissionFactor factor)
    {
        for (var speed = factor.From; speed <= factor.Until; speed++)
        {
            if (!(factor.GramsPerKilometre(speed) >= 0 && double.IsFinite(factor.GramsPerKilometre(speed)))) return speed;
        }
        return null;
    }

    private static IReadOnlyList<EmissionFactor> ReadShipped()
    {
        using var stream = typeof(EmissionFactorReader).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The library was built without its data file '{Resource}'.");
        var problems = new ProblemList();
        var factors = Read(stream, Resource, problems);
        problems.ThrowIfErrors();
        return factors;
    }
}

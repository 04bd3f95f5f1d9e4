using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Text.Tables;
using DigitalTwin.Numerics.Text;
using DigitalTwin.Numerics.Units;

namespace DigitalTwin.Mobility.Emissions;

/// <summary>Reads a fleet from CSV, <c>vehicle,share,source</c>: a row for each kind of car, shares as 0.6 or 60 %, together 100 %.</summary>
public static class FleetReader
{
    private const string Header = "vehicle,share,source";

    /// <summary>Reads a file; every mistake goes into <paramref name="problems"/>, and a row with one is left out.</summary>
    /// <param name="path">File.</param>
    /// <param name="factors">What cars emit: a kind without factors is a mistake.</param>
    /// <param name="problems">Receives every mistake.</param>
    /// <returns>The shares, and where they are from.</returns>
    public static (IReadOnlyList<FleetShare> Shares, string Source) Read(string path, IReadOnlyList<EmissionFactor> factors, ProblemList problems)
    {
        ArgumentNullException.ThrowIfNull(factors);
        ArgumentNullException.ThrowIfNull(problems);
        var (shares, sources, before) = (new List<FleetShare>(), new List<string>(), problems.ErrorCount);
        HeadedCsv.Read(path, Header, csv => Row(csv, factors, shares, sources, problems), problems);
        if (problems.ErrorCount == before && SumObjection(shares) is { } objection) problems.Error(path, 0, 0, objection);
        return (shares, string.Join("; ", sources.Distinct()));
    }

    /// <summary>A share as a person writes it, 0 to 1: 0.6 or 60 %.</summary>
    /// <param name="text">The text.</param>
    /// <param name="share">The share.</param>
    /// <returns>What is wrong with it, or null.</returns>
    public static string? TryShare(string text, out double share)
    {
        var isNumber = Quantity.TryParse(text, Unit.One, out share, out _);
        return isNumber && share is >= 0 and <= 1 ? null : $"A share is from 0 to 1, or from 0 % to 100 %; found '{text}'.{(isNumber && share is > 1 and <= 100 && !text.Contains('%', StringComparison.Ordinal) ? $" Did you mean '{text.Trim()} %'?" : "")}";
    }

    /// <summary>What is wrong with the sum of the shares of a whole fleet, or null.</summary>
    public static string? SumObjection(IReadOnlyList<FleetShare> shares)
    {
        ArgumentNullException.ThrowIfNull(shares);
        var sum = shares.Sum(s => s.Share);
        return Math.Abs(sum - 1) <= VehicleFleet.Rounding ? null : string.Create(System.Globalization.CultureInfo.InvariantCulture,
            $"The shares of the fleet add up to {sum * 100:0.##} %, not to 100 %; cars that emit nothing on the road are '{VehicleFleet.Electric}'.");
    }

    private static void Row(CsvRecords csv, IReadOnlyList<EmissionFactor> factors, List<FleetShare> shares, List<string> sources, ProblemList problems)
    {
        if (csv.Count != 3)
        {
            problems.Error(csv.File, csv.Line, 1, $"The row has {Plural.Of(csv.Count, "field")}; '{Header}' has 3.");
            return;
        }
        var before = problems.ErrorCount;
        var (vehicle, source) = (csv.Text(0).Trim(), csv.Text(2).Trim());
        if (VehicleFleet.ObjectionTo(vehicle, factors) is { } unknown) problems.Error(csv.File, csv.Line, csv.Column(0), unknown);
        else if (shares.Any(s => s.Vehicle == vehicle)) problems.Error(csv.File, csv.Line, csv.Column(0), $"'{vehicle}' has a share already.");
        if (TryShare(csv.Text(1), out var share) is { } wrong) problems.Error(csv.File, csv.Line, csv.Column(1), wrong);
        if (source.Length == 0) problems.Error(csv.File, csv.Line, csv.Column(2), "A share says where it is from: a register, a count, or 'assumed'.");
        if (problems.ErrorCount > before) return;
        shares.Add(new(vehicle, share));
        sources.Add(source);
    }
}

using DigitalTwin.Mobility.Emissions;
using DigitalTwin.Mobility.Roads;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Cities.Maps.Emissions;

/// <summary>Reads which cars drive in a city and what they emit.</summary>
internal static class EmissionPart
{
    /// <summary>The fleet; the assumed one where the map does not say, or where what it says is wrong (reported).</summary>
    public static CityFleet Read(MapFile map, RoadNetwork? roads, ProblemList problems)
    {
        if (map.Emissions is not { } files) return CityFleet.Assumed;
        if (roads is null && map.RoadFile is null) problems.Error(files.Map, files.Line, files.Column, "'emissions' needs 'roads' on which cars drive.");
        var before = problems.ErrorCount;
        var factors = files.FactorsFile is null ? EmissionFactorReader.Shipped : EmissionFactorReader.Read(files.FactorsFile, problems);
        // Cars whose factors could not be read would be unknown ones as well: one mistake, one sentence.
        if (problems.ErrorCount > before) return CityFleet.Assumed;
        var (shares, source) = files.FleetFile is { } path ? FleetReader.Read(path, factors, problems) : InPlace(files, factors, problems);
        return problems.ErrorCount > before || shares.Count == 0 ? CityFleet.Assumed
            : new(new VehicleFleet(factors, shares), NameOf(files.FactorsFile), NameOf(files.FleetFile) ?? MapFile.FileName, source);
    }

    private static (IReadOnlyList<FleetShare> Shares, string Source) InPlace(EmissionFiles files, IReadOnlyList<EmissionFactor> factors, ProblemList problems)
    {
        if (files.Shares is not { } given) return ([], "");
        var before = problems.ErrorCount;
        foreach (var share in given)
            if (VehicleFleet.ObjectionTo(share.Vehicle, factors) is { } unknown) problems.Error(files.Map, share.Line, share.Column, unknown);
        FleetShare[] shares = [.. given.Select(s => new FleetShare(s.Vehicle, s.Share))];
        if (problems.ErrorCount == before && given.All(s => s.Share is >= 0 and <= 1) && FleetReader.SumObjection(shares) is { } objection)
            problems.Error(files.Map, given.Count > 0 ? given[0].Line : files.Line, given.Count > 0 ? given[0].Column : files.Column, objection);
        return (shares, files.Source ?? "");
    }

    private static string? NameOf(string? path) => path is null ? null : Path.GetFileName(path);
}

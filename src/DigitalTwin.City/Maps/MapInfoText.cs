using System.Globalization;
using DigitalTwin.Cities.Maps.Roads;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Text;

namespace DigitalTwin.Cities.Maps;

/// <summary>A <see cref="MapInfo"/> in words, a line each, for a terminal.</summary>
public static class MapInfoText
{
    /// <summary>The lines; the picture is <see cref="MapPicture"/>'s.</summary>
    public static IEnumerable<string> Lines(MapInfo info)
    {
        ArgumentNullException.ThrowIfNull(info);
        yield return info.TitleZh == info.TitleEn ? $"{info.TitleEn} ({info.Name})" : $"{info.TitleEn} · {info.TitleZh} ({info.Name})";
        if (info.ContentHash.Length >= 16) yield return $"  content    {info.ContentHash[..16]}…";
        if (info.Extent is { } extent)
        {
            yield return F($"  extent     {extent.West:F5} to {extent.East:F5} E, {extent.South:F5} to {extent.North:F5} N: {extent.Width / 1000:F2} km x {extent.Height / 1000:F2} km");
            yield return F($"  area       {extent.Area / 1e6:F2} km2; BeiDou grid cell {extent.GridCode}");
        }
        yield return $"  clock      {info.Clock}, {Source(info.Clock.Source)}";
        foreach (var (type, count) in info.Assets.Select(a => (a.Type, a.Count))) yield return F($"  {type,-18} {count,10:N0}");
        if (info.Water is { } water)
            foreach (var line in Water(water)) yield return line;
        if (info.Roads is { } roads)
            foreach (var line in RoadLines.Of(roads, info.RoadReport)) yield return line;
        if (info.Parking is { } parking) yield return RoadLines.Of(parking);
        foreach (var line in info.Buildings?.Lines() ?? []) yield return line;
        foreach (var line in info.Demand?.Lines() ?? []) yield return line;
        if (info.Fleet is { } fleet) yield return fleet.Line();
        if (info.Stations > 0) yield return F($"  weather    {Plural.Of(info.Stations, "station")}");
        if (info.Districts.Count > 0) yield return F($"  districts  {info.Districts.Count}{People(info.Districts)}");
        foreach (var district in info.Districts.Take(12))
            yield return F($"    {district.Id,-8} {district.NameEn} · {district.NameZh}: {district.Area / 1e6:F2} km2{(double.IsNaN(district.People) ? "" : F($", {district.People:N0} people"))}");
        if (info.Districts.Count > 12) yield return F($"    … and {info.Districts.Count - 12} more");
        foreach (var assumption in info.Assumptions) yield return $"  assumed    {assumption}";
        var errors = info.Findings.Count(f => f.Severity == Severity.Error);
        yield return info.Findings.Count == 0
            ? "Nothing is wrong with it."
            : F($"{Plural.Of(errors, "error")}, {Plural.Of(info.Findings.Count(f => f.Severity == Severity.Warning), "warning")}, {Plural.Of(info.Findings.Count(f => f.Severity == Severity.Note), "note")}:");
        foreach (var finding in info.Findings) yield return $"  {finding}";
    }

    private static string Source(ClockSource source) => source switch
    {
        ClockSource.Map => "as city.yaml says",
        ClockSource.Climate => "as the climate says",
        _ => "assumed: the map has neither 'utc_offset' nor a climate",
    };

    private static IEnumerable<string> Water(WaterTotals water)
    {
        yield return F($"  pipes      {water.PipeLength / 1000:N1} km holding {water.PipeVolume:N0} m3, {water.ShutPipes} shut; {water.Parts} {(water.Parts == 1 ? "network" : "separate networks")}");
        var longest = water.Pipes.Count == 0 ? 1 : water.Pipes.Max(p => p.Length);
        foreach (var (diameter, length, count) in Grouped(water.Pipes))
            yield return F($"    {"DN" + (diameter * 1000).ToString("F0", CultureInfo.InvariantCulture),-7} {length / 1000,9:N2} km {count,8:N0}  {new string('█', (int)Math.Round(24 * length / longest))}");
        yield return F($"  demand     {water.MeanDemand * 1000:N1} L/s on average, {water.MeanDemand * 86_400:N0} m3/d; {water.People:N0} people");
        yield return F($"  tanks      {water.TankVolume:N0} m3 between their lowest and highest levels{(water.MeanDemand > 0 && water.TankVolume > 0 ? F($", {water.TankVolume / water.MeanDemand / 3600:F1} h of mean demand") : "")}");
        yield return F($"  ground     {water.LowestJunction:F1} to {water.HighestJunction:F1} m");
        var (patterns, curves, controls, rules) = water.Equipment;
        yield return F($"  equipment  {Plural.Of(patterns, "pattern")}, {Plural.Of(curves, "curve")}, {Plural.Of(controls, "control")}, {Plural.Of(rules, "rule")}");
    }

    /// <summary>At most sixteen lines: networks with inner diameters to the millimetre are summed to 50 mm classes.</summary>
    private static IEnumerable<(double Diameter, double Length, int Count)> Grouped(IReadOnlyList<DiameterTotal> pipes) => pipes.Count <= 16
        ? pipes.Select(p => (p.Diameter, p.Length, p.Count))
        : pipes.GroupBy(p => Math.Max(0.05, Math.Round(p.Diameter / 0.05) * 0.05)).OrderBy(g => g.Key).Select(g => (g.Key, g.Sum(p => p.Length), g.Sum(p => p.Count)));

    private static string People(IReadOnlyList<DistrictInfo> districts) =>
        districts.Sum(d => d.People) is var sum && double.IsNaN(sum) ? "" : F($" with {sum:N0} people");

    private static string F(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

using System.Globalization;
using DigitalTwin.Buildings;
using DigitalTwin.Buildings.Records;

namespace DigitalTwin.Cities.Maps.Buildings;

/// <summary>
/// What the data on buildings are worth, in the spirit of 一标三实 (standard address; actual population, housing and units): how many have what, by district, and where sources disagree. Numbers of buildings and of people, never a person.
/// </summary>
public sealed record BuildingReport
{
    /// <summary>Districts, those without buildings too; last what lies in none, where there is such.</summary>
    public required IReadOnlyList<DistrictBuildings> Districts { get; init; }

    /// <summary>All of it.</summary>
    public required DistrictBuildings Total { get; init; }

    /// <summary>Conflicts between sources by what they are about, most first.</summary>
    public required IReadOnlyList<KeyValuePair<string, int>> Conflicts { get; init; }

    /// <summary>Levels that addresses lack, with how many lack them.</summary>
    public required IReadOnlyList<KeyValuePair<string, int>> MissingLevels { get; init; }

    /// <summary>Buildings that several sources know.</summary>
    public required int Merged { get; init; }

    /// <summary>Looks at a city's buildings; null when it has none.</summary>
    public static BuildingReport? Of(City city)
    {
        ArgumentNullException.ThrowIfNull(city);
        if (city.Buildings is not { } stock) return null;
        var rows = Enumerable.Range(0, stock.Buildings.Count).ToArray();
        var districts = city.Districts.Select((d, i) => Count(d.NameEn, d.NameZh, d.People, rows.Where(r => stock.Connections[r].District == i))).ToList();
        if (rows.Any(r => stock.Connections[r].District < 0)) districts.Add(Count("no district", "无片区", double.NaN, rows.Where(r => stock.Connections[r].District < 0)));
        var levels = stock.Buildings.Where(b => b.Record.Address is not null).SelectMany(b => StandardAddress.Of(b.Record.Address!.Value).Missing).CountBy(l => l.En);
        return new()
        {
            Districts = districts,
            Total = Count("all", "全部", city.Districts.Count == 0 ? double.NaN : city.Districts.Sum(d => d.People), rows),
            Conflicts = [.. stock.Merge.Conflicts.CountBy(c => c.Value).OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal)],
            MissingLevels = [.. levels.OrderByDescending(l => l.Value).ThenBy(l => l.Key, StringComparer.Ordinal)],
            Merged = stock.Merge.Matches.Select(m => m.Building).Distinct().Count(),
        };

        DistrictBuildings Count(string en, string zh, double people, IEnumerable<int> of)
        {
            Building[] all = [.. of.Select(r => stock.Buildings[r])];
            return new(
                en, zh, all.Length, all.Count(b => b.Record.Address is { } a && StandardAddress.Of(a.Value).IsWhole), all.Count(b => b.Record.Address is not null), all.Count(b => b.Record.Codes.Count > 0),
                all.Count(b => b.Use == BuildingUse.Residential ? Said(b.Record.Households) || Said(b.Record.Occupants) : Said(b.Record.Occupants)), all.Count(b => Said(b.Record.Use) && Said(b.Record.Year)),
                all.Count(b => b.Record.Footprint is not null), all.Where(b => b.Use == BuildingUse.Residential).Sum(b => b.Occupants), people);
        }
    }

    /// <summary>The lines of <c>twin map info</c>, in both languages.</summary>
    public IEnumerable<string> Lines()
    {
        yield return F($"  buildings  {Total.Buildings:N0} · 建筑; {Merged:N0} known to several sources · 多源合并");
        yield return "    district · 片区                     buildings  whole address  any address   code  people  use+year  footprint   residents   of those said";
        foreach (var d in Districts.Take(12).Append(Total))
            yield return F($"    {d.NameEn + " · " + d.NameZh,-32} {d.Buildings,10:N0} {d.Share(d.WholeAddress),13} {d.Share(d.Address),12} {d.Share(d.Code),6} {d.Share(d.PeopleSaid),7} {d.Share(d.UseAndYear),9} {d.Share(d.Footprint),10} {d.Residents,11:N0}   {(d.People > 0 ? (d.Residents / d.People).ToString("P0", CultureInfo.InvariantCulture) : "?"),8}");
        if (MissingLevels.Count > 0) yield return $"    addresses lack · 地址缺 {string.Join(", ", MissingLevels.Select(l => F($"{l.Key} {StandardAddress.Levels.First(n => n.En == l.Key).Zh} {l.Value:N0}")))}";
        if (Conflicts.Count > 0) yield return $"    sources disagree · 来源矛盾 {string.Join(", ", Conflicts.Select(c => F($"{c.Key} {c.Value:N0}")))}";
    }

    /// <summary>Whether somebody said a value, rather than an archetype or a rule.</summary>
    private static bool Said<T>(Known<T>? value) =>
        value is not null && !value.Source.StartsWith("archetype ", StringComparison.Ordinal) && !value.Source.StartsWith("derived ", StringComparison.Ordinal) && !value.Source.StartsWith("assumption", StringComparison.Ordinal);

    private static string F(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Buildings of a district and how many of them have what.</summary>
/// <param name="NameEn">Name of the district.</param>
/// <param name="NameZh">Name in Chinese.</param>
/// <param name="Buildings">Buildings.</param>
/// <param name="WholeAddress">With an address of all levels.</param>
/// <param name="Address">With any address.</param>
/// <param name="Code">With a code of some register.</param>
/// <param name="PeopleSaid">Whose people, or households, a source says.</param>
/// <param name="UseAndYear">Whose use and year a source says.</param>
/// <param name="Footprint">Drawn on the map.</param>
/// <param name="Residents">People who live in them.</param>
/// <param name="People">People of the district by the map; NaN when it does not say.</param>
public sealed record DistrictBuildings(
    string NameEn, string NameZh, int Buildings, int WholeAddress, int Address, int Code, int PeopleSaid, int UseAndYear, int Footprint, double Residents, double People)
{
    /// <summary>A number of buildings as a share of all.</summary>
    public string Share(int count) => Buildings == 0 ? "-" : (count / (double)Buildings).ToString("P0", CultureInfo.InvariantCulture);
}

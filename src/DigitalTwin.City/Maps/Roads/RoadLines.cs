using System.Globalization;
using DigitalTwin.Mobility.Roads;
using DigitalTwin.Numerics.Text;

namespace DigitalTwin.Cities.Maps.Roads;

/// <summary>Roads and parking of a map in words, for <see cref="MapInfoText"/>.</summary>
internal static class RoadLines
{
    public static IEnumerable<string> Of(RoadTotals roads, RoadReport? report)
    {
        yield return F($"  roads      {Plural.Of(roads.Links, "link")} between {Plural.Of(roads.Nodes, "node")}: {roads.Length / 1000:N1} km, {roads.LaneLength / 1000:N1} lane-km; {Plural.Of(roads.Signals, "signal")}, {Plural.Of(roads.BannedTurns, "banned turn")}, {Plural.Of(roads.DeadEnds, "dead end")}");
        var longest = roads.Classes.Max(c => c.Length);
        foreach (var (of, length, links) in roads.Classes)
            yield return F($"    {RoadClassText.Of(of),-12} {length / 1000,9:N2} km {links,8:N0}  {new string('█', (int)Math.Round(24 * length / longest))}");
        yield return roads.Parts == 1 ? "  reach      every link can be driven from every other"
            : F($"  reach      {roads.Parts:N0} parts; {Plural.Of(roads.NotReached, "link")} cannot be driven from the largest, {roads.NoReturn:N0} {Plural.For(roads.NoReturn, "does", "do")} not lead to it");
        if (report is not null)
            yield return F($"  drawing    {Plural.Of(report.SnappedEnds, "end")} joined{(report.SnappedEnds > 0 ? F($", up to {report.FarthestSnap:F2} m away") : "")}; {Plural.Of(report.NearlyTouching.Count, "pair")} of nodes nearly {Plural.For(report.NearlyTouching.Count, "touches", "touch")}; {Plural.Of(report.Crossings.Count, "crossing")} without a node; {Plural.Of(report.LeftOut.Count, "street")} of no length left out");
    }

    public static string Of(ParkingTotals parking) => F(
        $"  parking    {Plural.Of(parking.Lots, "lot")} with {Plural.Of(parking.LotSpaces, "space")}, {Plural.Of(parking.Kerbs, "kerb")} with {Plural.Of(parking.KerbSpaces, "bay")}; {Plural.Of(parking.Chargers, "charger")}; {parking.Reserved:N0} not for everybody at all times; {parking.Priced:N0} at a price, {Plural.Of(parking.Tariffs, "tariff")}");

    private static string F(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

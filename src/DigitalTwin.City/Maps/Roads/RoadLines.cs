using System.Globalization;
using DigitalTwin.Mobility.Roads;

namespace DigitalTwin.Cities.Maps.Roads;

/// <summary>Roads and parking of a map in words, for <see cref="MapInfoText"/>.</summary>
internal static class RoadLines
{
    public static IEnumerable<string> Of(RoadTotals roads, RoadReport? report)
    {
        yield return F($"  roads      {roads.Links:N0} links between {roads.Nodes:N0} nodes: {roads.Length / 1000:N1} km, {roads.LaneLength / 1000:N1} lane-km; {Count(roads.Signals, "signal")}, {Count(roads.BannedTurns, "banned turn")}, {Count(roads.DeadEnds, "dead end")}");
        var longest = roads.Classes.Max(c => c.Length);
        foreach (var (of, length, links) in roads.Classes)
            yield return F($"    {RoadClassText.Of(of),-12} {length / 1000,9:N2} km {links,8:N0}  {new string('█', (int)Math.Round(24 * length / longest))}");
        yield return roads.Parts == 1 ? "  reach      every link can be driven from every other"
            : F($"  reach      {roads.Parts:N0} parts; {roads.NotReached:N0} links cannot be driven from the largest, {roads.NoReturn:N0} do not lead to it");
        if (report is not null)
            yield return F($"  drawing    {report.SnappedEnds:N0} ends joined{(report.SnappedEnds > 0 ? F($", up to {report.FarthestSnap:F2} m away") : "")}; {report.NearlyTouching.Count:N0} pairs of nodes nearly touch; {report.Crossings.Count:N0} crossings without a node; {report.LeftOut.Count:N0} streets of no length left out");
    }

    public static string Of(ParkingTotals parking) => F(
        $"  parking    {parking.Lots:N0} lots with {parking.LotSpaces:N0} spaces, {parking.Kerbs:N0} kerbs with {parking.KerbSpaces:N0} bays; {parking.Chargers:N0} chargers; {parking.Reserved:N0} not for everybody at all times; {parking.Priced:N0} at a price, {parking.Tariffs:N0} tariffs");

    private static string Count(int count, string what) => F($"{count:N0} {what}{(count == 1 ? "" : "s")}");

    private static string F(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

using DigitalTwin.Mobility.Roads;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Mobility.Osm;

/// <summary>
/// Bays along streets: <c>parking:left|right|both</c> with <c>:orientation</c>, <c>:capacity</c>, <c>:restriction</c>, <c>:access</c>, <c>:fee</c>, <c>:maxstay</c>, and the older <c>parking:lane:*</c> with
/// <c>parking:condition:*</c>. What a way says holds for all of its pieces; a capacity is shared out by length.
/// </summary>
internal sealed class KerbTags(OsmOptions options, ParkingTags values, OsmTally tally, string file, ProblemList problems)
{
    private sealed record Side(BayOrientation Orientation, int Capacity, bool? HasFee, string Access, double LongestStay, List<KeyValuePair<string, string>> Others);

    public List<OsmKerb> Read(WaySplitter splitter)
    {
        var kerbs = new List<OsmKerb>();
        foreach (var (way, rows) in splitter.OfWay.OrderBy(w => w.Value.Count == 0 ? -1 : w.Value[0]))
        {
            if (rows.Count == 0) continue;
            var element = splitter.Pieces[rows[0]].Road.Way;
            if (!element.Tags.Any(t => t.Key.StartsWith("parking:", StringComparison.Ordinal))) continue;
            WayPiece[] pieces = [.. rows.Select(row => splitter.Pieces[row])];
            foreach (var isRight in (ReadOnlySpan<bool>)[true, false])
                if (Read(element, isRight ? "right" : "left") is { } side) Add(kerbs, pieces, isRight, side);
        }
        return kerbs;
    }

    private Side? Read(OsmElement way, string side)
    {
        if (Tag("") is { } position) return New(position);
        return (way[$"parking:lane:{side}"] ?? way["parking:lane:both"]) is { } lane ? Old(lane) : null;

        string? Tag(string key) => way[$"parking:{side}{key}"] ?? way[$"parking:both{key}"];

        Side? New(string value)
        {
            switch (value)
            {
                case "no": return null;
                case "separate":
                    tally.Ignore("kerbs whose bays are drawn on their own");
                    return null;
                case "lane" or "street_side" or "on_kerb" or "half_on_kerb" or "shoulder" or "yes": break;
                default:
                    Warning(way, $"has parking:{side}={value}, which is none of lane, street_side, on_kerb, half_on_kerb, shoulder, separate, no; it is left out.{NearestName.Hint(value, ["lane", "street_side", "on_kerb", "half_on_kerb", "shoulder", "separate"])}");
                    return null;
            }
            if (Tag(":restriction") is { } restriction && restriction != "none") return Forbidden($"kerbs with {restriction}");
            if (ParkingTags.Access(Tag(":access")) is not { } access) return Forbidden("kerbs that nobody may use");
            var orientation = Orientation(way, $"parking:{side}:orientation", Tag(":orientation"));
            return new(orientation, values.Spaces(way, $"parking:{side}:capacity", Tag(":capacity")), ParkingTags.Fee(Tag(":fee")), access, values.Stay(way, $"parking:{side}:maxstay", Tag(":maxstay")), Others($"parking:{side}", "parking:both"));
        }

        Side? Old(string value)
        {
            if (value is "no" or "none" or "no_parking" or "no_stopping" or "no_standing" or "fire_lane") return value is "no" or "none" ? null : Forbidden($"kerbs with {value}");
            if (value == "separate") return Forbidden("kerbs whose bays are drawn on their own");
            if (value is not ("parallel" or "diagonal" or "perpendicular" or "marked" or "yes"))
            {
                Warning(way, $"has parking:lane:{side}={value}, which is none of parallel, diagonal, perpendicular, no_parking, no_stopping; it is left out.{NearestName.Hint(value, ["parallel", "diagonal", "perpendicular", "no_parking", "no_stopping"])}");
                return null;
            }
            var condition = Condition("") ?? Condition(":default");
            if (condition is "no_parking" or "no_stopping" or "no_standing") return Forbidden($"kerbs with {condition}");
            // Of the old conditions, free, ticket and disc are open to everybody; the others name a group.
            var access = ParkingTags.Access(condition is null or "free" or "ticket" or "disc" or "disk" ? null : condition);
            if (access is null) return Forbidden("kerbs that nobody may use");
            return new(Orientation(way, $"parking:lane:{side}", value is "marked" or "yes" ? null : value), values.Spaces(way, $"parking:lane:{side}:capacity", way[$"parking:lane:{side}:capacity"] ?? way[$"parking:{side}:capacity"] ?? way["parking:both:capacity"]),
                condition is null ? null : condition == "ticket", access, values.Stay(way, $"parking:condition:{side}:maxstay", Condition(":maxstay")), Others($"parking:condition:{side}", "parking:condition:both"));
        }

        string? Condition(string key) => way[$"parking:condition:{side}{key}"] ?? way[$"parking:condition:both{key}"];

        Side? Forbidden(string why)
        {
            tally.Ignore(why);
            return null;
        }

        List<KeyValuePair<string, string>> Others(string own, string both)
        {
            // Rules by time of day are kept as they are tagged: a person has to say what they mean for a tariff.
            var kept = way.Tags.Where(t => (t.Key.StartsWith(own + ':', StringComparison.Ordinal) || t.Key.StartsWith(both + ':', StringComparison.Ordinal))
                && (t.Key.EndsWith(":conditional", StringComparison.Ordinal) || t.Key.EndsWith(":charge", StringComparison.Ordinal) || t.Key.EndsWith(":time_interval", StringComparison.Ordinal))).ToList();
            if (kept.Count > 0) tally.Keep("kerbs with rules by time, kept as tagged");
            return kept;
        }
    }

    private BayOrientation Orientation(OsmElement way, string key, string? value)
    {
        if (value is "diagonal") return BayOrientation.Diagonal;
        if (value is "perpendicular") return BayOrientation.Perpendicular;
        if (value is not (null or "parallel")) Warning(way, $"has {key}={value}, which is none of parallel, diagonal, perpendicular; parallel is taken.{NearestName.Hint(value, ["parallel", "diagonal", "perpendicular"])}");
        return BayOrientation.Parallel;
    }

    private void Add(List<OsmKerb> kerbs, WayPiece[] pieces, bool isRight, Side side)
    {
        double[] lengths = [.. pieces.Select(p => EarthPlane.Length(p.Street.Course))];
        var shares = side.Capacity >= 0 ? Shared(side.Capacity, lengths) : [.. lengths.Select(length => Fitting(length, side.Orientation))];
        for (var i = 0; i < pieces.Length; i++)
        {
            if (shares[i] == 0)
            {
                tally.Ignore("kerbs too short for a car");
                continue;
            }
            var street = pieces[i].Street.Id;
            kerbs.Add(new()
            {
                Id = $"K-{street}-{(isRight ? "right" : "left")}",
                Street = street,
                IsRight = isRight,
                Orientation = side.Orientation,
                Capacity = shares[i],
                IsCapacityEstimated = side.Capacity < 0,
                HasFee = side.HasFee,
                Access = side.Access,
                LongestStay = side.LongestStay,
                Others = side.Others,
            });
        }
    }

    private int Fitting(double length, BayOrientation orientation)
    {
        var bay = orientation switch { BayOrientation.Parallel => options.ParallelBay, BayOrientation.Diagonal => options.DiagonalBay, _ => options.PerpendicularBay };
        return Math.Max(0, (int)Math.Floor((length - 2 * options.ClearOfJunction) / bay));
    }

    /// <summary>Whole spaces by length, none lost: the largest remainders get the rest, the first of equal ones first.</summary>
    private static int[] Shared(int spaces, double[] lengths)
    {
        var total = lengths.Sum();
        double[] exact = [.. lengths.Select(length => Math.Round(spaces * length / total, 6))];
        int[] shares = [.. exact.Select(e => (int)Math.Floor(e))];
        foreach (var i in Enumerable.Range(0, shares.Length).OrderByDescending(i => exact[i] - Math.Floor(exact[i])).ThenBy(i => i).Take(spaces - shares.Sum())) shares[i]++;
        return shares;
    }

    private void Warning(OsmElement way, string what) => problems.Warning(file, way.Line, way.Column, $"The {way.Name} {(what.EndsWith('?') || what.EndsWith('.') ? what : what + ".")}");
}

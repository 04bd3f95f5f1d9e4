using DigitalTwin.Mobility.Parking;
using DigitalTwin.Mobility.Parking.Curbs;
using DigitalTwin.Mobility.Roads;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Mobility.Osm;

/// <summary>
/// Bays along streets: <c>parking:left|right|both</c> with <c>:orientation</c>, <c>:capacity</c>, <c>:restriction</c>, <c>:access</c>, <c>:fee</c>, <c>:maxstay</c>, of which <c>:restriction</c>, <c>:access</c> and <c>:maxstay</c> may be <c>:conditional</c>, and the older <c>parking:lane:*</c> with
/// <c>parking:condition:*</c>. What a way says holds for all of its pieces; a capacity is shared out by length.
/// </summary>
internal sealed class KerbTags(OsmOptions options, ParkingTags values, OsmTally tally, string file, ProblemList problems)
{
    private sealed record Side(BayOrientation Orientation, int Capacity, bool? HasFee, string Access, double LongestStay, IReadOnlyList<CurbPolicy> Policies, List<KeyValuePair<string, string>> Others);

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
            var unread = new List<string>();
            var (restriction, access, stay) = (Aspect(":restriction", v => v is "none" or "no" or "no_parking" or "no_standing" or "no_stopping" or "loading_only"), Aspect(":access", ParkingTags.IsKnownAccess), Aspect(":maxstay", v => ParkingTags.TryStay(v, out _)));
            if (!restriction.Varies && CurbHours.Forbidden(restriction.Usual) is not null) return Forbidden($"kerbs with {restriction.Usual}");
            if (!access.Varies && ParkingTags.Access(access.Usual) is null) return Forbidden("kerbs that nobody may use");
            var orientation = Orientation(way, $"parking:{side}:orientation", Tag(":orientation"));
            return Made(orientation, values.Spaces(way, $"parking:{side}:capacity", Tag(":capacity")), ParkingTags.Fee(Tag(":fee")), restriction, access, stay, $"parking:{side}:maxstay", Others($"parking:{side}", "parking:both", key => unread.Contains(key)));

            CurbAspect Aspect(string key, Func<string, bool> isKnown)
            {
                var aspect = values.Aspect(way, $"parking:{side}{key}", Tag(key), Tag(key + ":conditional"), isKnown, out var isRead);
                if (!isRead) unread.Add(key + ":conditional");
                return aspect;
            }
        }

        Side? Made(BayOrientation orientation, int capacity, bool? fee, CurbAspect restriction, CurbAspect access, CurbAspect stay, string stayKey, List<KeyValuePair<string, string>> others)
        {
            var longest = values.Stay(way, stayKey, stay.Usual);
            // Who may park is of the whole kerb where it is the same at all hours, and else of its policies.
            var policies = CurbHours.Policies(restriction, access.Varies ? access : new(null, []), stay, longest);
            if (policies is null) return Forbidden("kerbs that nobody may use at any hour");
            if (policies.Count > 0) tally.Keep("kerbs with rules by time");
            return new(orientation, capacity, fee, access.Varies ? "" : ParkingTags.Access(access.Usual)!, longest, policies, others);
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
            // A condition with a time_interval holds then, and the default at other hours.
            var (condition, otherwise, maxstay) = (Condition(""), Condition(":default"), Condition(":maxstay"));
            IReadOnlyList<WeekTime> hours = [];
            var isTimed = condition is not null && Condition(":time_interval") is { } interval && OsmHours.TryParse(interval, out hours) && hours.Count > 0;
            var usual = isTimed ? otherwise : condition ?? otherwise;
            if (!isTimed && Restriction(usual) is { } always) return Forbidden($"kerbs with {always}");
            if (!isTimed && ParkingTags.Access(Admitted(usual)) is null) return Forbidden("kerbs that nobody may use");
            return Made(Orientation(way, $"parking:lane:{side}", value is "marked" or "yes" ? null : value), values.Spaces(way, $"parking:lane:{side}:capacity", way[$"parking:lane:{side}:capacity"] ?? way[$"parking:{side}:capacity"] ?? way["parking:both:capacity"]),
                condition is null && otherwise is null ? null : condition == "ticket" || otherwise == "ticket",
                Aspect(Restriction(usual), Restriction(condition) ?? "none"), Aspect(Admitted(usual), Admitted(condition) ?? "yes"), isTimed ? Aspect(null, maxstay ?? "none") : new(maxstay, []), $"parking:condition:{side}:maxstay",
                Others($"parking:condition:{side}", "parking:condition:both", key => !isTimed && key == ":time_interval"));

            CurbAspect Aspect(string? usually, string then) => new(usually, isTimed ? [new(then, hours, "")] : []);

            // Of the old conditions, free, ticket and disc are open to everybody; the others name a group.
            static string? Restriction(string? condition) => condition is "no_parking" or "no_stopping" or "no_standing" ? condition : null;
            static string? Admitted(string? condition) => condition is "free" or "ticket" or "disc" or "disk" || Restriction(condition) is not null ? null : condition;
        }

        string? Condition(string key) => way[$"parking:condition:{side}{key}"] ?? way[$"parking:condition:both{key}"];

        Side? Forbidden(string why)
        {
            tally.Ignore(why);
            return null;
        }

        List<KeyValuePair<string, string>> Others(string own, string both, Func<string, bool> isUnread)
        {
            // What is not read is kept as it is tagged: a person has to say what it means.
            var kept = new List<KeyValuePair<string, string>>();
            var isTimed = false;
            foreach (var tag in way.Tags)
            {
                if (!tag.Key.StartsWith(own + ':', StringComparison.Ordinal) && !tag.Key.StartsWith(both + ':', StringComparison.Ordinal)) continue;
                var key = tag.Key[(tag.Key.StartsWith(own + ':', StringComparison.Ordinal) ? own : both).Length..];
                var isByTime = key.EndsWith(":conditional", StringComparison.Ordinal) || key.EndsWith(":time_interval", StringComparison.Ordinal);
                if (!key.EndsWith(":charge", StringComparison.Ordinal) && !(isByTime && (isUnread(key) || !IsRead(key)))) continue;
                kept.Add(tag);
                isTimed |= isByTime;
            }
            if (isTimed) tally.Keep("kerbs with rules by time, kept as tagged");
            return kept;
        }

        static bool IsRead(string key) => key is ":restriction:conditional" or ":access:conditional" or ":maxstay:conditional" or ":time_interval";
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
                Policies = side.Policies,
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

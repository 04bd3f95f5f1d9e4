using System.Globalization;
using DigitalTwin.Mobility.Roads;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Text;

namespace DigitalTwin.Mobility.Osm;

/// <summary>Reads the tags of a way with <c>highway</c>: whether cars drive it, which way, in how many lanes, how fast. What cannot be read is reported and taken as not said.</summary>
internal sealed class HighwayTags(OsmOptions options, string file, ProblemList problems, OsmTally tally)
{
    /// <summary>The road, or null when cars do not drive it (counted).</summary>
    public OsmRoad? Read(OsmElement way)
    {
        var highway = way["highway"]!;
        var isRamp = highway.EndsWith("_link", StringComparison.Ordinal);
        if (ClassOf(isRamp ? highway[..^5] : highway) is not { } road)
        {
            tally.Ignore($"ways with highway={highway}");
            return null;
        }
        if (way["area"] == "yes") return Ignored("ways that are areas with highway");
        if (road == RoadClass.Service && highway == "service" && !options.WithServiceRoads) return Ignored("ways that are service roads");
        if (OsmAccess.Closed(way) is { } access) return Ignored($"ways closed to cars ({access})");
        if (OsmAccess.Left(way, Direction(way, highway)) is not { } direction) return Ignored("ways closed to cars in each direction");
        var (forward, backward) = Lanes(way, direction);
        var (name, nameZh) = OsmNames.Of(way);
        var read = new OsmRoad(way, road, isRamp)
        {
            Direction = direction,
            Forward = direction == StreetDirection.Backward ? StreetLanes.Unsaid : StreetLanes.Unsaid with { Lanes = forward, Speed = Speed(way, ":forward", isFirst: true) },
            Backward = direction == StreetDirection.Forward ? StreetLanes.Unsaid : StreetLanes.Unsaid with { Lanes = backward, Speed = Speed(way, ":backward", isFirst: direction == StreetDirection.Backward) },
            Layer = Layer(way),
            Name = name,
            NameZh = nameZh,
            Others = Conditional(way),
        };
        return read;

        OsmRoad? Ignored(string why)
        {
            tally.Ignore(why);
            return null;
        }
    }

    /// <summary>What holds for cars at some times or in some weather: kept as it is tagged, for a person to say what a scenario makes of it.</summary>
    private KeyValuePair<string, string>[] Conditional(OsmElement way)
    {
        KeyValuePair<string, string>[] kept = [.. way.Tags.Where(t => t.Key.EndsWith(":conditional", StringComparison.Ordinal) && t.Key[..t.Key.IndexOf(':', StringComparison.Ordinal)] is "access" or "vehicle" or "motor_vehicle" or "motorcar" or "oneway" or "maxspeed" or "lanes")];
        foreach (var (key, _) in kept) tally.Keep($"ways with {key}, kept as tagged and not applied");
        return kept;
    }

    private static RoadClass? ClassOf(string highway) => highway switch
    {
        "motorway" => RoadClass.Motorway,
        "trunk" => RoadClass.Trunk,
        "primary" => RoadClass.Primary,
        "secondary" => RoadClass.Secondary,
        "tertiary" => RoadClass.Tertiary,
        "unclassified" or "residential" or "road" => RoadClass.Residential,
        "living_street" or "service" => RoadClass.Service,
        _ => null,
    };

    private StreetDirection Direction(OsmElement way, string highway)
    {
        // A roundabout and a motorway are one-way unless they say otherwise (wiki: Key:oneway, implied).
        var implied = way["junction"] is "roundabout" or "circular" || highway is "motorway" or "motorway_link" ? StreetDirection.Forward : StreetDirection.Both;
        switch (OsmAccess.OneWay(way))
        {
            case null: return implied;
            case "yes" or "true" or "1": return StreetDirection.Forward;
            case "no" or "false" or "0": return StreetDirection.Both;
            case "-1" or "reverse": return StreetDirection.Backward;
            case "reversible" or "alternating":
                tally.Keep("ways that are reversible, taken as two-way");
                return StreetDirection.Both;
            case var other:
                Warning(way, $"has oneway={other}, which is none of yes, no, -1, reversible; it is taken as {(implied == StreetDirection.Both ? "two-way" : "one-way")}");
                return implied;
        }
    }

    private (double Forward, double Backward) Lanes(OsmElement way, StreetDirection direction)
    {
        var (all, forward, backward, middle) = (Count(way, "lanes"), Count(way, "lanes:forward"), Count(way, "lanes:backward"), Count(way, "lanes:both_ways"));
        if (direction != StreetDirection.Both)
        {
            var own = direction == StreetDirection.Forward ? forward : backward;
            if (!double.IsNaN(all) && !double.IsNaN(own) && own != all) Warning(way, $"is one-way and has lanes={all} but {own} in its direction; {own} is taken");
            return double.IsNaN(own) ? (all, all) : (own, own);
        }
        var shared = double.IsNaN(middle) ? 0 : middle;
        if (double.IsNaN(forward) && double.IsNaN(backward))
            return double.IsNaN(all) ? (all, all) : (Math.Max(0.5, (all - shared) / 2), Math.Max(0.5, (all - shared) / 2));
        if (double.IsNaN(backward)) backward = all - shared - forward;
        else if (double.IsNaN(forward)) forward = all - shared - backward;
        else if (!double.IsNaN(all) && forward + backward + shared != all)
            Warning(way, $"has lanes={all}, but lanes:forward={forward} and lanes:backward={backward}; the latter are taken");
        if (forward <= 0 || backward <= 0)
        {
            Warning(way, $"is two-way and has lanes={all}, which leaves {Math.Min(forward, backward)} {Plural.For(Math.Min(forward, backward), "lane", "lanes")} to one direction; one is taken");
            (forward, backward) = (Math.Max(1, forward), Math.Max(1, backward));
        }
        return (forward, backward);
    }

    private double Count(OsmElement way, string key)
    {
        if (way[key] is not { } text) return double.NaN;
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var count) && count is > 0 and <= 20) return count;
        if (text == "0" && key != "lanes") return double.NaN;
        Warning(way, $"has {key}={text}, which is no number of lanes from 1 to 20; it is not read");
        return double.NaN;
    }

    private double Speed(OsmElement way, string end, bool isFirst)
    {
        var key = way["maxspeed" + end] is not null ? "maxspeed" + end : way["maxspeed"] is not null ? "maxspeed" : way["maxspeed:type"] is not null ? "maxspeed:type" : "zone:maxspeed";
        if (way[key] is not { } text) return double.NaN;
        if (OsmSpeeds.TryParse(text, out var speed) && !(speed > 200 / 3.6)) return speed;
        // The other direction has had the sentence.
        if (key != "maxspeed:type" && key != "zone:maxspeed" && (isFirst || key.EndsWith(end, StringComparison.Ordinal)))
            Warning(way, $"has {key}={text}, which is no speed (km/h, or with mph); the speed of its class is taken");
        return double.NaN;
    }

    private static int Layer(OsmElement way)
    {
        if (int.TryParse(way["layer"], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var layer) && Math.Abs(layer) <= 100) return layer;
        return way["bridge"] is not (null or "no") ? 1 : way["tunnel"] is not (null or "no") ? -1 : 0;
    }

    private void Warning(OsmElement way, string what) => problems.Warning(file, way.Line, way.Column, $"The {way.Name} {what}.");
}

using DigitalTwin.Mobility.Roads;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Mobility.Osm;

/// <summary>
/// The door for OpenStreetMap XML: roads, banned turns, signals, lots and kerbs of an extract of any size. The file is read twice (ways and relations first, then the nodes that they need; a third time
/// when areas are made of several ways), so that memory holds what is kept. Tags of mappers are never errors: what cannot be read is a warning and counts as not said.
/// </summary>
public static class OsmReader
{
    /// <summary>Reads a file. Null when it is not OSM XML or holds no road; mistakes are reported.</summary>
    public static OsmExtract? Read(string path, OsmOptions options, ProblemList problems, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Read(() => File.OpenRead(path), path, options, problems, cancellation);
    }

    /// <summary>Reads what <paramref name="open"/> opens, each time from its beginning; <paramref name="file"/> is how sentences name it.</summary>
    public static OsmExtract? Read(Func<Stream> open, string file, OsmOptions options, ProblemList problems, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(open);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(problems);
        try
        {
            var tally = new OsmTally();
            var content = new OsmContent(file, options, tally, problems);
            if (!Pass(OsmKind.Way | OsmKind.Relation, false, tally, problems, content.AddWayOrRelation)) return null;
            if (content.NeedsMoreWays)
            {
                // What is wrong with these ways has been told.
                var again = new ProblemList();
                if (!Pass(OsmKind.Way, true, new OsmTally(), again, content.AddMemberWay))
                {
                    foreach (var problem in again) problems.Add(problem);
                    return null;
                }
            }
            content.WantNodes();
            if (!Pass(OsmKind.Node, true, tally, problems, content.AddNode)) return null;
            return Extract(content, options, file, tally, problems);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            problems.Error(file, 0, 0, $"The file cannot be read: {error.Message}");
            return null;
        }

        bool Pass(OsmKind kinds, bool isAgain, OsmTally counts, ProblemList heard, Action<OsmElement> visit)
        {
            using var stream = open();
            return new OsmXml(file, heard, counts).Read(stream, kinds, isAgain, visit, cancellation);
        }
    }

    private static Street With(SortedDictionary<long, string> timed, WayPiece piece) =>
        timed.TryGetValue(piece.Road.Way.Id, out var said) ? piece.Street with { Others = [.. piece.Street.Others, new("restriction:conditional", said)] } : piece.Street;

    private static OsmExtract? Extract(OsmContent content, OsmOptions options, string file, OsmTally tally, ProblemList problems)
    {
        var splitter = new WaySplitter(content, file, tally, problems);
        splitter.Split();
        if (splitter.Pieces.Count == 0)
        {
            problems.Error(file, 0, 0, tally.Ways == 0 ? "The file holds no way, and so no road." : $"None of the {tally.Ways} ways of the file is a road that cars drive.");
            return null;
        }
        var turns = new TurnRestrictions(splitter, tally, file, problems);
        foreach (var relation in content.Restrictions) turns.Add(relation);
        var values = new ParkingTags(file, tally, problems);
        var lots = new LotMaker(content, options, values, file, tally, problems).Make();
        var kerbs = new KerbTags(options, values, tally, file, problems).Read(splitter);
        values.Tell();
        tally.Keep("ways that are roads", splitter.OfWay.Values.Count(rows => rows.Count > 0));
        tally.Keep("streets", splitter.Pieces.Count);
        tally.Keep("junctions and ends", splitter.Nodes.Count);
        tally.Keep("signals", splitter.Nodes.Count(n => n.HasSignal));
        tally.Keep("banned turns", turns.Banned.Count(turn => turn.Via.Count == 0));
        tally.Keep("banned turns over other streets", turns.Banned.Count(turn => turn.Via.Count > 0));
        tally.Keep("lots", lots.Count);
        tally.Keep("kerbs with bays", kerbs.Count);
        return new(new(splitter.Nodes, [.. splitter.Pieces.Select(p => With(turns.Timed, p))], turns.Banned), lots, kerbs, tally);
    }
}

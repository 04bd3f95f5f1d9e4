namespace DigitalTwin.Mobility.Tntp;

/// <summary>A file whose free-flow times are speeds over lengths, where a time is a length over a speed: Munich's is one. It is told and taken as it stands, since others have solved it so.</summary>
internal static class InvertedTimes
{
    /// <summary>Numbers of a file are rounded; Munich's times have one decimal.</summary>
    private const double Rounding = 0.02;

    /// <summary>Fewer links could be so by chance.</summary>
    private const int Fewest = 10;

    /// <summary>Says it where it is so of nearly all links that have a length, a speed and a time.</summary>
    public static void Tell(TntpLines lines, IReadOnlyList<(int Init, int Term)> ends, IReadOnlyList<double>[] numbers)
    {
        var (length, time, speed) = (numbers[(int)TntpColumn.Length], numbers[(int)TntpColumn.FreeTime], numbers[(int)TntpColumn.Speed]);
        var (told, inverted, first) = (0, 0, -1);
        for (var link = 0; link < ends.Count; link++)
        {
            if (!(length[link] > 0 && speed[link] > 0 && time[link] > 0)) continue;
            told++;
            if (Math.Abs(time[link] * length[link] / speed[link] - 1) > Rounding) continue;
            inverted++;
            if (first < 0 && length[link] != 1) first = link;
        }
        if (inverted < Fewest || inverted < 0.95 * told || first < 0) return;
        lines.Problems.Warning(lines.File, 0, 0, FormattableString.Invariant(
            $"The free-flow times of {inverted} of {told} links are their speed over their length ({time[first]} is {speed[first]} / {length[first]} on {ends[first].Init}-{ends[first].Term}), where a time is length over speed: the file looks divided the wrong way round. It is taken as it stands."));
    }
}

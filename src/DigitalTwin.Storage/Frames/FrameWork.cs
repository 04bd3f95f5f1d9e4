using DigitalTwin.Storage.Journal;
using DigitalTwin.Storage.Naming;
using DigitalTwin.Storage.Sql;
using DigitalTwin.Storage.Worlds;

namespace DigitalTwin.Storage.Frames;

/// <summary>A frame on its way into the store. One that is there already stays as it is: a run that goes on after a kill writes its last frames again.</summary>
internal sealed class FrameWork(SimulatedFrame frame, AssetSets sets, DateTimeOffset arrivedAt) : Work<bool>
{
    public override int Size => FrameChunks.Count(frame.Values.Length);

    public override async Task WriteAsync(Group group)
    {
        await Numbering.WorldsAsync(group, [frame.World]).ConfigureAwait(false);
        if (!group.Names.Worlds.TryGetValue(frame.World, out var world)) throw new WorldException($"There is no world '{frame.World}'.");
        var session = group.Session;
        var set = await sets.NumberAsync(group, frame.AssetSet).ConfigureAwait(false);
        await Numbering.NumberAsync(group, "property", group.Names.Properties, [frame.Property]).ConfigureAwait(false);
        var property = group.Names.Properties[frame.Property];
        var series = await session.FirstAsync("select id from frame_series where world = @world and property = @property and asset_set = @set", r => r.GetInt64(0),
            CancellationToken.None, ("@world", world), ("@property", property), ("@set", set)).ConfigureAwait(false);
        if (series == 0)
        {
            series = group.NextId();
            await session.RunAsync("insert into frame_series (id, world, property, asset_set) values (@id, @world, @property, @set)", CancellationToken.None,
                ("@id", series), ("@world", world), ("@property", property), ("@set", set)).ConfigureAwait(false);
        }
        var at = Micros.Of(frame.At);
        Answer = await session.FirstAsync("select 1 from frame where series = @series and chunk = 0 and at = @at", _ => true, CancellationToken.None,
            ("@series", series), ("@at", at)).ConfigureAwait(false) is false;
        if (!Answer) return;
        await session.InsertAsync("frame", ["series", "chunk", "at", "seq", "arrived_at", "vals"], Rows(series, at, group.NextSeq()), CancellationToken.None).ConfigureAwait(false);
        await WorldGrowth.None.WithFrame(at).WriteAsync(group, world).ConfigureAwait(false);
    }

    private List<object?[]> Rows(long series, long at, long seq)
    {
        var rows = new List<object?[]>(Size);
        for (var chunk = 0; chunk < Size; chunk++)
        {
            var values = frame.Values.Span[(chunk * FrameChunks.Assets)..Math.Min((chunk + 1) * FrameChunks.Assets, frame.Values.Length)];
            rows.Add([series, (long)chunk, at, seq, Micros.Of(arrivedAt), FrameChunks.Pack(values)]);
        }
        return rows;
    }
}

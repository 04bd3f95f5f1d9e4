using DigitalTwin.Storage.Journal;

namespace DigitalTwin.Storage.Worlds;

/// <summary>What a group adds to a world: kept with the world, so that its content and its newest instant are known without counting.</summary>
internal readonly record struct WorldGrowth(long Observations, long Frames, long FirstAt, long LastAt)
{
    public static WorldGrowth None { get; } = new(0, 0, long.MaxValue, long.MinValue);

    public WorldGrowth WithObservation(long at) => new(Observations + 1, Frames, Math.Min(FirstAt, at), Math.Max(LastAt, at));

    public WorldGrowth WithFrame(long at) => new(Observations, Frames + 1, Math.Min(FirstAt, at), Math.Max(LastAt, at));

    public Task WriteAsync(Group group, long world) => group.Session.RunAsync("""
        update world set observations = observations + @observations, frames = frames + @frames,
            first_at = case when first_at < @first then first_at else @first end, last_at = case when last_at > @last then last_at else @last end where id = @world
        """, CancellationToken.None, ("@observations", Observations), ("@frames", Frames), ("@first", FirstAt), ("@last", LastAt), ("@world", world));
}

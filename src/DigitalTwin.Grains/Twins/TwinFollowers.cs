using System.Runtime.CompilerServices;
using System.Threading.Channels;
using DigitalTwin.Grains.Contracts.Twins;

namespace DigitalTwin.Grains.Twins;

/// <summary>Those who follow a twin's changes. Each has room for some changes that it has not taken yet; one that falls further behind is told so and has to begin anew, rather than miss some in silence.</summary>
internal sealed class TwinFollowers
{
    private const int Room = 4096;
    private readonly List<Channel<TwinChange>> channels = [];

    public async IAsyncEnumerable<TwinChange> FollowAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var channel = Channel.CreateBounded<TwinChange>(new BoundedChannelOptions(Room) { SingleReader = true });
        channels.Add(channel);
        try
        {
            await foreach (var change in channel.Reader.ReadAllAsync(cancellation)) yield return change;
        }
        finally
        {
            channels.Remove(channel);
        }
    }

    /// <summary>Tells all of an entry that is durable now.</summary>
    public void Tell(IEnumerable<TwinChange> changes)
    {
        if (channels.Count == 0) return;
        foreach (var change in changes)
        {
            for (var i = channels.Count - 1; i >= 0; i--)
            {
                if (channels[i].Writer.TryWrite(change)) continue;
                channels[i].Writer.TryComplete(new InvalidOperationException($"This reader of the changes of '{change.Asset}' fell {Room} changes behind; read its state and follow it anew."));
                channels.RemoveAt(i);
            }
        }
    }

    public bool IsEmpty => channels.Count == 0;

    /// <summary>Ends it for all.</summary>
    public void Close()
    {
        foreach (var channel in channels) channel.Writer.TryComplete();
        channels.Clear();
    }
}

using DigitalTwin.Numerics.Collections;

namespace DigitalTwin.Simulation.Loop;

/// <summary>
/// The bytes of a state, in pages that successive images share where nothing has changed. Capturing a partition again costs memory
/// only for the pages that differ.
/// </summary>
public sealed class StateImage
{
    private readonly CowArray<byte> pages;

    private StateImage(CowArray<byte> pages) => this.pages = pages;

    /// <summary>Bytes of state.</summary>
    public int Length => pages.Length;

    /// <summary>Bytes of memory that no other image shares.</summary>
    public long OwnedBytes => pages.OwnedBytes;

    /// <summary>The image of a state; pages equal to those of <paramref name="previous"/> are shared with it.</summary>
    public static StateImage Of(ReadOnlySpan<byte> state, StateImage? previous = null)
    {
        var pages = previous is not null && previous.Length == state.Length ? previous.pages.Snapshot() : new CowArray<byte>(state.Length);
        pages.Write(state);
        return new StateImage(pages);
    }

    /// <summary>The state.</summary>
    public byte[] ToArray()
    {
        var state = new byte[pages.Length];
        pages.CopyTo(state);
        return state;
    }
}

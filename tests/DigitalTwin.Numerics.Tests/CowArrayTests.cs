using DigitalTwin.Numerics.Collections;

namespace DigitalTwin.Numerics.Tests;

public class CowArrayTests
{
    [Fact]
    public void A_snapshot_keeps_its_values_while_the_original_changes()
    {
        var array = new CowArray<double>(2000, 1);
        array[1500] = 2;
        var snapshot = array.Snapshot();
        array[1500] = 3;
        array[0] = 4;
        Assert.Equal(2, snapshot[1500]);
        Assert.Equal(1, snapshot[0]);
        snapshot[7] = 5;
        Assert.Equal(1, array[7]);
    }

    [Fact]
    public void A_snapshot_costs_what_has_changed()
    {
        var array = new CowArray<double>(1_000_000);
        array.Write(Enumerable.Range(0, 1_000_000).Select(i => (double)i).ToArray());
        var snapshot = array.Snapshot();
        Assert.Equal(0, snapshot.OwnedBytes);
        snapshot[123_456] = -1;
        Assert.Equal(4096, snapshot.OwnedBytes);
        snapshot[3] = 3;
        Assert.Equal(4096, snapshot.OwnedBytes);
    }

    [Fact]
    public void Writing_a_whole_array_copies_only_the_pages_that_differ()
    {
        var values = new double[1300];
        var array = new CowArray<double>(1300);
        array.Write(values);
        Assert.Equal(0, array.OwnedBytes);
        values[1299] = 1;
        array.Write(values);
        Assert.Equal(4096, array.OwnedBytes);
        var back = new double[1300];
        array.CopyTo(back);
        Assert.Equal(values, back);
    }

    [Fact]
    public void An_index_outside_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new CowArray<int>(600)[600]);
}

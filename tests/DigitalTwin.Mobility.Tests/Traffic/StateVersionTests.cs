using DigitalTwin.Numerics.Randomness;

namespace DigitalTwin.Mobility.Tests.Traffic;

public class StateVersionTests
{
    [Fact]
    public void A_checkpoint_of_another_version_says_so_and_what_is_no_checkpoint_says_that()
    {
        var model = MadeTraffic.Model(MadeTraffic.Town(3));
        using var stream = new MemoryStream();
        model.InitialState(new KeyedRandom(1)).Save(new BinaryWriter(stream));
        var bytes = stream.ToArray();
        Assert.Equal("MBT4"u8.ToArray(), bytes[..4]);
        bytes[3] = (byte)'1';
        Assert.Equal("The saved state of a city's traffic is of version 1 of its format; this program reads version 4. A run goes on with the program that began it, or begins anew.", Refusal());
        bytes[0] = (byte)'X';
        Assert.Equal("This is not the saved state of a city's traffic.", Refusal());

        string Refusal() => Assert.Throws<InvalidDataException>(() => model.Load(new BinaryReader(new MemoryStream(bytes)))).Message;
    }

    [Fact]
    public void The_parking_inside_has_a_version_of_its_own()
    {
        var state = MadeTraffic.Model(MadeTraffic.Town(3)).InitialState(new KeyedRandom(1)).Parking;
        using var stream = new MemoryStream();
        state.Save(new BinaryWriter(stream));
        var bytes = stream.ToArray();
        bytes[3] = (byte)'1';
        Assert.StartsWith("The saved state of parking is of version 1", Assert.Throws<InvalidDataException>(() => state.Load(new BinaryReader(new MemoryStream(bytes)))).Message, StringComparison.Ordinal);
    }
}

using DigitalTwin.Numerics.Randomness;

namespace DigitalTwin.Cities.Synthesis;

/// <summary>The draws of one purpose in one quarter: the i-th is always the same, whoever asks first.</summary>
internal readonly struct Draws(KeyedRandom random, string purpose, int quarter)
{
    private readonly ulong stream = KeyedRandom.Stream(purpose);
    private readonly ulong first = (ulong)quarter << 32;

    public double Uniform(int i) => random.Uniform(stream, first + (ulong)i);

    public double Between(int i, double least, double most) => least + Uniform(i) * (most - least);

    public double Normal(int i) => random.Normal(stream, first + (ulong)i);
}

namespace DigitalTwin.Benchmarks.Orleans;

/// <summary>A grain that does nothing, so that only the call is measured.</summary>
public interface IPlainGrain : IGrainWithIntegerKey
{
    Task<int> Next(int number);
}

/// <summary>The same with a state in a store.</summary>
public interface IStatefulGrain : IGrainWithIntegerKey
{
    Task<int> Next(int number);
}

/// <summary>One asset that is stepped by itself.</summary>
public interface IAssetGrain : IGrainWithIntegerKey
{
    Task<double> Step(double inflow);
}

/// <summary>Many assets in an array that are stepped together.</summary>
public interface IAssetsGrain : IGrainWithIntegerKey
{
    Task<double> Step(double inflow);
}

/// <summary>Steps all the others and waits for them.</summary>
public interface ICoordinatorGrain : IGrainWithIntegerKey
{
    Task<double> Step(int ticks, int grains, bool partitioned);
}

public sealed class PlainGrain : Grain, IPlainGrain
{
    public Task<int> Next(int number) => Task.FromResult(number + 1);
}

[GenerateSerializer]
public sealed class SmallState
{
    [Id(0)]
    public int Number { get; set; }
}

public sealed class StatefulGrain([PersistentState("small", "nowhere")] IPersistentState<SmallState> state) : Grain, IStatefulGrain
{
    public Task<int> Next(int number) => Task.FromResult(state.State.Number + number + 1);
}

public sealed class AssetGrain : Grain, IAssetGrain
{
    private double level;

    public Task<double> Step(double inflow) => Task.FromResult(level += inflow - 0.1 * level);
}

public sealed class AssetsGrain : Grain, IAssetsGrain
{
    private readonly double[] levels = new double[OrleansFigures.Assets / OrleansFigures.Partitions];

    public Task<double> Step(double inflow)
    {
        var sum = 0.0;
        for (var i = 0; i < levels.Length; i++) sum += levels[i] += inflow - 0.1 * levels[i];
        return Task.FromResult(sum);
    }
}

public sealed class CoordinatorGrain : Grain, ICoordinatorGrain
{
    public async Task<double> Step(int ticks, int grains, bool partitioned)
    {
        var steps = new Func<double, Task<double>>[grains];
        for (var i = 0; i < grains; i++)
            steps[i] = partitioned ? GrainFactory.GetGrain<IAssetsGrain>(i).Step : GrainFactory.GetGrain<IAssetGrain>(i).Step;
        var answers = new Task<double>[grains];
        var sum = 0.0;
        for (var tick = 0; tick < ticks; tick++)
        {
            for (var i = 0; i < grains; i++) answers[i] = steps[i](tick);
            foreach (var level in await Task.WhenAll(answers)) sum += level;
        }
        return sum;
    }
}

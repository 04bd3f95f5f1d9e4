using DigitalTwin.Client;

namespace DigitalTwin.Grains.Tests.Worlds;

public class ClientReadmeTests
{
    [Fact]
    public async Task The_five_lines_of_the_readme_do_what_they_say()
    {
        await using var city = await TestCity.StartAsync();
        var (grains, observedAt) = (city.Grains, city.Clock.Now);

        var client = new CityClient(grains, TimeProvider.System);
        await using var sender = client.Sender("live", receipt => Console.WriteLine($"{receipt.Observation.Asset}: {receipt.Reception.Kind}"));
        await sender.SendAsync(new("water/tank/T-1", "level", 3.2, observedAt, "scada"));
        await sender.FlushAsync();
        await client.World("live").ForkAsync("what-if", null, "ann", default);

        Assert.Equal(1, sender.Totals.Accepted);
        Assert.Equal(3.2, (await client.Twin("what-if", "water/tank/T-1").StateAsync(null, default)).Observed.Single().Value);
        var readme = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "src", "DigitalTwin.Client", "README.md"));
        var source = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "tests", "DigitalTwin.Grains.Tests", "Worlds", "ClientReadmeTests.cs"));
        var lines = readme.ReplaceLineEndings("\n").Split("```csharp\n")[1].Split("```")[0].Trim().Split('\n').Select(l => l.Trim());
        Assert.All(lines, line => Assert.Contains(line, source, StringComparison.Ordinal));
    }
}

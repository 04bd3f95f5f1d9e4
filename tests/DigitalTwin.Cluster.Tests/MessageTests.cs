using DigitalTwin.Grains.Contracts.Worlds;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Sdk;

namespace DigitalTwin.Cluster.Tests;

/// <summary>Between silos a message is bytes: what has no number is lost on the way, and what the serializer does not know does not arrive.</summary>
public class MessageTests
{
    [ClusterFact]
    public async Task Every_message_of_the_contracts_arrives_as_it_was_sent()
    {
        await using var group = await SiloGroup.StartAsync(silos: 1);
        var echo = (await group.AddClientAsync()).Services.GetRequiredService<IGrainFactory>().GetGrain<IEchoGrain>("echo");
        var specimen = new Specimen();
        var messages = typeof(IWorldGrain).Assembly.GetTypes().Where(IsMessage).Select(specimen.Of).ToList();
        Assert.True(messages.Count > 20);
        foreach (var message in messages)
        {
            var arrived = await echo.EchoAsync(message);
            Assert.NotSame(message, arrived);
            Assert.IsType(message.GetType(), arrived);
            Assert.Equivalent(message, arrived, strict: true);
            Assert.ThrowsAny<XunitException>(() => Assert.Equivalent(message, specimen.Of(message.GetType()), strict: true)); // the comparison does see differences
        }
    }

    [ClusterFact]
    public async Task Empty_collections_and_absent_values_arrive_as_such()
    {
        await using var group = await SiloGroup.StartAsync(silos: 1);
        var echo = (await group.AddClientAsync()).Services.GetRequiredService<IGrainFactory>().GetGrain<IEchoGrain>("echo");
        foreach (var type in typeof(IWorldGrain).Assembly.GetTypes().Where(type => IsMessage(type) && type.IsValueType))
            Assert.Equal(Activator.CreateInstance(type), await echo.EchoAsync(Activator.CreateInstance(type)!));
    }

    [ClusterFact]
    public async Task Every_exception_of_the_contracts_is_caught_as_what_it_was_with_its_sentence()
    {
        await using var group = await SiloGroup.StartAsync(silos: 1);
        var echo = (await group.AddClientAsync()).Services.GetRequiredService<IGrainFactory>().GetGrain<IEchoGrain>("echo");
        foreach (var type in typeof(IWorldGrain).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Exception))))
        {
            var sent = (Exception)Activator.CreateInstance(type, "There is no world 'liv'.")!;
            var caught = await Assert.ThrowsAsync(type, () => echo.ThrowAsync(sent));
            Assert.Equal(sent.Message, caught.Message);
        }
    }

    private static bool IsMessage(Type type) =>
        type.IsDefined(typeof(GenerateSerializerAttribute), false) && !type.IsEnum && !type.IsAbstract && !type.ContainsGenericParameters && !type.IsSubclassOf(typeof(Exception));
}

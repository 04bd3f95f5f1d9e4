using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Scenarios.Explanation;
using DigitalTwin.Simulation.Loop;

namespace DigitalTwin.Simulation.Tests.Loop;

public class StagesTests
{
    [Fact]
    public void A_domain_comes_after_those_of_which_it_reads_this_step()
    {
        var a = new Springs("a", 1, new Consumption("c.position", Moment.PreviousStep, new("as is")));
        var b = new Springs("b", 1, new Consumption("a.position", Moment.ThisStep, new("as is")));
        var c = new Springs("c", 1, new Consumption("b.position", Moment.ThisStep, new("as is")), new Consumption("a.position", Moment.ThisStep, new("as is")));
        var d = new Springs("d", 1);
        Assert.Equal([["a", "d"], ["b"], ["c"]], Stages.Of([c, b, a, d]).Select(s => s.Select(x => x.Name).Order().ToArray()));
    }

    [Fact]
    public void A_circle_within_a_step_is_named()
    {
        var a = new Springs("a", 1, new Consumption("b.position", Moment.ThisStep, new("as is")));
        var b = new Springs("b", 1, new Consumption("a.position", Moment.ThisStep, new("as is")));
        var problem = Assert.Throws<InputException>(() => Stages.Of([a, b])).Problems.Single();
        Assert.Equal("Domains wait for each other within a step: 'a' reads from 'b' reads from 'a'. One of them must read the previous step.", problem.Sentence);
    }

    [Fact]
    public void A_quantity_that_nobody_gives_is_named_with_the_nearest()
    {
        var a = new Springs("a", 1, new Consumption("b.positon", Moment.ThisStep, new("as is")));
        var problem = Assert.Throws<InputException>(() => Stages.Of([a, new Springs("b", 1)])).Problems.Single();
        Assert.Equal("Domain 'a' reads 'b.positon', which no domain gives. Did you mean 'b.position'?", problem.Sentence);
    }

    [Fact]
    public void A_quantity_has_one_producer() =>
        Assert.Contains("Both 'a' and 'a' give 'a.position'", Assert.Throws<InputException>(() => Stages.Of([new Springs("a", 1), new Springs("a", 1)])).Message);

    [Fact]
    public void The_exchange_table_says_who_gives_what_to_whom() =>
        Assert.Equal(
            new ExchangeRow("a.position", "m", "a", "b", new("this step", "本步"), new("as is")),
            ExchangeTable.Of([new Springs("a", 1), new Springs("b", 1, new Consumption("a.position", Moment.ThisStep, new("as is")))]).Single());
}

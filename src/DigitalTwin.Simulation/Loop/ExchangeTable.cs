using DigitalTwin.Numerics.Text;
using DigitalTwin.Scenarios.Explanation;

namespace DigitalTwin.Simulation.Loop;

/// <summary>Who gives what to whom, as a person reads it.</summary>
public static class ExchangeTable
{
    /// <summary>The table of a set of domains, by consumer and in the order in which it declares what it reads.</summary>
    public static IReadOnlyList<ExchangeRow> Of(IReadOnlyList<IDomain> domains) =>
    [
        .. from consumer in domains
           from wanted in consumer.Consumes
           from producer in domains
           from quantity in producer.Produces
           where quantity.Name == wanted.Quantity
           select new ExchangeRow(quantity.Name, quantity.Unit, producer.Name, consumer.Name, Words(wanted.Moment), wanted.Interpolation),
    ];

    private static LocalizedText Words(Moment moment) =>
        moment == Moment.ThisStep ? new("this step", "本步") : new("previous step", "上一步");
}

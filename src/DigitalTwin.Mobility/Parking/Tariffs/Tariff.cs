using DigitalTwin.Numerics.Clocks;
using DigitalTwin.Numerics.Text;

namespace DigitalTwin.Mobility.Parking.Tariffs;

/// <summary>
/// What a facility charges for a stay: a plan for each group that has one of its own, and one for everybody else. Money counts in hundredths of the currency (fen),
/// as whole numbers, so that sums are exact. Immutable; made by <see cref="TariffBuilder"/>, which checks it.
/// </summary>
public sealed class Tariff
{
    private readonly TariffPlan[] plans;

    internal Tariff(string id, LocalizedText title, string currency, IEnumerable<TariffPlan> plans)
    {
        (Id, Title, Currency) = (id, title, currency);
        this.plans = [.. plans];
    }

    /// <summary>Its name: <c>centre</c>.</summary>
    public string Id { get; }

    /// <summary>What the board at the entrance says.</summary>
    public LocalizedText Title { get; }

    /// <summary>Currency, three letters of ISO 4217: <c>CNY</c>.</summary>
    public string Currency { get; }

    /// <summary>Plans; those with groups first, the last is for everybody.</summary>
    public IReadOnlyList<TariffPlan> Plans => plans;

    /// <summary>The plan of a driver who goes by some names (group and permits): the first that is for one of them, else that for everybody.</summary>
    public TariffPlan PlanFor(params ReadOnlySpan<string> names)
    {
        foreach (var plan in plans)
        {
            foreach (var name in names)
                if (plan.Groups.Contains(name)) return plan;
        }
        return plans[^1];
    }

    /// <summary>Price of a stay, in hundredths of the currency; see <see cref="TariffPlan.Price"/>.</summary>
    public long Price(double arrival, double departure, string group, LocalClock clock) => PlanFor(group).Price(arrival, departure, clock);

    /// <summary>What a stay that goes on has cost by now, were it to end now, in hundredths of the currency.</summary>
    public long PriceSoFar(double arrival, double now, string group, LocalClock clock) => Price(arrival, now, group, clock);
}

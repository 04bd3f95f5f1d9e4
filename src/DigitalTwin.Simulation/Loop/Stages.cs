using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Simulation.Loop;

/// <summary>
/// The order of domains within a step, derived from what they declare: a domain comes after every domain of which it reads a quantity of the same step.
/// Domains of one stage advance concurrently.
/// </summary>
public static class Stages
{
    /// <summary>The stages, each in the order in which the domains were given.</summary>
    /// <exception cref="InputException">A quantity has no producer or two, or domains wait for each other in a circle; the sentence names them.</exception>
    public static IReadOnlyList<IReadOnlyList<IDomain>> Of(IReadOnlyList<IDomain> domains)
    {
        var problems = new ProblemList();
        var producer = Producers(domains, problems);
        foreach (var domain in domains)
            foreach (var wanted in domain.Consumes.Where(c => !producer.ContainsKey(c.Quantity)))
                problems.Error("", 0, 0, $"Domain '{domain.Name}' reads '{wanted.Quantity}', which no domain gives.{NearestName.Hint(wanted.Quantity, producer.Keys)}");
        problems.ThrowIfErrors();

        var stages = new List<IReadOnlyList<IDomain>>();
        var waiting = domains.ToList();
        while (waiting.Count > 0)
        {
            var ready = waiting.Where(d => !Needs(d).Any(waiting.Contains)).ToList();
            if (ready.Count == 0) throw new InputException("", Circle(waiting, Needs));
            stages.Add(ready);
            waiting.RemoveAll(ready.Contains);
        }
        return stages;

        IEnumerable<IDomain> Needs(IDomain domain) =>
            domain.Consumes.Where(c => c.Moment == Moment.ThisStep).Select(c => producer[c.Quantity]);
    }

    private static Dictionary<string, IDomain> Producers(IReadOnlyList<IDomain> domains, ProblemList problems)
    {
        var producer = new Dictionary<string, IDomain>(StringComparer.Ordinal);
        foreach (var domain in domains)
            foreach (var quantity in domain.Produces)
                if (!producer.TryAdd(quantity.Name, domain))
                    problems.Error("", 0, 0, $"Both '{producer[quantity.Name].Name}' and '{domain.Name}' give '{quantity.Name}'; one quantity has one producer.");
        return producer;
    }

    private static string Circle(List<IDomain> waiting, Func<IDomain, IEnumerable<IDomain>> needs)
    {
        var path = new List<IDomain> { waiting[0] };
        while (true)
        {
            var next = needs(path[^1]).First(waiting.Contains);
            var start = path.IndexOf(next);
            if (start < 0)
            {
                path.Add(next);
                continue;
            }
            var names = path.Skip(start).Append(next).Select(d => $"'{d.Name}'");
            return $"Domains wait for each other within a step: {string.Join(" reads from ", names)}. One of them must read the previous step.";
        }
    }
}

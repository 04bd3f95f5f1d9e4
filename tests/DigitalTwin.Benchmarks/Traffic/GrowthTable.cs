namespace DigitalTwin.Benchmarks.Traffic;

/// <summary>How the cost of a day grows with its trips on the same roads, and with the city as a whole; exponents by least squares on logarithms.</summary>
internal static class GrowthTable
{
    private const int UsualLinks = 5000, TripsPerLink = 4;

    /// <summary>Runs it: <c>traffic growth</c>.</summary>
    public static void Run(TextWriter report)
    {
        Print("trips on 5,000 links", [25_000, 50_000, 100_000, 200_000, 300_000], trips => (UsualLinks, trips), report);
        Print("links, four trips a link", [1000, 2000, 5000, 10_000, 20_000, 50_000], links => (links, TripsPerLink * links), report);
        Print("links, forty trips a link", [1000, 2000, 5000, 10_000, 20_000], links => (links, 10 * TripsPerLink * links), report);
    }

    private static void Print(string what, int[] sizes, Func<int, (int Links, int Trips)> of, TextWriter report)
    {
        report.WriteLine($"### {what}");
        report.WriteLine();
        report.WriteLine("| links | trips | processor, s | µs a trip | links driven a trip | ns a link driven | on the road at the end | peak memory, MB | allocated, kB a trip |");
        report.WriteLine("|---|---|---|---|---|---|---|---|---|");
        var cases = new List<GrowthCase>();
        foreach (var size in sizes)
        {
            var (links, trips) = of(size);
            var c = GrowthCase.Measure(links, trips, days: trips <= 100_000 ? 3 : 1);
            cases.Add(c);
            report.WriteLine($"| {links:N0} | {trips:N0} | {c.Processor:F2} | {c.Processor / trips * 1e6:F0} | {(double)c.Moves / trips:F1} | {c.Processor / c.Moves * 1e9:F0} | {c.Unfinished:N0} | {c.Peak / 1e6:F0} | {c.Allocated / 1e3 / trips:F1} |");
        }
        report.WriteLine();
        report.WriteLine($"Exponents: processor {Exponent(cases, c => c.Processor):F2}, links driven {Exponent(cases, c => c.Moves):F2}, peak memory {Exponent(cases, c => c.Peak):F2}");
        report.WriteLine();
    }

    // The slope of the straight line through the logarithms.
    private static double Exponent(List<GrowthCase> cases, Func<GrowthCase, double> cost)
    {
        var (x, y) = (cases.Select(c => Math.Log(c.Trips)).ToArray(), cases.Select(c => Math.Log(cost(c))).ToArray());
        var (meanX, meanY) = (x.Average(), y.Average());
        return x.Zip(y, (a, b) => (a - meanX) * (b - meanY)).Sum() / x.Sum(a => (a - meanX) * (a - meanX));
    }
}

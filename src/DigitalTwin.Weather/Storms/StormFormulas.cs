using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Weather.Text;

namespace DigitalTwin.Weather.Storms;

/// <summary>The storm formulas of cities: those that come with the library, and those of a user's JSON file of the same form.</summary>
public sealed class StormFormulas
{
    /// <summary>1 L/(s·ha) = 0.006 mm/min.</summary>
    private const double MillimetresPerMinute = 0.006;

    private static readonly Lazy<StormFormulas> Shipped = new(() => new StormFormulas(DataFile.Load("storm-formulas.json", Read)));
    private readonly List<StormFormula> all;

    private StormFormulas(List<StormFormula> all) => this.all = all;

    /// <summary>The formulas that come with the library (<c>data/storm-formulas.json</c>).</summary>
    public static StormFormulas BuiltIn => Shipped.Value;

    /// <summary>All formulas.</summary>
    public IReadOnlyList<StormFormula> All => all;

    /// <summary>The formula of an id, or, given a city's English or Chinese name, the one in force there; null when there is none.</summary>
    public StormFormula? Find(string idOrCity)
    {
        bool Names(string name) => name.Equals(idOrCity, StringComparison.OrdinalIgnoreCase);
        return all.Find(f => Names(f.Id)) ?? all.Find(f => f.ReplacedBy.Length == 0 && (Names(f.City.En) || Names(f.City.In("zh"))));
    }

    /// <summary>These formulas and those of a user's file, which win where ids are the same.</summary>
    /// <param name="path">The JSON file.</param>
    /// <param name="problems">Receives every mistake.</param>
    public StormFormulas With(string path, ProblemList problems)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(problems);
        var own = DataFile.ReadBytes(path, problems) is { } bytes ? Read(bytes, path, problems) : [];
        return new StormFormulas([.. own, .. all.Where(f => !own.Exists(o => o.Id == f.Id))]);
    }

    /// <summary>Reads a file's content.</summary>
    internal static List<StormFormula> Read(ReadOnlySpan<byte> utf8, string file, ProblemList problems)
    {
        var formulas = new List<StormFormula>();
        if (JsonNode.Read(utf8, file, problems) is not { } root) return formulas;
        root.Only("about", "formulas");
        foreach (var item in root.Member("formulas")?.Items ?? [])
        {
            var formula = Formula(item);
            if (formulas.Exists(f => f.Id == formula.Id)) item.Error($"The formula '{formula.Id}' is given twice.");
            else formulas.Add(formula);
        }
        return formulas;
    }

    private static StormFormula Formula(JsonNode item)
    {
        item.Only("id", "city", "source", "unit", "A", "C", "b", "n", "peak-ratio", "return-periods", "durations", "replaced-by");
        var perHectare = item.Member("unit")?.Choice("mm/min", "L/(s·ha)") == 1;
        return new StormFormula
        {
            Id = item.Member("id")?.String() ?? "",
            City = item.Member("city")?.Wording() ?? default,
            Source = item.Member("source")?.String() ?? "",
            A = (item.Member("A")?.Number(1e-3, 1e6) ?? 0) * (perHectare ? MillimetresPerMinute : 1),
            C = item.Member("C")?.Number(0, 100) ?? 0,
            B = item.Member("b")?.Number(1e-3, 1000) ?? 0,
            N = item.Member("n")?.Number(1e-3, 0.999) ?? 0,
            PeakRatio = item.Optional("peak-ratio")?.Number(0, 1) ?? double.NaN,
            ReturnPeriods = Range(item.Optional("return-periods")) ?? (1, 100),
            Durations = Range(item.Optional("durations")) ?? (5, 1440),
            ReplacedBy = item.Optional("replaced-by")?.String() ?? "",
        };
    }

    private static (double, double)? Range(JsonNode? node)
    {
        if (node is null) return null;
        var ends = node.Items.Select(i => i.Number(0, 1e6)).ToArray();
        if (ends.Length == 2 && ends[0] <= ends[1]) return (ends[0], ends[1]);
        node.Error("A range is a list of its least and its most: [2, 100].");
        return null;
    }
}

using DigitalTwin.Buildings.Records;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Text.Tables;

namespace DigitalTwin.Buildings.Archetypes;

/// <summary>
/// Archetypes by use, year and climate zone, from a data file of rows that each say something of some buildings: of rows that speak of one value the last holds. A planner's own file is
/// read after the shipped one and so says only what it wants otherwise. Immutable; made once for all years at which anything changes.
/// </summary>
public sealed class ArchetypeTable
{
    private const string Resource = "archetypes.csv";
    private static readonly Lazy<ArchetypeTable> SharedTable = new(ReadShipped);
    private static readonly BuildingUse[] Uses = Enum.GetValues<BuildingUse>();
    private static readonly ClimateZone[] Zones = Enum.GetValues<ClimateZone>();

    private readonly List<ArchetypeRow> rows;
    private readonly Archetype[][] bands;

    private ArchetypeTable(List<ArchetypeRow> rows, Archetype[][] bands) => (this.rows, this.bands) = (rows, bands);

    /// <summary>The table of <c>data/archetypes.csv</c>: Chinese practice by the standards of each time, most of it from memory and marked so.</summary>
    public static ArchetypeTable Shipped => SharedTable.Value;

    /// <summary>The header of a data file.</summary>
    public static string Header => ArchetypeReader.Header;

    /// <summary>Every archetype, by use, zone and year.</summary>
    public IEnumerable<Archetype> All => bands.SelectMany(band => band);

    /// <summary>What stands for a building of a use, year and climate.</summary>
    public Archetype Find(BuildingUse use, int year, ClimateZone zone)
    {
        var band = bands[(int)use * Zones.Length + (int)zone];
        var i = band.Length - 1;
        while (i > 0 && band[i].From > year) i--;
        return band[i];
    }

    /// <summary>This table with a planner's file on top; every mistake goes into <paramref name="problems"/>, and a row with one is left out.</summary>
    public ArchetypeTable With(string path, ProblemList problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        var reader = new ArchetypeReader(problems);
        HeadedCsv.Read(path, Header, reader.Row, problems);
        return Of([.. rows, .. reader.Rows], path, problems) ?? this;
    }

    /// <summary>A table from a stream alone; null, with a sentence for each gap, when it does not say every value of every building.</summary>
    /// <param name="stream">UTF-8.</param>
    /// <param name="file">How sentences name it.</param>
    /// <param name="problems">Receives every mistake.</param>
    public static ArchetypeTable? Read(Stream stream, string file, ProblemList problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        var reader = new ArchetypeReader(problems);
        return HeadedCsv.Read(stream, file, Header, reader.Row, problems) ? Of(reader.Rows, file, problems) : null;
    }

    private static ArchetypeTable? Of(List<ArchetypeRow> rows, string file, ProblemList problems)
    {
        var (bands, whole) = (new Archetype[Uses.Length * Zones.Length][], true);
        foreach (var use in Uses)
            foreach (var zone in Zones)
            {
                var holding = rows.Where(r => r.Uses.Contains(use) && r.Zones.Contains(zone)).ToArray();
                int[] years = [.. holding.Select(r => r.From).Concat(holding.Where(r => r.To < int.MaxValue).Select(r => r.To + 1)).Append(int.MinValue).Distinct().Order()];
                var band = years.Select((from, i) => Resolve(holding, use, zone, from, i == 0 && years.Length > 1 ? years[1] : 0, file, problems)).ToArray();
                whole &= band.All(a => a is not null);
                bands[(int)use * Zones.Length + (int)zone] = band!;
            }
        return whole ? new(rows, bands) : null;
    }

    private static Archetype? Resolve(ArchetypeRow[] rows, BuildingUse use, ClimateZone zone, int from, int before, string file, ProblemList problems)
    {
        var name = $"{BuildingUseWords.NameOf(use)}-{(from > int.MinValue ? from : before > 0 ? $"before-{before}" : "always")}-{ClimateZones.NameOf(zone)}";
        var (values, sources) = (new double[ArchetypeRow.Columns.Length], new Dictionary<string, string>(StringComparer.Ordinal));
        Array.Fill(values, double.NaN);
        foreach (var row in rows)
        {
            if (!row.Holds(use, from, zone)) continue;
            for (var i = 0; i < values.Length; i++)
                if (!double.IsNaN(row.Values[i])) (values[i], sources[ArchetypeRow.Columns[i]]) = (row.Values[i], row.Source);
        }
        if (Array.FindIndex(values, double.IsNaN) is var gap and >= 0)
        {
            problems.Error(file, 0, 0, $"No row says '{ArchetypeRow.Columns[gap]}' of {name}.");
            return null;
        }
        return new()
        {
            Id = name, Use = use, Zone = zone, From = from, WallU = values[0], RoofU = values[1], FloorU = values[2], WindowU = values[3], SolarFactor = values[4], Infiltration = values[5],
            Mass = ArchetypeReader.MassOf(values[6]), WindowShare = (values[7], values[8], values[9], values[10]), StoreyHeight = values[11], Storeys = (int)values[12], AreaPerPerson = values[13],
            AreaPerHousehold = values[14], AirShare = values[15], RoofForPhotovoltaics = values[16], Sources = sources,
        };
    }

    private static ArchetypeTable ReadShipped()
    {
        using var stream = typeof(ArchetypeTable).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The library was built without its data file '{Resource}'.");
        var problems = new ProblemList();
        var table = Read(stream, Resource, problems);
        problems.ThrowIfErrors();
        return table!;
    }
}

using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Text;
using DigitalTwin.Weather.Epw;
using DigitalTwin.Weather.Text;

namespace DigitalTwin.Weather.Climate;

/// <summary>What a month is like on average.</summary>
/// <param name="Temperature">Mean temperature, degC.</param>
/// <param name="DailyLeast">Mean of the days' lowest temperatures, degC.</param>
/// <param name="DailyMost">Mean of the days' highest temperatures, degC.</param>
/// <param name="RelativeHumidity">Mean, %.</param>
/// <param name="Pressure">Mean, Pa.</param>
/// <param name="WindSpeed">Mean, m/s.</param>
/// <param name="Global">Global horizontal radiation, kWh/m2.</param>
/// <param name="Diffuse">Diffuse horizontal radiation, kWh/m2.</param>
/// <param name="CloudCover">Mean total sky cover, tenths.</param>
public sealed record MonthlyNormal(
    double Temperature, double DailyLeast, double DailyMost, double RelativeHumidity, double Pressure, double WindSpeed, double Global, double Diffuse, double CloudCover);

/// <summary>A place's climate as twelve months, with its source: enough to make a <see cref="TypicalYear"/>.</summary>
public sealed record ClimateNormals
{
    private static readonly Lazy<IReadOnlyList<ClimateNormals>> Shipped = new(() => DataFile.Load("climate-normals.json", Read));

    /// <summary>Its id: <c>wuhan</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The place.</summary>
    public required LocalizedText Place { get; init; }

    /// <summary>Where the numbers come from.</summary>
    public required string Source { get; init; }

    /// <summary>January to December.</summary>
    public required IReadOnlyList<MonthlyNormal> Months { get; init; }

    /// <summary>The normals that come with the library (<c>data/climate-normals.json</c>).</summary>
    public static IReadOnlyList<ClimateNormals> BuiltIn => Shipped.Value;

    /// <summary>Those of Wuhan.</summary>
    public static ClimateNormals Wuhan => BuiltIn.First(n => n.Id == "wuhan");

    /// <summary>The months of a weather file of a whole year.</summary>
    /// <exception cref="ArgumentException">A month of it has no rows or lacks a quantity.</exception>
    public static ClimateNormals Of(EpwFile file)
    {
        var summary = EpwSummary.Of(file);
        var cover = file[EpwField.TotalSkyCover];
        MonthlyNormal Month(ClimateRow r)
        {
            var clouds = Enumerable.Range(0, file.RowCount).Where(i => file.Month[i] == r.Month && !double.IsNaN(cover[i])).Select(i => cover[i]).DefaultIfEmpty(5).Average();
            return new(r.TemperatureMean, r.DailyLeast, r.DailyMost, r.RelativeHumidity, r.Pressure, r.WindSpeed, r.Global, r.Diffuse, clouds);
        }
        MonthlyNormal[] months = [.. summary.Months.Select(Month)];
        if (Array.Exists(months, m => double.IsNaN(m.Temperature + m.DailyLeast + m.DailyMost + m.RelativeHumidity + m.Pressure + m.WindSpeed + m.Global + m.Diffuse)))
            throw new ArgumentException("The file does not know temperature, humidity, pressure, wind and radiation in every month.", nameof(file));
        var at = file.Location;
        return new ClimateNormals { Id = at.Wmo, Place = new(at.City, at.City), Source = $"{at.Source} {at.Wmo}", Months = months };
    }

    internal static IReadOnlyList<ClimateNormals> Read(ReadOnlySpan<byte> utf8, string file, ProblemList problems)
    {
        var all = new List<ClimateNormals>();
        if (JsonNode.Read(utf8, file, problems) is not { } root) return all;
        root.Only("about", "normals");
        foreach (var item in root.Member("normals")?.Items ?? [])
        {
            item.Only("id", "place", "source", "months");
            var months = (item.Member("months")?.Items ?? []).Select(Month).ToArray();
            if (months.Length != 12) item.Error($"There are {months.Length} months; 12 are accepted.");
            all.Add(new ClimateNormals
            {
                Id = item.Member("id")?.String() ?? "", Place = item.Member("place")?.Wording() ?? default, Source = item.Member("source")?.String() ?? "", Months = months,
            });
        }
        return all;
    }

    private static MonthlyNormal Month(JsonNode node)
    {
        node.Only("temperature", "daily-least", "daily-most", "relative-humidity", "pressure", "wind-speed", "global", "diffuse", "cloud-cover");
        double Get(string key, double least, double most) => node.Member(key)?.Number(least, most) ?? 0;
        return new(
            Get("temperature", -60, 60), Get("daily-least", -70, 60), Get("daily-most", -60, 60), Get("relative-humidity", 1, 100), Get("pressure", 31_000, 120_000),
            Get("wind-speed", 0, 40), Get("global", 0, 400), Get("diffuse", 0, 400), Get("cloud-cover", 0, 10));
    }
}

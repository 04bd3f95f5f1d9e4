using DigitalTwin.Buildings.CityGml;
using DigitalTwin.Buildings.CityJson;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Cli.Commands;

/// <summary>Looks at a city model: what is wrong with the file, what is wrong with its geometry, and the account of what it holds.</summary>
internal static class CityModelCheck
{
    /// <summary>Whether a file is CityJSON or CityGML: by its name, and what is JSON or XML also by what it begins with.</summary>
    public static bool Recognises(string path)
    {
        try
        {
            return Path.GetExtension(path).ToLowerInvariant() switch
            {
                ".gml" or ".citygml" or ".jsonl" => true,
                ".json" => path.EndsWith(".city.json", StringComparison.OrdinalIgnoreCase) || CityJsonReader.Recognises(path),
                ".xml" => CityGmlReader.Recognises(path),
                _ => false,
            };
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Reads it; everything found goes to the problems, the account as a note at the end.</summary>
    public static void Look(string path, ProblemList problems)
    {
        var model = Path.GetExtension(path).StartsWith(".j", StringComparison.OrdinalIgnoreCase) ? CityJsonReader.Read(path, null, problems) : CityGmlReader.Read(path, null, problems);
        if (model.Counts.Objects == 0) return;
        problems.Note(path, 0, 0, $"{model.Format}, {model.Crs ?? "without a coordinate system"}: {model.Counts}");
        if (model.Findings.Count > 0)
            problems.Note(path, 0, 0, $"Geometry: {string.Join(", ", model.Findings.CountBy(f => f.Code).OrderBy(c => c.Key).Select(c => $"{c.Value} of {(int)c.Key} {c.Key}"))}.");
    }
}

using System.ComponentModel;
using System.Diagnostics;

namespace DigitalTwin.Simulation.Tests.Results;

/// <summary>A test that asks GDAL's <c>ogrinfo</c>; it is skipped, and says so, where that is not installed (Debian: gdal-bin).</summary>
internal sealed class OgrFactAttribute : FactAttribute
{
    public OgrFactAttribute()
    {
        if (Ogr.Version is null) Skip = "ogrinfo is not installed: apt-get install gdal-bin";
    }
}

/// <summary>Runs <c>ogrinfo</c>.</summary>
internal static class Ogr
{
    public static string? Version { get; } = TryRun("--version") is { Code: 0 } run ? run.Output : null;

    public static (int Code, string Output, string Errors) Info(params string[] arguments) => TryRun(arguments)!.Value;

    private static (int Code, string Output, string Errors)? TryRun(params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("ogrinfo", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output, errors.Result);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}

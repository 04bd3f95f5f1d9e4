using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Text;
using DigitalTwin.Weather.Text;

namespace DigitalTwin.Weather.Warnings;

/// <summary>The signals that a city's service issues, with their thresholds: data, with a version and a source, because cities differ and rules change.</summary>
public sealed record WarningTable
{
    private static readonly Lazy<IReadOnlyList<WarningTable>> Shipped = new(() => DataFile.Load("warning-signals.json", WarningTableReader.Read));

    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>Its name.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>Which version, with its date.</summary>
    public required string Version { get; init; }

    /// <summary>Where the thresholds come from.</summary>
    public required string Source { get; init; }

    /// <summary>Fog is reduced visibility at this relative humidity or more, %.</summary>
    public double FogHumidity { get; init; } = 95;

    /// <summary>Haze is reduced visibility below this relative humidity, %.</summary>
    public double HazeHumidity { get; init; } = 80;

    /// <summary>The signals, in the order of their codes.</summary>
    public required IReadOnlyList<WarningSignal> Signals { get; init; }

    /// <summary>The tables that come with the library (<c>data/warning-signals.json</c>); the first is the national one.</summary>
    public static IReadOnlyList<WarningTable> BuiltIn => Shipped.Value;

    /// <summary>The national table.</summary>
    public static WarningTable National => BuiltIn[0];

    /// <summary>The index of a signal, or -1.</summary>
    public int IndexOf(string signal)
    {
        for (var i = 0; i < Signals.Count; i++)
            if (Signals[i].Id == signal) return i;
        return -1;
    }

    /// <summary>Reads the tables of a user's file; a table may say <c>"extends": "cma-national"</c> and give only what differs.</summary>
    public static IReadOnlyList<WarningTable> Read(string path, ProblemList problems)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(problems);
        return DataFile.ReadBytes(path, problems) is { } bytes ? WarningTableReader.Read(bytes, path, problems, BuiltIn) : [];
    }
}

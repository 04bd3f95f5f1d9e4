using System.Diagnostics;
using System.Globalization;
using DigitalTwin.Grains.Contracts.Twins;
using static DigitalTwin.Storage.Tests.City;

namespace DigitalTwin.Storage.Tests;

/// <summary>A process that writes is killed (kill -9) at some moment; what it had acknowledged is there, and nothing is there by half.</summary>
public class After_a_kill
{
    public static TheoryData<StoreKind, string> Kills
    {
        get
        {
            var kills = new TheoryData<StoreKind, string>();
            foreach (var kind in StoreKinds.Here)
                foreach (var work in (string[])["ingest", "fork"]) kills.Add(kind, work);
            return kills;
        }
    }

    private static int Repetitions(StoreKind kind) => Environment.GetEnvironmentVariable("DIGITALTWIN_LONG") is { Length: > 0 } ? 50 : kind == StoreKind.Sqlite ? 2 : 1;

    [Theory, MemberData(nameof(Kills))]
    public async Task Everything_acknowledged_is_there_and_nothing_by_half(StoreKind kind, string work)
    {
        await using var city = await City.EmptyAsync(kind);
        await city.Store.DisposeAsync();
        var random = new Random(20250708);
        var (numbers, forks) = (new HashSet<double>(), new List<string>());
        for (var round = 0; round < Repetitions(kind); round++)
        {
            foreach (var line in await RunAndKillAsync(kind, city.Place, work, 1_000_000L * round, 30 + random.Next(400)))
            {
                if (line[0] == 'f') forks.Add(line);
                else numbers.Add(double.Parse(line, CultureInfo.InvariantCulture));
            }
            await city.ReopenAsync();
            var levels = await city.LevelsAsync("live");
            Assert.Subset(levels.ToHashSet(), numbers);
            Assert.Equal(levels, await city.LevelsAsync("live", "inflow"));
            Assert.Equal(2 * levels.Length, (await city.Store.Worlds.ContentAsync("live", None)).Observations);
            var worlds = await city.Store.Worlds.ListAsync(None);
            Assert.Subset(worlds.Select(w => w.Name).ToHashSet(), forks.ToHashSet());
            foreach (var world in worlds.Where(w => w.Parent is not null).TakeLast(20))
            {
                var seen = await SeenAsync(city, world.Name, "level");
                Assert.Equal(seen, await SeenAsync(city, world.Name, "inflow"));
                Assert.Subset(levels.ToHashSet(), seen.ToHashSet());
            }
            await city.Store.DisposeAsync();
        }
        Assert.NotEmpty(numbers);
        Assert.Equal(work == "fork", forks.Count > 0);
    }

    private static async Task<double[]> SeenAsync(City city, string world, string property) =>
        [.. (await city.Store.History.SamplesAsync(world, Tank, new HistoryQuery(property, Clock.Start, Clock.Start.AddYears(20), Most: 1_000_000), None)).Select(s => s.Mean)];

    /// <summary>Starts the process, and kills it when it has printed so many lines.</summary>
    private static async Task<List<string>> RunAndKillAsync(StoreKind kind, string place, string work, long first, int lines)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet",
            [Path.Combine(AppContext.BaseDirectory, "DigitalTwin.CrashHost.dll"), kind == StoreKind.Sqlite ? "sqlite" : "postgres", place, work, $"{first}"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var said = new List<string>();
        while (said.Count < lines && await process.StandardOutput.ReadLineAsync() is { } line) said.Add(line);
        process.Kill();
        // What it had printed when it was killed it had been promised, too; the last line may be cut off.
        var rest = await process.StandardOutput.ReadToEndAsync();
        said.AddRange(rest[..(rest.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries));
        await process.WaitForExitAsync();
        Assert.True(said.Count >= lines, await process.StandardError.ReadToEndAsync());
        return said;
    }
}

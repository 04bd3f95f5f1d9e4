using DigitalTwin.Storage.Journal;
using static DigitalTwin.Storage.Tests.City;

namespace DigitalTwin.Storage.Tests;

public class Backups
{
    public static TheoryData<StoreKind> Kinds => StoreKinds.All;

    public static TheoryData<StoreKind, StoreKind> Moves
    {
        get
        {
            var moves = new TheoryData<StoreKind, StoreKind>();
            foreach (var from in StoreKinds.Here)
                foreach (var to in StoreKinds.Here) moves.Add(from, to);
            return moves;
        }
    }

    [Theory, MemberData(nameof(Moves))]
    public async Task Bring_everything_into_either_kind_of_store(StoreKind from, StoreKind to)
    {
        await using var old = await City.OpenAsync(from);
        await old.ObserveAsync("live", Level(1, Math.PI), Level(2, double.NaN) with { Text = "晚" });
        await old.AppendAsync(new("live", Tank, Clock.Start, [], [What_a_fork_sees.TankAlert("low", 1)], Audit: new("ann", "a", "b", "c")));
        await old.ForkAsync("fork", "live");
        await old.Store.Journal.AppendAsync(new SimulatedFrame("fork", new([Lot, Tank]), "level", At(3), new float[] { 1, 2 }), None);
        var hash = await old.Store.Documents.KeepAsync(new byte[2_000_000], None);
        var etag = await old.Store.Documents.WriteAsync("run", "r", "x"u8.ToArray(), null, None);
        await old.Store.BackupAsync(old.File("backup.db"), None);
        Assert.Equal(["backup.db"], Directory.GetFiles(Path.GetDirectoryName(old.File("x"))!, "backup*").Select(Path.GetFileName));

        await using var moved = await City.EmptyAsync(to);
        await moved.Store.RestoreAsync(old.File("backup.db"), None);
        Assert.Equal(await old.Store.Worlds.ListAsync(None), await moved.Store.Worlds.ListAsync(None));
        foreach (var world in (string[])["live", "fork"])
        {
            Assert.Equal(await old.Store.History.EntriesAsync(world, null, null, None).ToListAsync(), await moved.Store.History.EntriesAsync(world, null, null, None).ToListAsync());
            Assert.Equal(await old.Store.Worlds.ContentAsync(world, None), await moved.Store.Worlds.ContentAsync(world, None));
            var (before, after) = (await old.TwinAsync(world), await moved.TwinAsync(world));
            Assert.Equal(before.Simulated.AsEnumerable(), after.Simulated.AsEnumerable());
            Assert.Equal(before.Alerts.AsEnumerable(), after.Alerts.AsEnumerable());
        }
        Assert.Equal(2_000_000, (await moved.Store.Documents.ContentAsync(hash, None))!.Length);
        Assert.Equal(etag, (await moved.Store.Documents.ReadAsync("run", "r", None))!.Etag);

        // And goes on where it was: numbers, names and the chain of the audit trail.
        Assert.Equal(new[] { false, true }, await moved.ObserveAsync("live", Level(1, 1), Level(5, 5)));
        Assert.Equal(Math.PI, (await moved.Store.History.SamplesAsync("fork", Tank, new("level", At(0), At(9)), None))[0].Mean);
        await moved.Store.Audit.AppendAsync(new("ann", "a", "b", "c"), Clock.Start, None);
        Assert.Null(await moved.Store.Audit.VerifyAsync(None));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Are_of_one_instant_while_others_write(StoreKind kind)
    {
        await using var city = await City.OpenAsync(kind);
        using var stop = new CancellationTokenSource();
        var begun = new TaskCompletionSource();
        var writing = Task.Run(async () =>
        {
            for (var i = 0; !stop.IsCancellationRequested; i++)
            {
                await city.ObserveAsync("live", Level(i, i), Level(i, i, property: "inflow"));
                if (i == 20) begun.SetResult();
            }
        });
        await begun.Task;
        await city.Store.BackupAsync(city.File("backup.db"), None);
        await stop.CancelAsync();
        await writing;
        await using var restored = await City.EmptyAsync(kind);
        await restored.Store.RestoreAsync(city.File("backup.db"), None);
        var levels = await restored.LevelsAsync("live");
        Assert.True(levels.Length >= 20);
        Assert.Equal(levels, await restored.LevelsAsync("live", "inflow"));
        Assert.Equal(Enumerable.Range(0, levels.Length).Select(i => (double)i), levels);
        Assert.Equal(2 * levels.Length, (await restored.Store.Worlds.ContentAsync("live", None)).Observations);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Neither_overwrite_nor_mix(StoreKind kind)
    {
        await using var city = await City.OpenAsync(kind);
        await city.Store.BackupAsync(city.File("backup.db"), None);
        await Assert.ThrowsAsync<IOException>(() => city.Store.BackupAsync(city.File("backup.db"), None));
        await Assert.ThrowsAsync<InvalidOperationException>(() => city.Store.RestoreAsync(city.File("backup.db"), None));
        await Assert.ThrowsAsync<FileNotFoundException>(() => city.Store.RestoreAsync(city.File("nothing.db"), None));
        await File.WriteAllTextAsync(city.File("text.db"), new string('x', 5000));
        await using var empty = await City.EmptyAsync(kind);
        Assert.StartsWith($"'{city.File("text.db")}' is not a backup", (await Assert.ThrowsAsync<StoreException>(() => empty.Store.RestoreAsync(city.File("text.db"), None))).Message, StringComparison.Ordinal);
        Assert.Empty(await empty.Store.Worlds.ListAsync(None));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Given_up_leave_nothing(StoreKind kind)
    {
        await using var city = await City.OpenAsync(kind);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => city.Store.BackupAsync(city.File("backup.db"), new CancellationToken(true)));
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(city.File("x"))!, "backup*"));
        await Assert.ThrowsAnyAsync<IOException>(() => city.Store.BackupAsync("/proc/nowhere/backup.db", None));
    }
}

using System.Collections.Immutable;
using DigitalTwin.Grains.Contracts.Telemetry;
using DigitalTwin.Storage;
using DigitalTwin.Storage.Archive;
using DigitalTwin.Storage.Documents;
using DigitalTwin.Storage.History;
using DigitalTwin.Storage.Journal;
using DigitalTwin.Storage.Worlds;
using static DigitalTwin.Grains.Tests.TestCity;

namespace DigitalTwin.Grains.Tests.Hosting;

public class FailingStoreTests
{
    [Fact]
    public async Task What_the_store_could_not_keep_is_not_known_and_can_be_sent_again()
    {
        FailingStore? store = null;
        await using var city = await StartAsync(around: s => store = new FailingStore(s));
        var at = city.Clock.Now;
        await city.SendAsync(Seen("water/tank/T-1", "level", 1, at.AddMinutes(-1)));
        store!.Fails = true;
        await Assert.ThrowsAnyAsync<Exception>(() => city.SendAsync(Seen("water/tank/T-1", "level", 2, at)));
        store.Fails = false;
        Assert.Equal(1, (await city.Twin("water/tank/T-1").StateAsync(null, default)).Observed.Single().Value);
        Assert.Equal(ReceptionKind.Accepted, (await city.SendAsync(Seen("water/tank/T-1", "level", 2, at)))[0].Kind);
    }

    private sealed class FailingStore(ICityStore inner) : ICityStore, IJournal
    {
        public bool Fails { get; set; }

        public IWorldTable Worlds => inner.Worlds;

        public IJournal Journal => this;

        public ITwinHistory History => inner.History;

        public IWorldArchive Archive => inner.Archive;

        public IDocumentShelf Documents => inner.Documents;

        public IAuditTrail Audit => inner.Audit;

        public Task<ImmutableArray<bool>> AppendAsync(TwinEntry entry, CancellationToken cancellation) =>
            Fails ? Task.FromException<ImmutableArray<bool>>(new IOException("The disk is full.")) : inner.Journal.AppendAsync(entry, cancellation);

        public Task AppendAsync(SimulatedFrame frame, CancellationToken cancellation) => inner.Journal.AppendAsync(frame, cancellation);

        public Task BackupAsync(string file, CancellationToken cancellation) => inner.BackupAsync(file, cancellation);

        public Task RestoreAsync(string file, CancellationToken cancellation) => inner.RestoreAsync(file, cancellation);

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}

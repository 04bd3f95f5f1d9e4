using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using DigitalTwin.Storage.Journal;
using DigitalTwin.Storage.Naming;
using DigitalTwin.Storage.Sql;

namespace DigitalTwin.Storage.Frames;

/// <summary>The lists of assets that frames share: kept once, found again by a hash of their content.</summary>
internal sealed class AssetSets
{
    private readonly ConditionalWeakTable<string[], byte[]> hashes = [];
    private readonly ConcurrentDictionary<long, AssetSet> read = new();

    /// <summary>The number of a set, which is written when it is not there yet.</summary>
    public async Task<long> NumberAsync(Group group, AssetSet set)
    {
        var hash = hashes.GetValue(ImmutableCollectionsMarshal.AsArray(set.Assets)!, Hash);
        var name = Convert.ToHexStringLower(hash);
        if (group.Names.AssetSets.TryGetValue(name, out var known)) return known;
        var session = group.Session;
        var id = await session.FirstAsync("select id from asset_set where hash = @hash", r => r.GetInt64(0), CancellationToken.None, ("@hash", hash)).ConfigureAwait(false);
        if (id == 0)
        {
            id = group.NextId();
            await session.RunAsync("insert into asset_set (id, hash, size) values (@id, @hash, @size)", CancellationToken.None,
                ("@id", id), ("@hash", hash), ("@size", (long)set.Assets.Length)).ConfigureAwait(false);
            var assets = new Dictionary<string, long>(set.Assets.Length, StringComparer.Ordinal);
            await Numbering.NumberAsync(group, "asset", assets, set.Assets).ConfigureAwait(false);
            var rows = set.Assets.Select((asset, position) => new object?[] { id, (long)position, assets[asset] }).ToList();
            await session.InsertAsync("asset_set_member", ["asset_set", "position", "asset"], rows, CancellationToken.None).ConfigureAwait(false);
        }
        group.Names.AssetSets[name] = id;
        return id;
    }

    /// <summary>The assets of a set.</summary>
    public async Task<AssetSet> ReadAsync(SqlSession session, long id, CancellationToken cancellation)
    {
        if (read.TryGetValue(id, out var known)) return known;
        var assets = await session.RowsAsync("select a.name from asset_set_member m join asset a on a.id = m.asset where m.asset_set = @id order by m.position",
            r => r.GetString(0), cancellation, ("@id", id)).ConfigureAwait(false);
        return read.GetOrAdd(id, new AssetSet([.. assets]));
    }

    private static byte[] Hash(string[] assets)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[4];
        foreach (var asset in assets)
        {
            var bytes = Encoding.UTF8.GetBytes(asset);
            BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
            hash.AppendData(length);
            hash.AppendData(bytes);
        }
        return hash.GetHashAndReset();
    }
}

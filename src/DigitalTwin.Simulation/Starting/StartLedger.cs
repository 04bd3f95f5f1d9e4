using DigitalTwin.Numerics.Text;

namespace DigitalTwin.Simulation.Starting;

/// <summary>
/// Hands the readings of a starting point to the domains and keeps the books: what was taken, what was too old or of no use, and what nobody asked for.
/// </summary>
internal sealed class StartLedger(StartingPoint start)
{
    private const int MostNamed = 5;

    private readonly List<Account> accounts = [];
    private readonly HashSet<(string, string)> asked = [];
    private readonly List<LocalizedText> remarks = [];

    /// <summary>The starting point.</summary>
    public StartingPoint Start => start;

    /// <summary>Opens an account for a property of a type of asset.</summary>
    /// <param name="type">The type: <c>water/tank</c>.</param>
    /// <param name="property">The property.</param>
    /// <param name="longest">The greatest age that is taken.</param>
    /// <param name="otherwise">What holds where nothing is taken.</param>
    /// <param name="isRare">Few cities measure it: where nothing is known of it, the report has no line.</param>
    public Account Open(string type, string property, TimeSpan longest, LocalizedText otherwise, bool isRare = false)
    {
        var account = new Account(this, type, property, longest, otherwise, isRare);
        accounts.Add(account);
        return account;
    }

    /// <summary>Notes something worth a sentence.</summary>
    public void Remark(string en, string zh) => remarks.Add(new(en, zh));

    /// <summary>Closes the books.</summary>
    /// <param name="runStart">When the run begins.</param>
    /// <param name="isAsset">Whether the city has an asset.</param>
    public StartReport Close(DateTimeOffset runStart, Func<string, bool> isAsset)
    {
        var rest = start.Readings.Where(r => !asked.Contains((r.Asset, r.Property))).ToArray();
        var strangers = rest.Select(r => r.Asset).Distinct(StringComparer.Ordinal).Where(a => !isAsset(a)).ToArray();
        if (strangers.Length > 0)
            Remark($"The map has no {Named(strangers, ", ")}; what the world knows of {(strangers.Length == 1 ? "it" : "them")} is not used.", $"地图中没有 {Named(strangers, "、")}，其数据未采用。");
        var known = new HashSet<string>(strangers, StringComparer.Ordinal);
        var kept = from reading in rest
                   where !known.Contains(reading.Asset)
                   group reading by (Type: TypeOf(reading.Asset), reading.Property) into same
                   orderby same.Key.Type, same.Key.Property
                   select Line(same.Key.Type, same.Key.Property, same.Count(), [.. same.Where(r => r.IsUsable)], 0, same.Count(r => !r.IsUsable), null);
        return new StartReport(start.World, start.Instant, start.Hash, runStart, [.. accounts.Where(a => a.IsTold).Select(a => a.Line()), .. kept], [.. remarks]);
    }

    /// <summary>The type in an asset's id: its first two words.</summary>
    private static string TypeOf(string asset)
    {
        var second = asset.IndexOf('/', asset.IndexOf('/', StringComparison.Ordinal) + 1);
        return second < 0 ? asset : asset[..second];
    }

    private static string Named(string[] names, string and) =>
        string.Join(and, names.Take(MostNamed).Select(n => $"'{n}'")) + (names.Length > MostNamed ? $" (+{names.Length - MostNamed})" : "");

    private StartLine Line(string type, string property, int assets, List<StartingReading> taken, int stale, int unusable, LocalizedText? otherwise)
    {
        TimeSpan[] ages = [.. taken.Select(start.Age).Order()];
        return new(
            type, property, assets, taken.Count(r => r.Origin is ReadingOrigin.Observed or ReadingOrigin.Derived), taken.Count(r => r.Origin == ReadingOrigin.Simulated),
            taken.Count(r => r.Origin == ReadingOrigin.Assumed), stale, unusable,
            ages.Length > 0 ? ages[0] : null, ages.Length > 0 ? ages[ages.Length / 2] : null, ages.Length > 0 ? ages[^1] : null, otherwise);
    }

    /// <summary>One property of one type of asset.</summary>
    internal sealed class Account(StartLedger ledger, string type, string property, TimeSpan longest, LocalizedText otherwise, bool isRare)
    {
        private readonly List<StartingReading> taken = [];
        private readonly List<string> bad = [];
        private int stale, unusable;

        /// <summary>How many assets were asked about.</summary>
        public int Assets { get; private set; }

        /// <summary>Whether the report has a line for it.</summary>
        public bool IsTold => Assets > 0 && (!isRare || taken.Count + stale + unusable > 0);

        /// <summary>What is known of an asset and can be used; null when it is unknown, bad, or too old.</summary>
        public StartingReading? Ask(string id)
        {
            Assets++;
            var asset = $"{type}/{id}";
            ledger.asked.Add((asset, property));
            if (ledger.Start.Find(asset, property) is not { } reading) return null;
            if (!reading.IsUsable)
            {
                unusable++;
                bad.Add(asset);
                return null;
            }
            if (ledger.Start.Age(reading) > longest)
            {
                stale++;
                return null;
            }
            taken.Add(reading);
            return reading;
        }

        /// <summary>Puts back a reading that was asked for and makes no sense.</summary>
        public void Refuse(StartingReading reading, string en, string zh)
        {
            taken.Remove(reading);
            unusable++;
            ledger.Remark(en, zh);
        }

        /// <summary>Puts back a reading that was asked for and says nothing here: the radiation of a night.</summary>
        public void PutBack(StartingReading reading) => taken.Remove(reading);

        public StartLine Line()
        {
            if (bad.Count > 0)
                ledger.Remark($"The newest '{property}' of {Named([.. bad], ", ")} is of bad quality and is not used.", $"{Named([.. bad], "、")} 的最新“{property}”质量为差，未采用。");
            if (stale > 0)
                ledger.Remark($"{stale} {(stale == 1 ? "value" : "values")} of '{property}' ({type}) {(stale == 1 ? "is" : "are")} older than {StartWords.Age(longest)} and not used.",
                    $"{stale} 个“{property}”（{type}）的数据早于 {StartWords.AgeZh(longest)}，未采用。");
            return ledger.Line(type, property, Assets, taken, stale, unusable, otherwise);
        }
    }
}

using System.Globalization;

namespace DigitalTwin.Buildings.Records;

/// <summary>One building being made of its records, the best source first.</summary>
internal sealed class MergedRecord
{
    private readonly string id;
    private readonly IReadOnlyList<BuildingRecord> records;
    private readonly List<RecordConflict> conflicts;

    public MergedRecord(string id, IReadOnlyList<BuildingRecord> records, MergeOptions options, List<RecordConflict> conflicts)
    {
        (this.id, this.records, this.conflicts) = (id, records, conflicts);
        bool Near(double a, double b) => Math.Abs(a - b) <= options.Share * Math.Max(Math.Abs(a), Math.Abs(b));
        var footprint = records.FirstOrDefault(r => r.Footprint is not null);
        var placed = records.FirstOrDefault(r => r is { Longitude: not null, Latitude: not null });
        Record = new()
        {
            Id = id,
            Codes = Codes(),
            Name = records.Select(r => r.Name).FirstOrDefault(n => n is not null),
            Address = Pick("address", r => r.Address, (a, b) => a.Trim() == b.Trim(), a => a),
            Use = Pick("use", r => r.Use, (a, b) => a == b, BuildingUseWords.NameOf),
            Year = Pick("year", r => r.Year, (a, b) => Math.Abs(a - b) <= options.Years, y => y.ToString(CultureInfo.InvariantCulture)),
            Storeys = Pick("storeys", r => r.Storeys, (a, b) => a == b, s => s.ToString(CultureInfo.InvariantCulture)),
            Basements = Pick("basements", r => r.Basements, (a, b) => a == b, s => s.ToString(CultureInfo.InvariantCulture)),
            Height = Pick("height", r => r.Height, (a, b) => Near(a, b) || Math.Abs(a - b) <= options.Height, Metres),
            FloorArea = Pick("floor area", r => r.FloorArea, Near, a => F($"{a:0} m2")),
            Volume = Pick("volume", r => r.Volume, Near, v => F($"{v:0} m3")),
            Households = Pick("households", r => r.Households, (a, b) => Near(a, b), h => h.ToString(CultureInfo.InvariantCulture)),
            Occupants = Pick("occupants", r => r.Occupants, Near, p => F($"{p:0.#}")),
            Footprint = footprint?.Footprint,
            Crs = footprint?.Crs,
            Longitude = placed?.Longitude,
            Latitude = placed?.Latitude,
            Others = Others(),
            Surfaces = records.FirstOrDefault(r => r.Surfaces.Count > 0)?.Surfaces ?? [],
        };
        foreach (var other in records)
            if (footprint is not null && other.Footprint is { } drawn && other.Crs == footprint.Crs && !drawn.Value.EnvelopeInternal.Intersects(footprint.Footprint!.Value.EnvelopeInternal))
                conflicts.Add(new(id, "place", At(footprint.Footprint.Value), footprint.Footprint.Source, At(drawn.Value), drawn.Source));
    }

    public BuildingRecord Record { get; }

    private Known<T>? Pick<T>(string value, Func<BuildingRecord, Known<T>?> of, Func<T, T, bool> same, Func<T, string> text)
    {
        Known<T>? kept = null;
        foreach (var record in records)
        {
            if (of(record) is not { } found) continue;
            if (kept is null) kept = found;
            else if (!same(kept.Value, found.Value)) conflicts.Add(new(id, value, text(kept.Value), kept.Source, text(found.Value), found.Source));
        }
        return kept;
    }

    private SortedDictionary<string, string> Codes()
    {
        var codes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var record in records)
            foreach (var (system, code) in record.Codes.OrderBy(c => c.Key, StringComparer.Ordinal))
                if (!codes.TryAdd(system, code) && codes[system] != code) conflicts.Add(new(id, system, codes[system], "", code, ""));
        return codes;
    }

    private SortedDictionary<string, Known<string>> Others()
    {
        var others = new SortedDictionary<string, Known<string>>(StringComparer.Ordinal);
        foreach (var record in records)
            foreach (var (name, value) in record.Others) others.TryAdd(name, value);
        return others;
    }

    private static string At(NetTopologySuite.Geometries.Geometry footprint) => F($"{footprint.EnvelopeInternal.Centre.X:0.#####}, {footprint.EnvelopeInternal.Centre.Y:0.#####}");

    private static string Metres(double height) => F($"{height:0.0#} m");

    private static string F(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

using System.Globalization;
using System.Text;
using DigitalTwin.Client.Files;
using DigitalTwin.Grains.Contracts.Telemetry;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Client.Tests.Files;

/// <summary>Reads a text as a file of observations and tells each record in a line.</summary>
internal static class Reading
{
    public static Task<List<string>> Of(string text, ObservationFormat? format = null) => Of(Encoding.UTF8.GetBytes(text), format);

    public static async Task<List<string>> Of(byte[] bytes, ObservationFormat? format = null)
    {
        var told = new List<string>();
        foreach (var record in await Records(bytes, format)) told.Add(Told(record));
        return told;
    }

    public static async Task<List<ObservationRecord>> Records(byte[] bytes, ObservationFormat? format = null)
    {
        var records = new List<ObservationRecord>();
        var reader = await ObservationReader.OpenAsync(new MemoryStream(bytes), "file", format ?? new(), default);
        await foreach (var record in reader.ReadAsync(default)) records.Add(record);
        Assert.Equal(bytes.Length, reader.Position);
        return records;
    }

    public static async Task<string> Refusal(string text, ObservationFormat? format = null) =>
        string.Join(" | ", (await Assert.ThrowsAsync<InputException>(() => Of(text, format))).Problems.Select(p => $"{p.Line}:{p.Column} {p.Sentence}"));

    private static string Told(ObservationRecord record) => record.Observation is { } o
        ? string.Create(CultureInfo.InvariantCulture, $"{record.Line}:{record.Column} {o.Asset} {o.Property} {o.Text ?? o.Value.ToString("R", CultureInfo.InvariantCulture)} {o.ObservedAt:yyyy-MM-ddTHH:mm:ss.FFFFFFZ} {o.Source}{(o.Quality == Quality.Good ? "" : " " + o.Quality)}")
        : $"{record.Line}:{record.Column} {record.Mistake}";
}

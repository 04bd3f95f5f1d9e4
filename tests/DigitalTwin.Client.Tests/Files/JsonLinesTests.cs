using System.Text;
using DigitalTwin.Client.Files;

namespace DigitalTwin.Client.Tests.Files;

public class JsonLinesTests
{
    private const string Good = """{"asset":"B","property":"level","value":1,"observedAt":"2025-07-08T09:00Z","source":"s"}""";

    [Fact]
    public async Task A_line_is_an_observation_or_several_of_one_instant() => Assert.Equal(
        ["1:41 A level 3.5 2025-07-08T09:00:00Z s", "2:42 A status open 2025-07-08T09:00:00Z file Bad", "4:32 A level 1 2025-07-08T09:00:00Z file", "4:43 A status open 2025-07-08T09:00:00Z file"],
        await Reading.Of("""
        {"asset":"A","property":"level","value":3.5,"observedAt":"2025-07-08T09:00Z","source":"s"}
        {"asset":"A","property":"status","value":"open","observed_at":"2025-07-08T17:00+08:00","quality":"bad"}

        {"asset":"A","values":{"level":1,"status":"open"},"observedAt":"2025-07-08T09:00Z"}
        """));

    [Theory]
    [InlineData("""{"asset":"A","property":"level","value":true,"observedAt":"2025-07-08T09:00Z"}""", "1:41 'value' is a finite number or a word; a truth value stands here.")]
    [InlineData("""{"asset":"A","property":"level","value":1e999,"observedAt":"2025-07-08T09:00Z"}""", "1:41 'value' is a finite number or a word; a number stands here.")]
    [InlineData("""{"asset":"A","property":"level","value":NaN,"observedAt":"2025-07-08T09:00Z"}""", "1:41 This is not JSON: 'N' is an invalid start of a value.")]
    [InlineData("""{"asset":7,"property":"level","value":1,"observedAt":"2025-07-08T09:00Z"}""", "1:10 'asset' is a text; a number stands here.")]
    [InlineData("""{"asset":"A","property":"level","value":1,"observedAt":1720429200}""", "1:56 'observedAt' is a text; a number stands here.")]
    [InlineData("""{"asset":"A","property":"level","valeu":1,"observedAt":"2025-07-08T09:00Z"}""", "1:33 The member 'valeu' is not known. Did you mean 'value'?")]
    [InlineData("""{"asset":"A","property":"level","value":1}""", "1:1 The instant 'observedAt' is missing.")]
    [InlineData("""{"property":"level","value":1,"observedAt":"2025-07-08T09:00Z"}""", "1:1 The 'asset' is missing.")]
    [InlineData("""{"asset":"A","value":1,"observedAt":"2025-07-08T09:00Z"}""", "1:1 The 'property' is missing.")]
    [InlineData("""{"asset":"A","values":{},"observedAt":"2025-07-08T09:00Z"}""", "1:1 There is no 'value', and there are no 'values'.")]
    [InlineData("""{"asset":"A","property":"level","value":1,"text":"x","observedAt":"2025-07-08T09:00Z"}""", "1:41 There is a value and a text, 'x'; one of them is expected.")]
    [InlineData("""{"asset":"A"} {"asset":"B"}""", "1:15 This is not JSON: '{' is invalid after a single JSON value. Expected end of data.")]
    [InlineData("""{"asset":"\uD800"}""", "1:10 A text here holds half a surrogate pair.")]
    [InlineData("""[1]""", "1:1 A line is one JSON object, as in {\"asset\":\"water/tank/T-1\",\"property\":\"level\",\"value\":3.2,\"observedAt\":\"2025-07-08T09:00:00Z\"}.")]
    public async Task A_broken_line_gets_its_sentence_and_the_next_is_read(string line, string expected)
    {
        var read = await Reading.Of(line + "\n" + Good + "\n");
        Assert.Equal(2, read.Count);
        Assert.Equal(expected, read[0]);
        Assert.StartsWith("2:", read[1], StringComparison.Ordinal);
        Assert.EndsWith("B level 1 2025-07-08T09:00:00Z s", read[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_of_very_many_properties_is_refused_whole_and_counted()
    {
        var line = new StringBuilder("""{"asset":"A","observedAt":"2025-07-08T09:00Z","values":{""");
        for (var i = 0; i < 50_000; i++) line.Append(i == 0 ? "" : ",").Append("\"p").Append(i).Append("\":1");
        Assert.Equal(["1:56 The object has 50,000 properties; an asset has at most 256.", "2:41 B level 1 2025-07-08T09:00:00Z s"], await Reading.Of(line + "}}\n" + Good));
        for (var i = 0; i < 1_000_000; i++) line.Append(",\"q").Append(i).Append("\":1");
        Assert.StartsWith("1:1 The line has ", (await Reading.Of(line + "}}"))[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Members_that_nobody_asked_for_are_listed()
    {
        var reader = await ObservationReader.OpenAsync(new MemoryStream(Encoding.UTF8.GetBytes(Good.Replace("\"source\"", "\"x\":{\"y\":[1]},\"source\"") + "\n" + Good)), "file", new(), default);
        Assert.Equal(2, await reader.ReadAsync(default).CountAsync(r => r.Observation is not null));
        Assert.Equal(["x"], reader.Ignored);
    }

    [Fact]
    public async Task Columns_cannot_be_chosen_in_it() =>
        Assert.Equal("0:0 The file is JSON lines; columns can be chosen in CSV only.", await Reading.Refusal(Good, new() { Columns = [new("asset", "x")] }));
}

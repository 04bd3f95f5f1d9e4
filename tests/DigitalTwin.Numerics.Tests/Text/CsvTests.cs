using System.Text;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Text.Tables;
using FsCheck;
using FsCheck.Fluent;

namespace DigitalTwin.Numerics.Tests.Text;

public class CsvTests
{
    [Fact]
    public async Task Fields_are_separated_by_commas_and_quotes_keep_commas_quotes_and_line_ends()
    {
        Assert.Equal(
            ["1: a|b|c", "2: |1,2|he said \"no\"", "3: two\nlines|x", "5:", "6: last"],
            await Read("a,b,c\r\n,\"1,2\",\"he said \"\"no\"\"\"\n\"two\r\nlines\",x\n\nlast"));
    }

    [Theory]
    [InlineData("a\n\"b\nc\n", "1: a", "2:1 The quote that opens here is never closed; a quote inside a quoted field is written twice.", "3: c")]
    [InlineData("a\nbb,\"c\"d\ne\n", "1: a", "2:7 Behind a closing quote a comma or the end of the line is expected.", "3: e")]
    public async Task A_broken_record_costs_only_its_own_line(string text, params string[] expected) => Assert.Equal(expected, await Read(text));

    [Fact]
    public async Task Columns_count_characters_and_not_bytes()
    {
        var records = Of("温度,湿度,x\n");
        Assert.True(await records.ReadAsync(default));
        Assert.Equal([1, 4, 7], Enumerable.Range(0, 3).Select(records.Column));
        Assert.Equal("湿度", records.Text(1));
    }

    [Fact]
    public async Task Bytes_that_are_not_utf_8_are_refused_where_they_stand()
    {
        byte[] bytes = [.. "a,b\né,"u8, 0xC3, 0x28, .. "\nc,d\n"u8];
        Assert.Equal(["1: a|b", "2:3 The bytes here are not valid UTF-8.", "3: c|d"], await Read(bytes));
    }

    [Fact]
    public async Task A_byte_order_mark_is_passed_over_and_utf_16_is_refused_whole()
    {
        Assert.Equal(["1: a"], await Read([0xEF, 0xBB, 0xBF, .. "a\n"u8]));
        Assert.Equal("The file is UTF-16; UTF-8 is expected.", (await Assert.ThrowsAsync<InputException>(() => Read([0xFF, 0xFE, 0x61, 0]))).Problems.Single().Sentence);
    }

    [Fact]
    public async Task A_line_of_a_gigabyte_is_passed_over_in_the_memory_of_a_line()
    {
        using var stream = new Endless("before\n"u8.ToArray(), 1L << 30, "\nafter\n"u8.ToArray());
        var records = new CsvRecords(new Utf8Lines(stream, "big.csv"));
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(["1: before", "2:1 The line has 1,073,741,824 bytes; at most 1,048,576 are accepted.", "3: after"], await All(records));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 16L << 20);
        Assert.Equal((1L << 30) + 14, records.Position);
    }

    [Fact]
    public void What_was_quoted_is_read_back_however_the_stream_is_cut()
    {
        var cells = Gen.Elements("", "a", "\"", ",", "\n", "é", "\"\",\n", "long and plain text").ArrayOf();
        Prop.ForAll(Arb.From(cells.Where(c => c.Length > 0).ArrayOf().Where(r => r.Length > 0)), Arb.From(Gen.Choose(1, 7)), (rows, cut) =>
        {
            var text = string.Join('\n', rows.Select(row => string.Join(',', row.Select(cell => '"' + cell.Replace("\"", "\"\"") + '"')))) + "\n";
            var records = new CsvRecords(new Utf8Lines(new Chopped(Encoding.UTF8.GetBytes(text), cut), "x.csv"));
            foreach (var row in rows)
            {
                if (!records.ReadAsync(default).AsTask().Result || records.Mistake is not null) return false;
                if (!Enumerable.Range(0, records.Count).Select(records.Text).SequenceEqual(row)) return false;
            }
            return !records.ReadAsync(default).AsTask().Result;
        }).QuickCheckThrowOnFailure();
    }

    private static CsvRecords Of(string text) => new(new Utf8Lines(new MemoryStream(Encoding.UTF8.GetBytes(text)), "x.csv"));

    private static Task<List<string>> Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    private static Task<List<string>> Read(byte[] bytes) => All(new(new Utf8Lines(new Chopped(bytes, 3), "x.csv")));

    private static async Task<List<string>> All(CsvRecords records)
    {
        var read = new List<string>();
        while (await records.ReadAsync(default))
            read.Add(records.Mistake is { } mistake ? $"{records.Line}:{records.MistakeColumn} {mistake}"
                : $"{records.Line}:{(records.Count == 0 ? "" : " ")}{string.Join('|', Enumerable.Range(0, records.Count).Select(records.Text))}");
        return read;
    }

    /// <summary>Hands out a few bytes at a time.</summary>
    private sealed class Chopped(byte[] bytes, int most) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> destination, CancellationToken cancellationToken = default) =>
            base.ReadAsync(destination[..Math.Min(most, destination.Length)], cancellationToken);
    }

    /// <summary>A head, very many letters, a tail.</summary>
    private sealed class Endless(byte[] head, long middle, byte[] tail) : MemoryStream
    {
        private long at;

        public override ValueTask<int> ReadAsync(Memory<byte> destination, CancellationToken cancellationToken = default)
        {
            var part = at < head.Length ? head.AsSpan((int)at) : at < head.Length + middle ? default : tail.AsSpan((int)(at - head.Length - middle));
            var count = at >= head.Length && at < head.Length + middle ? (int)Math.Min(destination.Length, head.Length + middle - at) : Math.Min(destination.Length, part.Length);
            if (part.IsEmpty) destination.Span[..count].Fill((byte)'x');
            else part[..count].CopyTo(destination.Span);
            at += count;
            return ValueTask.FromResult(count);
        }
    }
}

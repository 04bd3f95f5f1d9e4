using System.Text;
using DigitalTwin.Numerics.Diagnostics;
using FsCheck;
using FsCheck.Fluent;

namespace DigitalTwin.Client.Tests.Files;

public class HostileFiles
{
    private static readonly byte[] Csv = "asset,property,value,observed_at\nA,level,1,2025-07-08T09:00Z\n\"B\",level,\"2\",2025-07-08T09:00Z\nC,level,3,2025-07-08T09:00Z\n"u8.ToArray();
    private static readonly byte[] Json = "{\"asset\":\"A\",\"property\":\"level\",\"value\":1,\"observedAt\":\"2025-07-08T09:00Z\"}\n{\"asset\":\"B\",\"values\":{\"x\":1},\"observedAt\":\"2025-07-08T09:00Z\"}\n"u8.ToArray();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Damaged_bytes_never_make_a_reader_throw_anything_but_a_sentence(bool csv)
    {
        var good = csv ? Csv : Json;
        var damage = from at in Gen.Choose(0, good.Length - 1) from to in Gen.Choose(0, 255) select (at, (byte)to);
        Prop.ForAll(Arb.From(damage.ListOf()), edits =>
        {
            byte[] bytes = [.. good];
            foreach (var (at, to) in edits) bytes[at] = to;
            try
            {
                foreach (var record in Reading.Records(bytes).Result)
                {
                    Assert.True(record.Observation is null != record.Mistake is null);
                    Assert.True(record.Line > 0 && record.Column > 0);
                }
            }
            catch (AggregateException error) when (error.InnerException is InputException input)
            {
                Assert.NotEmpty(input.Problems);
            }
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public async Task Lines_after_a_damaged_one_are_read()
    {
        var bytes = Csv.ToArray();
        bytes[Encoding.UTF8.GetString(Csv).IndexOf("A,level", StringComparison.Ordinal)] = 0xFF;
        var records = await Reading.Records(bytes);
        Assert.Equal([null, "B", "C"], records.Select(r => r.Observation?.Asset));
    }
}

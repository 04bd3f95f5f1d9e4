using System.Text;
using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Randomness;
using DigitalTwin.Weather.Storms;
using DigitalTwin.Weather.Warnings;

namespace DigitalTwin.Weather.Tests;

public class DataFuzzTests
{
    [Theory]
    [InlineData("storm-formulas.json")]
    [InlineData("warning-signals.json")]
    public void Our_data_files_with_bytes_changed_and_cut_are_read_without_an_exception(string name)
    {
        using var stream = typeof(WeatherModel).Assembly.GetManifestResourceStream(name)!;
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        var random = new KeyedRandom(11);
        for (var round = 0UL; round < 300; round++)
        {
            var bytes = memory.ToArray();
            for (var e = 0UL; e < 4; e++) bytes[random.Below(bytes.Length, round, 2 * e)] = "{}[],:\"-9e\\x"u8[random.Below(12, round, (2 * e) + 1)];
            if (round % 3 == 0) bytes = bytes[..random.Below(bytes.Length, round, 99)];
            var problems = new ProblemList();
            StormFormulas.Read(bytes, name, problems);
            WarningTableReader.Read(bytes, name, problems, WarningTable.BuiltIn);
            Assert.True(problems.HasErrors);
        }
    }

    [Fact]
    public void A_document_nested_without_end_is_one_mistake()
    {
        var problems = new ProblemList();
        StormFormulas.Read(Encoding.UTF8.GetBytes(new string('[', 100_000)), "deep.json", problems);
        Assert.True(problems.HasErrors);
    }
}

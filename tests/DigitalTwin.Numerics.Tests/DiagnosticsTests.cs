using DigitalTwin.Numerics.Diagnostics;
using DigitalTwin.Numerics.Hashing;

namespace DigitalTwin.Numerics.Tests;

public class DiagnosticsTests
{
    [Theory]
    [InlineData("P-1O42", "P-1042")]
    [InlineData("brust", "burst")]
    [InlineData("Burst", "burst")]
    [InlineData("something else", null)]
    public void The_nearest_name_is_the_one_most_probably_meant(string found, string? meant) =>
        Assert.Equal(meant, NearestName.Of(found, ["P-1042", "burst", "isolate"]));

    [Fact]
    public void A_problem_reads_as_file_line_column_and_a_sentence() =>
        Assert.Equal("a.yaml:3:5: error: No.", new Problem(Severity.Error, "a.yaml", 3, 5, "No.").ToString());

    [Fact]
    public void A_problem_of_a_whole_file_has_no_line() =>
        Assert.Equal("a.yaml: warning: No.", new Problem(Severity.Warning, "a.yaml", 0, 0, "No.").ToString());

    [Fact]
    public void A_list_keeps_the_first_hundred_problems_and_counts_the_rest()
    {
        var problems = new ProblemList();
        for (var i = 0; i < 250; i++) problems.Error("f", i, 1, "No.");
        Assert.Equal((100, 250, 150), (problems.Count, problems.ErrorCount, problems.Omitted(Severity.Error)));
        Assert.Throws<InputException>(problems.ThrowIfErrors);
    }

    [Fact]
    public void A_hash_depends_on_every_bit_and_on_where_texts_end()
    {
        Assert.Equal(Of(h => h.Append(1.0)), Of(h => h.Append(1.0)));
        Assert.NotEqual(Of(h => h.Append(1.0)), Of(h => h.Append(Math.BitIncrement(1.0))));
        Assert.NotEqual(Of(h => { h.Append("ab"); h.Append("c"); }), Of(h => { h.Append("a"); h.Append("bc"); }));
        Assert.Equal(Of(h => h.Append(new double[300])), Of(h => { for (var i = 0; i < 300; i++) h.Append(0.0); }));

        static string Of(Action<ContentHash> append)
        {
            using var hash = new ContentHash();
            append(hash);
            return hash.Current();
        }
    }
}

using System.Text;
using DigitalTwin.Buildings.Step;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Buildings.Tests.Step;

/// <summary>What is wrong is told, and the rest is kept.</summary>
public class StepFaultTests
{
    [Theory]
    [InlineData("#1=A('open);", StepFault.OpenString, false, "#1 at byte 229 has a string that is not closed before the next record: it is left out.")]
    [InlineData("#1=A(5)", StepFault.NoSemicolon, true, "#1 at byte 229 has no ';' before the next record: it is read up to there.")]
    [InlineData("#x1=A(5);", StepFault.BadRecordStart, false, "The text at byte 229 ('#x1=A(5);') has no number of 1 to 18 digits behind its '#': it is left out.")]
    [InlineData("#1234567890123456789=A(5);", StepFault.BadRecordStart, false, "has no number of 1 to 18 digits behind its '#'")]
    [InlineData("#1 A(5);", StepFault.BadRecordStart, false, "('#1 A(5);') has no '=' behind its number: it is left out.")]
    [InlineData("#1=7;", StepFault.BadRecordStart, false, "('#1=7;') has no 'NAME(' behind its '='")]
    [InlineData("IFCWALL(5);", StepFault.StrayText, false, "The text at byte 229 is no record: 'IFCWALL' where '#', ENDSEC, DATA or END-ISO-10303-21 is expected. It is left out.")]
    [InlineData("(5);", StepFault.StrayText, false, "is no record: '(5)' where '#'")]
    [InlineData("/* open\n", StepFault.StrayText, false, "is no record: '/* open' where '#'")]
    public void The_first_pass_tells_what_it_leaves_out(string written, StepFault fault, bool kept, string sentence)
    {
        using var file = Sample.Open(Sample.Text(written, "#2=B('kept');", "#3=C();"), out var problems);
        Assert.Equal(kept ? [1, 2, 3] : [2, 3], file.Ids);
        Assert.Equal("kept", file.Text(2, 0));
        Assert.Equal(1, file.FaultCount(fault));
        var problem = Assert.Single(problems);
        Assert.Contains(sentence, problem.Sentence, StringComparison.Ordinal);
        Assert.Equal((Severity.Warning, "tower.ifc", 8), (problem.Severity, problem.File, problem.Line));
    }

    [Theory]
    [InlineData("A(1 2)", "(A) has '2' behind a value, where ',' or ')' is expected, at byte 236: it is left out.")]
    [InlineData("A(1", "ends within its values")]
    [InlineData("A(1))", "has ')' behind its last ')'")]
    [InlineData("A(.T)", "has a '.' that begins neither a number nor an enumeration value such as '.T.'")]
    [InlineData("A(#)", "has a '#' without a number of at most 18 digits")]
    [InlineData("A(-)", "has a number that cannot be read")]
    [InlineData("A(1.E)", "has a number that cannot be read")]
    [InlineData("A(\"0G\")", "has a binary that is not hexadecimal digits in double quotes")]
    [InlineData("A(nan)", "has 'nan' where a value is expected (a typed value is NAME(value))")]
    [InlineData("A(L(1,2))", "has 2 values in 'L(…)', which takes one")]
    [InlineData("(A(1)2)", "has a part that does not begin as 'NAME('")]
    [InlineData("()", "has no entity between its parentheses")]
    [InlineData("A(?)", "has '?' where a value is expected")]
    public void A_record_whose_values_break_the_grammar_is_told_once_when_it_is_read(string written, string sentence)
    {
        using var file = Sample.Open(Sample.Text($"#1={written};", "#2=B('kept');"), out var problems);
        Assert.Empty(problems);
        Assert.False(file.TryGet(1, out _));
        Assert.False(file.TryGet(1, out _));
        Assert.True(file.TryGet(2, out _));
        Assert.Contains(sentence, Assert.Single(problems).Sentence, StringComparison.Ordinal);
        Assert.Equal(1, file.FaultCount(StepFault.BadValue));
    }

    [Theory]
    [InlineData("A(,1)", "A($,1)", 2)]
    [InlineData("A(1,)", "A(1,$)", 4)]
    [InlineData("A(1, , (2,,),L(3))", "A(1,$,(2,$,$),L(3))", 5)]
    public void A_value_left_empty_is_read_as_unset_and_told(string written, string read, int at)
    {
        using var file = Sample.Open(Sample.Text($"#1={written};"), out var problems);
        Assert.True(file.TryGet(1, out var record));
        Assert.Equal($"#1={read}", record.ToString());
        Assert.Equal($"#1 at byte 229 (A) has nothing where a value is expected, at byte {232 + at}: it is read as '$'.", Assert.Single(problems).Sentence);
        using var again = Sample.Open(Sample.Text($"#1={written};"), out _);
        for (var place = 0; place < 4; place++) Assert.Equal(record[place].ToString(), again.Value(1, place).ToString());
    }

    [Fact]
    public void Lists_deeper_than_any_schema_has_are_refused()
    {
        using var file = Sample.Open(Sample.Text($"#1=A({new string('(', 100_000)}{new string(')', 100_000)});"), out var problems);
        Assert.False(file.TryGet(1, out _));
        Assert.Contains("has lists more than 64 deep", Assert.Single(problems).Sentence, StringComparison.Ordinal);
        Assert.Equal(0, file.Numbers(1, 0, []));
    }

    [Fact]
    public void Of_records_with_one_id_the_first_is_kept()
    {
        using var file = Sample.Open(Sample.Text("#1=A('first');", "#2=B();", "#1=A('second');"), out var problems);
        Assert.Equal([1, 2], file.Ids);
        Assert.Equal("first", file.Text(1, 0));
        Assert.Equal([1], file.InstancesOf("A"));
        Assert.Equal("#1 at byte 252 repeats the id of the record at byte 229, which is kept: this one is left out.", Assert.Single(problems).Sentence);
    }

    [Fact]
    public void A_file_cut_off_keeps_the_records_before_the_cut()
    {
        var text = Sample.Text("#1=A('x');", "#2=B('long enough to be cut');");
        using var file = Sample.Open(text[..text.IndexOf("enough", StringComparison.Ordinal)], out var problems);
        Assert.Equal([1], file.Ids);
        Assert.Equal(1, file.FaultCount(StepFault.OpenString) + file.FaultCount(StepFault.CutOff));
        Assert.Contains(problems, p => p.Sentence.Contains("does not end with 'END-ISO-10303-21;'", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_cut_of_a_file_keeps_the_records_that_are_whole()
    {
        var text = Sample.Text("#1=A('x',(1.,2.)); /* c */", "#2=(B('it''s')C(#1));");
        for (var length = 12; length < text.Length; length++)
        {
            using var file = Sample.Open(text[..length], out var problems);
            var whole = new[] { "(1.,2.));", "C(#1));" }.Count(end => text[..length].Contains(end, StringComparison.Ordinal));
            Assert.Equal(whole, file.Count);
            Assert.All(file.Ids, id => Assert.True(file.TryGet(id, out _)));
            Assert.Equal(text[..length].Contains("END-ISO-10303-21", StringComparison.Ordinal), problems.Count == 0);
        }
    }

    [Fact]
    public void Mistakes_of_a_kind_are_listed_up_to_a_number_and_then_counted()
    {
        using var file = Sample.Open(Sample.Text([.. Enumerable.Range(1, 50).Select(i => $"#{i}=A('open);")]), out var problems, new() { ListedPerMistake = 3 });
        Assert.Equal(50, file.FaultCount(StepFault.OpenString));
        Assert.Equal(4, problems.Count);
        Assert.Equal("Further records with a string that is not closed are counted, not listed.", problems[3].Sentence);
    }

    [Fact]
    public void A_string_with_an_escape_that_means_nothing_is_kept_and_told()
    {
        using var file = Sample.Open(Sample.Text(@"#1=A('C:\temp');"), out var problems);
        Assert.Equal(@"C:\temp", file.Text(1, 0));
        Assert.StartsWith(@"#1 at byte 229 (A) has a string with '\temp', which is no escape", Assert.Single(problems).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_header_that_breaks_the_grammar_is_told_and_the_data_are_read()
    {
        using var file = Sample.Open("ISO-10303-21;HEADER;FILE_NAME('a',;FILE_SCHEMA(('IFC4'));ENDSEC;DATA;#1=A();ENDSEC;END-ISO-10303-21;", out var problems);
        Assert.Equal(["IFC4"], file.Header.Schemas);
        Assert.Equal("", file.Header.Name);
        Assert.Equal(1, file.Count);
        Assert.StartsWith("The header's", Assert.Single(problems).Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "it is empty.")]
    [InlineData(" \r\n ", "it holds nothing but blanks.")]
    [InlineData("<?xml version='1.0'?><ifcXML/>", "it is XML; if it is ifcXML, export the model as .ifc instead.")]
    [InlineData("{\"type\":\"CityJSON\"}", "it is JSON; city models in CityJSON are read by another reader.")]
    [InlineData("PK\u0003\u0004rest", "it is a ZIP archive; if it is an .ifczip, unpack it and name the .ifc within.")]
    [InlineData("#1=IFCWALL();\n", "it begins with '#1=IFCWALL();'.")]
    [InlineData("\u0001\u0002abc", "it begins with the bytes 0102616263.")]
    public void A_file_of_another_kind_is_refused_with_what_it_looks_like(string text, string looks)
    {
        var refusal = Assert.Throws<InputException>(() => Sample.Open(Encoding.UTF8.GetBytes(text), out _));
        Assert.Equal($"This is not an ISO 10303-21 file (STEP, IFC), which begins with 'ISO-10303-21;': {looks}", refusal.Problems[0].Sentence);
    }

    [Fact]
    public void A_file_that_is_not_there_is_told_so() =>
        Assert.Equal("There is no such file.", Assert.Throws<InputException>(() => StepFile.Open("/nowhere/tower.ifc", new ProblemList())).Problems[0].Sentence);
}

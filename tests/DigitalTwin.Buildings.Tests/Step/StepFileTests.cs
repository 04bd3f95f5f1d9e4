using System.Text;
using DigitalTwin.Buildings.Step;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Buildings.Tests.Step;

/// <summary>Opening a file and finding its records.</summary>
public class StepFileTests
{
    [Fact]
    public void The_header_says_who_wrote_the_file_and_by_which_schema()
    {
        using var file = Sample.Open(Sample.Text(), out var problems);
        Assert.Empty(problems);
        var header = file.Header;
        Assert.Equal(["ViewDefinition [CoordinationView]"], header.Description);
        Assert.Equal(["IFC4"], header.Schemas);
        Assert.Equal(("tower.ifc", "2025-07-08T06:00:00", "writer 1", "modeller 2", "nobody", "2;1"),
            (header.Name, header.TimeStamp, header.Preprocessor, header.OriginatingSystem, header.Authorization, header.ImplementationLevel));
        Assert.Equal(["A. Architect"], header.Authors);
        Assert.Equal(["Office"], header.Organizations);
        Assert.Equal(0, file.Count);
    }

    [Fact]
    public void Records_are_found_by_id_however_sparse_and_in_whatever_order()
    {
        using var file = Sample.Open(Sample.Text("#63670020=IFCWALL('a');", "#7=IFCDOOR('b');", "#999999999999999999=IFCWALL('c');"), out var problems);
        Assert.Empty(problems);
        Assert.Equal([63670020, 7, 999999999999999999], file.Ids);
        Assert.Equal("IFCDOOR", file.Keyword(7));
        Assert.Equal("c", file.Text(999999999999999999, 0));
        Assert.Null(file.Keyword(8));
        Assert.False(file.TryGet(8, out _));
        Assert.Equal(-1, file.Offset(-3));
    }

    [Fact]
    public void Records_of_an_entity_are_listed_in_the_order_of_the_file_whatever_the_case_of_letters()
    {
        using var file = Sample.Open(Sample.Text("#5=IFCWALL();", "#3=IfcWall();", "#9=IFCDOOR();", "#1=IFCWALL();"), out _);
        Assert.Equal([5, 3, 1], file.InstancesOf("ifcwall"));
        Assert.Empty(file.InstancesOf("IFCSLAB"));
        Assert.Equal([("IFCWALL", 3), ("IFCDOOR", 1)], file.Keywords);
    }

    [Fact]
    public void A_complex_record_is_an_instance_of_each_of_its_parts()
    {
        using var file = Sample.Open(Sample.Text("#1=SI_UNIT($,.METRE.);", "#2=(LENGTH_UNIT()NAMED_UNIT(*) /* and */ SI_UNIT(.MILLI.,.METRE.));", "#3=LENGTH_UNIT();"), out var problems);
        Assert.Equal([1, 2], file.InstancesOf("SI_UNIT"));
        Assert.Equal([2, 3], file.InstancesOf("LENGTH_UNIT"));
        Assert.True(file.TryGet(2, out var record));
        Assert.True(record.IsComplex);
        Assert.Equal("MILLI", record.Part("si_unit")![0].Enumeration);
        Assert.Equal("#2=(LENGTH_UNIT()NAMED_UNIT(*)SI_UNIT(.MILLI.,.METRE.))", record.ToString());
        Assert.Empty(problems);
    }

    [Theory]
    [InlineData("#1 = IFCWALL ( 'a' , #2 ) ;")]
    [InlineData("#1=\r\nIFCWALL(\r\n\t'a',\r\n\t#2\r\n);")]
    [InlineData("/* ; ' #9=X( */#1/*;*/=/*'*/IFCWALL/*)*/(/*(*/'a'/**/,/***/#2/* #3=A(); */)/* end */;")]
    public void Blanks_and_comments_may_stand_between_any_tokens(string written)
    {
        using var file = Sample.Open(Sample.Text(written, "#2=IFCDOOR();"), out var problems);
        Assert.Equal(2, file.Count);
        Assert.True(file.TryGet(1, out var record));
        Assert.Equal("#1=IFCWALL('a',#2)", record.ToString());
        Assert.Equal(2, file.Reference(1, 1));
        Assert.Empty(problems);
    }

    [Fact]
    public void Strings_may_hold_whatever_ends_a_record_elsewhere()
    {
        using var file = Sample.Open(Sample.Text("#1=A('it''s; /* no */ #2=B(); \"x\" (');", "#3=A('line\n;two','');"), out var problems);
        Assert.Equal([1, 3], file.Ids);
        Assert.Equal("it's; /* no */ #2=B(); \"x\" (", file.Text(1, 0));
        Assert.Equal("line\n;two", file.Text(3, 0));
        Assert.Empty(problems);
    }

    [Fact]
    public void Several_data_sections_and_the_sections_of_edition_3_are_read_over()
    {
        var text = "ISO-10303-21;HEADER;FILE_SCHEMA(('A'));ENDSEC;ANCHOR;<site>=#1;ENDSEC;REFERENCE;#9=<https://x.example/a.stp#b>;ENDSEC;"
            + "DATA('one',('A'));#1=A();ENDSEC;DATA('two',('B'));#2=B();ENDSEC;END-ISO-10303-21;SIGNATURE;MIIB';ENDSEC;";
        using var file = Sample.Open(text, out var problems);
        Assert.Equal([1, 2], file.Ids);
        Assert.Empty(problems);
    }

    [Fact]
    public void A_byte_order_mark_blanks_and_comments_may_precede_the_file()
    {
        using var file = Sample.Open([.. Encoding.UTF8.Preamble, .. Encoding.ASCII.GetBytes("\r\n/* made by hand */\r\n" + Sample.Text("#1=A();"))], out var problems);
        Assert.Equal(1, file.Count);
        Assert.Empty(problems);
    }

    [Fact]
    public void The_answer_is_the_same_in_windows_of_any_size_and_from_a_mapped_file()
    {
        var text = Sample.Text([.. Enumerable.Range(1, 60).Select(i => $"#{i * 7}= IFCWALL('wall ''{i}''; /*',(#{i},#2), /* comment '; */ .T.);{(i % 9 == 0 ? "stray\n" : "")}")]);
        using var whole = Sample.Open(text, out var problems);
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, text);
            foreach (var window in new[] { 150, 173, 256, 1000 })
            {
                var others = new ProblemList();
                using var file = StepFile.Open(path, others, new() { Window = window, MapAbove = 0 });
                Assert.Equal(whole.Ids, file.Ids);
                Assert.All(whole.Ids, id => Assert.Equal((whole.Offset(id), whole.Line(id), whole.Text(id, 0)), (file.Offset(id), file.Line(id), file.Text(id, 0))));
                Assert.Equal(problems.Select(p => p.Sentence), others.Select(p => p.Sentence));
            }
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Opening_can_be_cancelled()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => StepFile.Open(Encoding.ASCII.GetBytes(Sample.Text("#1=A();")), "a.ifc", new ProblemList(), null, source.Token));
    }
}

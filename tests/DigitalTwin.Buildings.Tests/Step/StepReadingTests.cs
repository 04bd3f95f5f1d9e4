using DigitalTwin.Buildings.Step;

namespace DigitalTwin.Buildings.Tests.Step;

/// <summary>Single attributes, without a tree.</summary>
public class StepReadingTests
{
    private static readonly string[] Records =
    [
        "#1=IFCCARTESIANPOINT((1.,-2.5,3.E2));",
        "#2=IFCWALL('a;''b',$,IFCLABEL('x /* )'),(#1,#3,$,#4),.T.,IFCLENGTHMEASURE(2.7),*,((1.,2.),(3.,4.,()),5));",
        "#3=IFCPROPERTYSET((),#2,#9);",
        "#4=(A(1)B(2));",
    ];

    [Fact]
    public void One_attribute_is_read_as_the_tree_has_it()
    {
        using var file = Sample.Open(Sample.Text(Records), out var problems);
        Assert.Equal("a;'b", file.Text(2, 0));
        Assert.Equal("x /* )", file.Text(2, 2));
        Assert.Equal("T", file.Enumeration(2, 4));
        Assert.Equal(2.7, file.Number(2, 5));
        Assert.Equal((2, 9), (file.Reference(3, 1), file.Reference(3, 2)));
        Assert.Equal("IFCLENGTHMEASURE(2.7)", file.Value(2, 5).ToString());
        Assert.Empty(problems);
    }

    [Fact]
    public void What_is_not_there_or_of_another_kind_is_nothing()
    {
        using var file = Sample.Open(Sample.Text(Records), out var problems);
        Assert.All([(2L, 0), (2L, 1), (2L, 3), (2L, 99), (77L, 0), (4L, 0)], at => Assert.Equal(double.NaN, file.Number(at.Item1, at.Item2)));
        Assert.Null(file.Text(2, 1));
        Assert.Null(file.Text(2, 5));
        Assert.Equal(0, file.Reference(2, 3));
        Assert.Null(file.Enumeration(2, 2));
        Assert.Equal(StepKind.Unset, file.Value(2, 50).Kind);
        Assert.Empty(problems);
    }

    [Fact]
    public void Lists_of_numbers_are_read_one_after_another_and_counted_beyond_what_fits()
    {
        using var file = Sample.Open(Sample.Text(Records), out var problems);
        Span<double> point = stackalloc double[3];
        Assert.Equal(3, file.Numbers(1, 0, point));
        Assert.Equal([1, -2.5, 300], point.ToArray());
        Assert.Equal(5, file.Numbers(2, 7, point));
        Assert.Equal([1, 2, 3], point.ToArray());
        Assert.Equal(1, file.Numbers(2, 5, point));
        Assert.Equal(0, file.Numbers(3, 0, point));
        Assert.Equal(0, file.Numbers(3, 9, point));
        Assert.Empty(problems);
    }

    [Fact]
    public void References_are_read_from_a_list_or_from_one()
    {
        using var file = Sample.Open(Sample.Text(Records), out _);
        var ids = new List<long>();
        Assert.Equal(3, file.References(2, 3, ids));
        Assert.Equal(1, file.References(3, 1, ids));
        Assert.Equal(0, file.References(2, 0, ids));
        Assert.Equal([1, 3, 4, 2], ids);
    }

    [Fact]
    public void A_cursor_goes_through_a_record_from_left_to_right()
    {
        using var file = Sample.Open(Sample.Text(Records), out _);
        Assert.True(file.TryCursor(2, out var cursor));
        Assert.Equal("a;'b", cursor.Text());
        cursor.Skip(2);
        Assert.True(cursor.Enter());
        Assert.Equal(1, cursor.Reference());
        cursor.Leave();
        Assert.Equal("T", cursor.Enumeration());
        Assert.False(cursor.Enter());
        Assert.Equal(StepKind.Derived, cursor.Ahead);
        cursor.Skip(2);
        Assert.Null(cursor.Ahead);
        Assert.Null(cursor.Damage);
        Assert.False(file.TryCursor(78, out _));
    }

    [Fact]
    public void Reading_one_attribute_allocates_nothing()
    {
        using var file = Sample.Open(Sample.Text(Records), out _);
        Span<double> point = stackalloc double[3];
        for (var warm = 0; warm < 2; warm++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var sum = file.Number(2, 5) + file.Reference(3, 1) + file.Numbers(1, 0, point);
            if (warm == 1) Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
            Assert.Equal(7.7, sum, 12);
        }
    }
}

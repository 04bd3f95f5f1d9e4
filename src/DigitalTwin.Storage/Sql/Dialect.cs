using System.Data.Common;

namespace DigitalTwin.Storage.Sql;

/// <summary>Where the SQL of the two databases differs. Everything else is written once.</summary>
internal abstract class Dialect
{
    /// <summary>The word for the smaller of two numbers.</summary>
    public abstract string Least { get; }

    /// <summary>Ends a SELECT whose row nobody else may change or lock until the transaction ends.</summary>
    public abstract string ForUpdate { get; }

    /// <summary>The bytes of a frame's value that is none.</summary>
    public abstract string Nothing { get; }

    /// <summary>Keeps others out while the schema is looked at and changed; null where a session that writes does so anyway.</summary>
    public virtual string? Alone => null;

    /// <summary>The schema's script in this dialect; words in braces are replaced.</summary>
    public abstract string Translate(string script);

    /// <summary>A subquery with the elements of a list parameter, to be used behind IN.</summary>
    public abstract string Each(string parameter);

    /// <summary>A list of numbers as a parameter's value.</summary>
    public abstract object List(IReadOnlyCollection<long> values);

    /// <summary>A list of words as a parameter's value.</summary>
    public abstract object List(IReadOnlyCollection<string> values);

    /// <summary>
    /// Joins, under the name <c>h</c>, the one newest row of <paramref name="table"/> for each row before it: the first in <paramref name="order"/> of those that meet
    /// <paramref name="where"/>, in which the table is called <c>n</c>. <paramref name="on"/> is the part of the condition that together with <paramref name="key"/>
    /// (columns with commas between them) identifies a row, with the table called <c>h</c>.
    /// </summary>
    public abstract string JoinNewest(string table, string on, string where, string order, string key);

    /// <summary>Adds rows to a table, as fast as the database takes them.</summary>
    public abstract Task InsertAsync(SqlSession session, string table, IReadOnlyList<string> columns, IAsyncEnumerable<object?[]> rows, CancellationToken cancellation);

    /// <summary>What a failure means to the caller, and whom it concerns.</summary>
    public abstract (Exception Meaning, Blame Blame) Explain(DbException failure);
}

/// <summary>Whom a failure concerns.</summary>
internal enum Blame
{
    /// <summary>One of the group: each is tried by itself.</summary>
    One = 0,

    /// <summary>The database: nothing of the group can be written.</summary>
    Database = 1,

    /// <summary>The connection, over which nothing was committed: the group is tried once more over a new one.</summary>
    Connection = 2,
}

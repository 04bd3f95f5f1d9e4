using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Mobility.Demand.Tables;

/// <summary>Reads which groups of drivers make the trips of a purpose: <c>purpose,group,share</c>; <c>*</c> is every purpose without rows of its own.</summary>
public static class GroupShareCsv
{
    private const int Purpose = 0, Group = 1, Share = 2;

    private static readonly TableColumn[] Columns = [new("purpose", true), new("group", true), new("share", true), new("source")];

    /// <summary>Reads a file; every mistake is reported.</summary>
    /// <returns>Weights of the groups for all purposes without rows, and for each purpose its own; empty where there are none.</returns>
    public static (double[] Others, IReadOnlyList<double[]> ByPurpose) Read(string path, NameBook purposes, NameBook groups, ProblemList problems)
    {
        ArgumentNullException.ThrowIfNull(purposes);
        ArgumentNullException.ThrowIfNull(groups);
        var shares = new SortedDictionary<int, (double[] Weights, int Line)>();
        using var table = NamedTable.Open(path, Columns, new Dictionary<string, string>(), problems);
        while (table?.Next() == true)
        {
            var before = problems.ErrorCount;
            var purpose = table.Text(Purpose) == TableCells.Others ? -1 : table.NameThere(Purpose, purposes);
            var (group, share) = (table.NameThere(Group, groups), table.NumberThere(Share, 0, 1e9));
            if (problems.ErrorCount > before) continue;
            if (!shares.TryGetValue(purpose, out var row)) shares[purpose] = row = (Enumerable.Repeat(double.NaN, groups.Names.Count).ToArray(), table.Line);
            if (!double.IsNaN(row.Weights[group])) table.Error(Group, $"'{table.Text(Group)}' of '{table.Text(Purpose)}' stands here a second time.");
            row.Weights[group] = share;
        }
        foreach (var (purpose, (weights, line)) in shares)
        {
            for (var i = 0; i < weights.Length; i++) weights[i] = double.IsNaN(weights[i]) ? 0 : weights[i];
            if (!(weights.Sum() > 0)) problems.Error(path, line, 1, $"No group of '{(purpose < 0 ? TableCells.Others : purposes.Names[purpose])}' has a share above 0.");
        }
        return (shares.TryGetValue(-1, out var others) ? others.Weights : [], [.. purposes.Names.Select((_, i) => shares.TryGetValue(i, out var own) ? own.Weights : [])]);
    }
}
